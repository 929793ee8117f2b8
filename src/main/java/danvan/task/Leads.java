package danvan.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who stands above a member: the leads of the own unit, those of the unit above that has any, and at last the office. */
final class Leads {
    private final Members members;

    Leads(Members members) {
        this.members = members;
    }

    /**
     * Those at a step above a member, who is never among them; empty where there is no such step.
     *
     * @param step 1 for the nearest, 2 for the next
     */
    List<Recipient> of(long member, String unit, int step) {
        List<List<Recipient>> steps = new ArrayList<>();
        List<Recipient> all = members.leads();
        for (String code : upFrom(unit)) {
            List<Recipient> here = all.stream()
                    .filter(lead -> lead.unit().equals(code) && lead.memberId() != member)
                    .toList();
            if (!here.isEmpty()) {
                steps.add(here);
            }
        }
        List<Recipient> office = members.office().stream()
                .filter(one -> one.memberId() != member)
                .toList();
        if (!office.isEmpty()) {
            steps.add(office);
        }
        return step <= steps.size() ? steps.get(step - 1) : List.of();
    }

    boolean within(String unit, String above) {
        return upFrom(unit).contains(above);
    }

    /** The unit and all above it, from below. A ring in the units' data ends it. */
    List<String> upFrom(String unit) {
        List<String> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(unit);
        while (at.isPresent() && seen.add(at.get())) {
            chain.add(at.get());
            at = members.unit(at.get()).flatMap(OrgUnit::above);
        }
        return chain;
    }

    String name(String unit) {
        return members.unit(unit).map(OrgUnit::name).orElse(unit);
    }
}

package danvan.task.reminder;

import danvan.organization.directory.Member;
import danvan.organization.directory.UnitRef;
import danvan.task.AudienceMembers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who stands above a member: the leads of their own unit, those of the unit above that has any, and at last the office.
 * Looks everything up once; made again for each piece of work, and for one thread.
 */
public final class Leads {
    private final AudienceMembers members;
    private final Map<String, Optional<UnitRef>> units = new HashMap<>();
    private @Nullable Map<String, List<Member>> leads;
    private @Nullable List<Member> office;

    public Leads(AudienceMembers members) {
        this.members = members;
    }

    /**
     * Those at a step above a member, who is never among them; empty where there is no such step.
     *
     * @param step 1 for the nearest, 2 for the next
     */
    public List<Member> of(long member, String unit, int step) {
        List<List<Member>> steps = new ArrayList<>();
        for (String code : upFrom(unit)) {
            add(steps, member, leads().getOrDefault(code, List.of()));
        }
        add(steps, member, office());
        return step <= steps.size() ? steps.get(step - 1) : List.of();
    }

    public boolean within(String unit, String above) {
        return upFrom(unit).contains(above);
    }

    /** The unit and all above it, from below. A ring in the units' data ends it. */
    public List<String> upFrom(String unit) {
        List<String> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(unit);
        while (at.isPresent() && seen.add(at.get())) {
            chain.add(at.get());
            at = unit(at.get()).flatMap(UnitRef::above);
        }
        return chain;
    }

    public String name(String unit) {
        return unit(unit).map(UnitRef::name).orElse(unit);
    }

    private Optional<UnitRef> unit(String code) {
        return units.computeIfAbsent(code, members::unit);
    }

    private Map<String, List<Member>> leads() {
        if (leads == null) {
            leads = members.leads().stream().collect(Collectors.groupingBy(Member::unit));
        }
        return leads;
    }

    private List<Member> office() {
        if (office == null) {
            office = members.office();
        }
        return office;
    }

    private static void add(List<List<Member>> steps, long member, List<Member> here) {
        List<Member> others = here.stream().filter(one -> one.id() != member).toList();
        if (!others.isEmpty()) {
            steps.add(others);
        }
    }
}

package danvan.cli;

import danvan.chat.Role;
import danvan.config.Config;
import danvan.conversation.Enclosures;
import danvan.organization.Members;
import danvan.organization.StoredOrganization;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.organization.chat.InvitationLinks;
import danvan.organization.chat.People;
import danvan.organization.directory.Member;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether somebody can invite others, and whether members are where they are reached. */
final class MembersCheck {
    private final Config config;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private MembersCheck(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    static List<Finding> of(Config config, Clock clock, Database database) {
        MembersCheck check = new MembersCheck(config, clock);
        check.people(database);
        check.endedUnits(database);
        return List.copyOf(check.findings);
    }

    private void people(Database database) {
        boolean anybody = config.rehearsal() || config.people().admission() == Config.Admission.OPEN;
        int named = config.people().administrators().size();
        if (anybody || named > 0) {
            good(
                    "people",
                    config.rehearsal()
                            ? "three examples"
                            : anybody ? "anybody who writes" : "administrators: " + named);
        } else if (members(database)
                .reachable(EnumSet.of(Role.ADMINISTRATOR), EnumSet.allOf(Unit.Level.class))
                .isEmpty()) {
            wrong(
                    "people",
                    "there is no administrator, so nobody can be invited."
                            + " Name one in people.administrators, such as telegram:123456789");
        } else {
            good("people", "an administrator is a member");
        }
    }

    private Members members(Database database) {
        return new People(
                        database,
                        Set.of(),
                        false,
                        new Texts(),
                        Language.VI,
                        config.zone(),
                        new InvitationLinks(token -> "", () -> "", new Enclosures(new Files(database, clock))),
                        any -> Optional.empty())
                .members();
    }

    /** Whoever is in a unit that has ended is reminded of nothing, and counts for no commune that exists. */
    private void endedUnits(Database database) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), config.zone());
        Units units = new Units(database);
        Map<String, Long> ended = new TreeMap<>();
        for (Member member : new StoredOrganization(units, members(database), Language.VI, () -> today)
                .reachable(EnumSet.allOf(Role.class), Optional.empty())) {
            units.find(member.unit())
                    .filter(unit -> !unit.existsOn(today))
                    .ifPresent(unit -> ended.merge(unit.name(), 1L, Long::sum));
        }
        if (!config.rehearsal() && !ended.isEmpty()) {
            findings.add(Finding.warning(
                    "units",
                    "members are in units that do not exist today: "
                            + ended.entrySet().stream()
                                    .limit(5)
                                    .map(unit -> unit.getKey() + " (" + unit.getValue() + ")")
                                    .collect(Collectors.joining(", "))
                            + ". Move them with /roster or /members"));
        }
    }

    private void good(String what, String words) {
        findings.add(new Finding(true, what, words));
    }

    private void wrong(String what, String words) {
        findings.add(new Finding(false, what, words));
    }
}

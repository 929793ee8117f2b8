package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.text.Folding;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The members of a unit and the units below it, page by page, and those of a name. */
final class MemberList {
    private static final int A_PAGE = 10;

    private final Roster roster;
    private final Units units;
    private final Authority authority;
    private final Successions successions;
    private final ZoneId zone;

    MemberList(Roster roster, Units units, Authority authority, Successions successions, ZoneId zone) {
        this.successions = successions;
        this.roster = roster;
        this.units = units;
        this.authority = authority;
        this.zone = zone;
    }

    /** The topmost unit the person has a say in. */
    Reply top(Turn turn) {
        return unit(turn, authority.top(turn.person(), turn.now()), 0);
    }

    /**
     * A unit.
     *
     * @param page from 0; another is taken for the nearest there is
     */
    Reply unit(Turn turn, String code, int page) {
        Optional<Unit> unit = units.find(code);
        if (unit.isEmpty() || !authority.reaches(turn.person(), Role.CADRE, code)) {
            return Reply.say(turn.say("people.membersNotYours"));
        }
        Set<String> inside = units.within(code).stream().map(Unit::code).collect(Collectors.toSet());
        List<Roster.Entry> everybody = roster.all();
        List<Roster.Entry> all = everybody.stream()
                .filter(entry -> inside.contains(entry.person().unit()))
                .toList();
        List<Roster.Entry> own =
                all.stream().filter(entry -> entry.person().unit().equals(code)).toList();
        List<List<Button>> lines = new ArrayList<>();
        own.forEach(entry -> lines.add(List.of(button(turn, entry, ""))));
        Map<String, Integer> below = counted(all, code);
        units.below(code, LocalDate.ofInstant(turn.now(), zone))
                .forEach(part -> lines.add(List.of(new Button(
                        part.name() + " (" + below.getOrDefault(part.code(), 0) + ") ›",
                        MemberAct.ACTIONS.action(MemberAct.UNIT, part.code(), 0)))));
        List<List<Button>> rows =
                Paged.rows(lines, page, A_PAGE, at -> MemberAct.ACTIONS.action(MemberAct.UNIT, code, at));
        unit.get()
                .parent()
                .filter(above -> authority.reaches(turn.person(), Role.CADRE, above))
                .flatMap(units::find)
                .ifPresent(above -> rows.add(List.of(
                        new Button("‹ " + above.name(), MemberAct.ACTIONS.action(MemberAct.UNIT, above.code(), 0)))));
        StringBuilder text = new StringBuilder(turn.say(
                "people.membersOf",
                "unit",
                unit.get().name(),
                "own",
                own.size(),
                "all",
                all.size(),
                "unreachable",
                all.stream().filter(entry -> !entry.reachable()).count()));
        boolean office =
                turn.person().role().atLeast(Role.OFFICE) && code.equals(authority.top(turn.person(), turn.now()));
        List<Roster.Entry> nowhere = of(ended(turn), office ? everybody : all);
        if (!nowhere.isEmpty()) {
            text.append('\n').append(turn.say("people.membersEnded", "count", nowhere.size()));
        }
        if (office && !nowhere.isEmpty()) {
            rows.add(List.of(new Button(
                    turn.plain("people.endedButton", "count", nowhere.size()),
                    MemberAct.ACTIONS.action(MemberAct.ENDED, 0))));
        }
        return Words.shown(turn, text + "\n" + turn.say("people.membersHint"), rows);
    }

    /** Those of a name, as it may be typed in a hurry. */
    Reply named(Turn turn, String typed) {
        String wanted = Folding.folded(typed);
        Map<String, Boolean> reached = new HashMap<>();
        List<Roster.Entry> found = roster.all().stream()
                .filter(entry -> Folding.folded(entry.person().name()).contains(wanted))
                .filter(entry -> reached.computeIfAbsent(
                        entry.person().unit(), unit -> authority.reaches(turn.person(), Role.CADRE, unit)))
                .toList();
        if (found.isEmpty()) {
            return Reply.say(turn.say("people.membersNone", "name", typed));
        }
        Map<String, String> names = names();
        List<List<Button>> rows = found.stream()
                .limit(A_PAGE)
                .map(entry -> List.of(button(
                        turn,
                        entry,
                        names.getOrDefault(entry.person().unit(), entry.person().unit()))))
                .toList();
        return Reply.say(
                turn.say(
                        "people.membersFound",
                        "name",
                        typed,
                        "count",
                        found.size(),
                        "more",
                        found.size() > A_PAGE ? "yes" : "no",
                        "most",
                        A_PAGE),
                rows);
    }

    /** How many members each unit directly below has, with all below it. */
    private Map<String, Integer> counted(List<Roster.Entry> all, String code) {
        Map<String, String> parents = new HashMap<>();
        units.within(code).forEach(unit -> unit.parent().ifPresent(above -> parents.put(unit.code(), above)));
        Map<String, Integer> counted = new HashMap<>();
        for (Roster.Entry entry : all) {
            String unit = entry.person().unit();
            while (!unit.equals(code) && !code.equals(parents.get(unit))) {
                unit = parents.getOrDefault(unit, code);
            }
            counted.merge(unit, 1, Integer::sum);
        }
        return counted;
    }

    /** The members of units that are no more, or not yet: they belong somewhere else. */
    Reply ended(Turn turn, int page) {
        List<Roster.Entry> nowhere = of(ended(turn), roster.all());
        Map<String, String> names = names();
        List<List<Button>> lines = new ArrayList<>();
        nowhere.forEach(entry -> lines.add(List.of(button(
                turn,
                entry,
                names.getOrDefault(entry.person().unit(), entry.person().unit())))));
        List<List<Button>> rows = Paged.rows(lines, page, A_PAGE, at -> MemberAct.ACTIONS.action(MemberAct.ENDED, at));
        successions.button(turn).ifPresent(button -> rows.add(0, List.of(button)));
        rows.add(List.of(new Button(turn.plain("people.backToAll"), MemberAct.ACTIONS.action(MemberAct.TOP, 0))));
        return Words.shown(turn, turn.say("people.membersEnded", "count", nowhere.size()), rows);
    }

    private Set<String> ended(Turn turn) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        return units.all().stream()
                .filter(unit -> !unit.existsOn(today))
                .map(Unit::code)
                .collect(Collectors.toSet());
    }

    private static List<Roster.Entry> of(Set<String> units, List<Roster.Entry> members) {
        return members.stream()
                .filter(entry -> units.contains(entry.person().unit()))
                .toList();
    }

    /** What the units are called; asked once, for after a reform all members are in units that have ended. */
    private Map<String, String> names() {
        return units.all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }

    /** @param place behind the name and the role; may be empty */
    private static Button button(Turn turn, Roster.Entry entry, String place) {
        return new Button(
                (entry.reachable() ? "" : "⚠️ ")
                        + entry.person().name()
                        + " · "
                        + Words.role(turn.texts(), entry.person().role())
                        + (place.isEmpty() ? "" : " · " + place),
                MemberAct.CARD.action(entry.person()));
    }
}

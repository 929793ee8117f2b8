package danvan.people;

import danvan.chat.Button;
import danvan.chat.Dates;
import danvan.chat.Language;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.conversation.Command;
import danvan.conversation.Effect;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * {@code /members}: leads see who belongs to the own unit and those below, the office everybody; and put right who moves to
 * another unit, gets another role, leaves, or has lost the way in.
 */
final class MemberDesk implements Feature {
    static final String NAME = "members";
    private static final int UNITS_A_PAGE = 20;

    private final Roster roster;
    private final Units units;
    private final Members members;
    private final Authority authority;
    private final Inviting inviting;
    private final Successions successions;
    private final MemberList list;
    private final Texts texts;
    private final Language otherwise;
    private final ZoneId zone;

    /** @param otherwise the language of members who chose none */
    MemberDesk(
            Roster roster,
            Units units,
            Members members,
            Authority authority,
            Inviting inviting,
            Texts texts,
            Language otherwise,
            ZoneId zone) {
        this.roster = roster;
        this.units = units;
        this.members = members;
        this.authority = authority;
        this.inviting = inviting;
        this.successions = new Successions(roster, units, members, texts, otherwise, zone);
        this.list = new MemberList(roster, units, authority, successions, zone);
        this.texts = texts;
        this.otherwise = otherwise;
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("members", List.of("canbo", "uyeler"), "people.helpMembers", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return rest.isBlank() ? list.top(turn) : list.named(turn, rest.strip());
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = Arrays.copyOf((action + ":::").split(":", -1), 4);
        if (!turn.person().role().atLeast(Role.LEAD)) {
            return old(turn);
        }
        if (parts[0].equals("u")) {
            return list.unit(turn, parts[1], number(parts[2]));
        }
        if (List.of("x", "e", "f", "h").contains(parts[0])) {
            return turn.person().role().atLeast(Role.OFFICE) ? ended(turn, parts[0], parts[1]) : old(turn);
        }
        Optional<Roster.Entry> entry =
                parts[1].matches("\\d{1,18}") ? roster.find(Long.parseLong(parts[1])) : Optional.empty();
        if (entry.isEmpty()) {
            return Reply.nothing().andToast(turn.plain("people.memberGone"));
        }
        Person member = entry.get().person();
        if (parts[0].equals("c")) {
            return authority.reaches(turn.person(), Role.CADRE, member.unit())
                    ? card(turn, entry.get())
                    : Reply.nothing().andToast(turn.plain("people.memberNotYours"));
        }
        if (!authority.over(turn.person(), member)) {
            return Reply.nothing().andToast(turn.plain("people.memberNotYours"));
        }
        return switch (parts[0]) {
            case "m" -> chooseUnit(turn, member, parts[2].isEmpty() ? start(turn, member) : parts[2], number(parts[3]));
            case "t" -> moved(turn, member, parts[2]);
            case "r" -> chooseRole(turn, member);
            case "s" ->
                Words.role(parts[2]).map(role -> promoted(turn, member, role)).orElseGet(() -> old(turn));
            case "l" ->
                Words.shown(
                        turn,
                        turn.say("people.leaveSure", "name", member.name()),
                        List.of(
                                List.of(new Button(turn.plain("people.leaveYes"), action(member, "y", ""))),
                                List.of(back(member))));
            case "y" -> left(turn, member);
            case "w" -> ways(turn, member);
            case "n", "o" ->
                turn.person().role().atLeast(Role.OFFICE) ? again(turn, member, parts[0].equals("o")) : old(turn);
            default -> old(turn);
        };
    }

    /** About the members of units that have ended. */
    private Reply ended(Turn turn, String what, String rest) {
        return switch (what) {
            case "x" -> list.ended(turn, number(rest));
            case "e" -> successions.ask(turn);
            case "f" -> successions.move(turn, rest);
            default -> list.top(turn);
        };
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
    }

    private static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
    }

    private Reply card(Turn turn, Roster.Entry entry) {
        Person member = entry.person();
        List<List<Button>> rows = new ArrayList<>();
        if (authority.over(turn.person(), member)) {
            rows.add(List.of(
                    new Button(turn.plain("people.moveButton"), action(member, "m", "")),
                    new Button(turn.plain("people.roleButton"), action(member, "r", ""))));
            if (turn.person().role().atLeast(Role.OFFICE)) {
                rows.add(List.of(new Button(turn.plain("people.againButton"), action(member, "w", ""))));
            }
            rows.add(List.of(new Button(turn.plain("people.leaveButton"), action(member, "l", ""))));
        }
        rows.add(List.of(new Button("‹ " + unit(member.unit()), NAME + ":u:" + member.unit() + ":0")));
        return Words.shown(
                turn,
                turn.say(
                        "people.card",
                        "name",
                        member.name(),
                        "role",
                        Words.role(turn.texts(), member.role()),
                        "unit",
                        unit(member.unit()),
                        "since",
                        day(turn, entry.since()),
                        "ways",
                        entry.messenger() && entry.page()
                                ? "both"
                                : entry.messenger() ? "messenger" : entry.page() ? "page" : "none",
                        "heard",
                        entry.seen().isPresent() ? "yes" : "no",
                        "seen",
                        entry.seen().map(at -> day(turn, at)).orElse("")),
                rows);
    }

    private Reply chooseUnit(Turn turn, Person member, String code, int page) {
        Optional<Unit> here = units.find(code);
        if (here.isEmpty() || !authority.reaches(turn.person(), member.role(), code)) {
            return Reply.nothing().andToast(turn.plain("people.memberNotYours"));
        }
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        List<List<Button>> rows = new ArrayList<>();
        if (!member.unit().equals(code) && here.get().existsOn(today)) {
            rows.add(List.of(
                    new Button(turn.plain("people.moveHere", "unit", here.get().name()), action(member, "t", code))));
        }
        List<List<Button>> below = units.below(code, today).stream()
                .map(unit -> List.of(new Button(unit.name() + " ›", action(member, "m", unit.code()))))
                .toList();
        rows.addAll(Paged.rows(below, page, UNITS_A_PAGE, at -> action(member, "m", code + ":" + at)));
        here.get()
                .parent()
                .filter(above -> authority.reaches(turn.person(), member.role(), above))
                .ifPresent(above -> rows.add(List.of(new Button("‹ " + unit(above), action(member, "m", above)))));
        rows.add(List.of(back(member)));
        return Words.shown(
                turn, turn.say("people.moveWhere", "name", member.name(), "unit", unit(member.unit())), rows);
    }

    /** Most move to a unit beside the own. */
    private String start(Turn turn, Person member) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        return units.find(member.unit())
                .flatMap(Unit::parent)
                .flatMap(units::find)
                .filter(above -> above.existsOn(today) && authority.reaches(turn.person(), member.role(), above.code()))
                .map(Unit::code)
                .orElseGet(() -> authority.top(turn.person(), turn.now()));
    }

    private Reply moved(Turn turn, Person member, String code) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        boolean allowed = units.find(code).filter(unit -> unit.existsOn(today)).isPresent()
                && authority.reaches(turn.person(), member.role(), code);
        return allowed
                ? changed(turn, member, new Person(member.id(), member.name(), member.role(), code, member.language()))
                : Reply.nothing().andToast(turn.plain("people.memberNotYours"));
    }

    private Reply chooseRole(Turn turn, Person member) {
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != member.role() && authority.reaches(turn.person(), role, member.unit())) {
                rows.add(List.of(new Button(Words.role(turn.texts(), role), action(member, "s", role.name()))));
            }
        }
        rows.add(List.of(back(member)));
        return Words.shown(
                turn,
                turn.say("people.roleWhich", "name", member.name(), "role", Words.role(turn.texts(), member.role())),
                rows);
    }

    private Reply promoted(Turn turn, Person member, Role role) {
        return authority.reaches(turn.person(), role, member.unit())
                ? changed(turn, member, new Person(member.id(), member.name(), role, member.unit(), member.language()))
                : Reply.nothing().andToast(turn.plain("people.memberNotYours"));
    }

    private Reply changed(Turn turn, Person before, Person after) {
        if (before.equals(after)) {
            return old(turn);
        }
        BiFunction<Texts.Phrases, String, String> said = (phrases, key) -> phrases.say(
                key,
                "name",
                after.name(),
                "role",
                Words.role(phrases, after.role()),
                "unit",
                unit(after.unit()),
                "by",
                turn.person().name());
        return told(
                turn,
                before,
                said.apply(turn.texts(), "people.memberChanged")
                        + (Roster.isLowered(before.role(), after.role()) ? invitationsEnd(turn, before) : ""),
                phrases -> said.apply(phrases, "people.youChanged"),
                tx -> Roster.change(tx, before, after, turn.person().id(), turn.now()));
    }

    private Reply left(Turn turn, Person member) {
        return told(
                turn,
                member,
                turn.say("people.memberLeft", "name", member.name()) + invitationsEnd(turn, member),
                phrases -> phrases.say("people.youLeft", "by", turn.person().name()),
                tx -> Roster.leave(tx, member, turn.person().id(), turn.now()));
    }

    /** What the office has to make anew; nothing where there is nothing. */
    private String invitationsEnd(Turn turn, Person member) {
        long count = roster.invitations(member.id(), turn.now());
        return count == 0 ? "" : "\n" + turn.say("people.invitationsEnd", "count", count);
    }

    private Reply ways(Turn turn, Person member) {
        return Words.shown(
                turn,
                turn.say("people.againWhich", "name", member.name()) + shutsToo(turn, member),
                List.of(
                        List.of(new Button(turn.plain("people.againMore"), action(member, "n", ""))),
                        List.of(new Button(turn.plain("people.againOnly"), action(member, "o", ""))),
                        List.of(back(member))));
    }

    private String shutsToo(Turn turn, Person member) {
        long count = roster.invitations(member.id(), turn.now());
        return count == 0 ? "" : "\n" + turn.say("people.againOnlyEnds", "count", count);
    }

    private Reply again(Turn turn, Person member, boolean shut) {
        Reply reply = inviting.invitedAgain(turn, member);
        return shut
                // Whoever has the phone now is not told.
                ? reply.andDo(tx -> Roster.shutOut(tx, member, turn.person().id(), turn.now()))
                : members.reachable(member.id())
                        .map(known -> reply.andTell(
                                known.address(),
                                Outgoing.message(phrases(member)
                                        .say(
                                                "people.youAgain",
                                                "by",
                                                turn.person().name()))))
                        .orElse(reply);
    }

    private interface Said {
        String in(Texts.Phrases phrases);
    }

    private Reply told(Turn turn, Person member, String text, Said toMember, Effect effect) {
        Reply reply = Words.shown(
                        turn,
                        text,
                        List.of(List.of(new Button("‹ " + unit(member.unit()), NAME + ":u:" + member.unit() + ":0"))))
                .andDo(effect);
        return members.reachable(member.id())
                .map(known -> reply.andTell(known.address(), Outgoing.message(toMember.in(phrases(member)))))
                .orElse(reply);
    }

    private Texts.Phrases phrases(Person member) {
        return texts.in(member.language().orElse(otherwise));
    }

    private static Button back(Person member) {
        return new Button("‹ " + member.name(), action(member, "c", ""));
    }

    private static String action(Person member, String what, String rest) {
        return NAME + ":" + what + ":" + member.id() + (rest.isEmpty() ? "" : ":" + rest);
    }

    private String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }

    private String day(Turn turn, Instant at) {
        return Dates.day(LocalDate.ofInstant(at, zone), turn.language());
    }
}

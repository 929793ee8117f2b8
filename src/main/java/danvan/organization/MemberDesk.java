package danvan.organization;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.text.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code /members}: leads see who belongs to the own unit and those below, the office everybody; and put right who moves to
 * another unit, gets another role, leaves, or has lost the way in.
 */
final class MemberDesk implements Feature {
    static final String NAME = "members";

    private final Roster roster;
    private final Units units;
    private final Authority authority;
    private final MemberChanges changes;
    private final AccessReset ways;
    private final Successions successions;
    private final MemberList list;
    private final ZoneId zone;

    MemberDesk(
            Roster roster,
            Units units,
            Authority authority,
            Inviting inviting,
            MemberNotifications tidings,
            ZoneId zone) {
        this.roster = roster;
        this.units = units;
        this.authority = authority;
        this.changes = new MemberChanges(roster, units, authority, tidings, zone);
        this.ways = new AccessReset(roster, inviting, tidings);
        this.successions = new Successions(roster, units, tidings, zone);
        this.list = new MemberList(roster, units, authority, successions, zone);
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
        if (entry.filter(one -> authority.reaches(
                        turn.person(), Role.CADRE, one.person().unit()))
                .isEmpty()) {
            // One answer for who is not there and for who is others': nobody learns by trying who there is.
            return Reply.nothing().andToast(turn.plain("people.memberGone"));
        }
        Person member = entry.get().person();
        if (parts[0].equals("c")) {
            return card(turn, entry.get());
        }
        if (!authority.over(turn.person(), member)) {
            return Reply.nothing().andToast(turn.plain("people.memberNotYours"));
        }
        return switch (parts[0]) {
            case "m" ->
                changes.chooseUnit(
                        turn, member, parts[2].isEmpty() ? changes.start(turn, member) : parts[2], number(parts[3]));
            case "t" -> changes.moved(turn, member, parts[2]);
            case "r" -> changes.chooseRole(turn, member);
            case "s" ->
                Words.role(parts[2])
                        .map(role -> changes.promoted(turn, member, role))
                        .orElseGet(() -> old(turn));
            case "l" -> changes.askLeaving(turn, member);
            case "y" -> changes.left(turn, member);
            case "w" -> ways.ask(turn, member);
            case "n", "o" ->
                turn.person().role().atLeast(Role.OFFICE) ? ways.again(turn, member, parts[0].equals("o")) : old(turn);
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

    static Reply old(Turn turn) {
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
        rows.add(List.of(backToUnit(member, unit(member.unit()))));
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

    static Button back(Person member) {
        return new Button("‹ " + member.name(), action(member, "c", ""));
    }

    static Button backToUnit(Person member, String unit) {
        return new Button("‹ " + unit, NAME + ":u:" + member.unit() + ":0");
    }

    static String action(Person member, String what, String rest) {
        return NAME + ":" + what + ":" + member.id() + (rest.isEmpty() ? "" : ":" + rest);
    }

    private String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }

    private String day(Turn turn, Instant at) {
        return Dates.day(LocalDate.ofInstant(at, zone), turn.language());
    }
}

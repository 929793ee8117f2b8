package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.text.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /members}: shows leads the members of their own unit and its subordinate units, the office all members, and moves or
 * removes a member, changes a role, or gives new access to whoever lost it.
 */
final class MemberDesk implements Feature {
    static final String NAME = "members";

    private final Units units;
    private final MemberDecisions decisions;
    private final MemberChanges changes;
    private final AccessReset ways;
    private final Successions successions;
    private final MemberList list;
    private final ZoneId zone;

    MemberDesk(
            Roster roster,
            Units units,
            Authority authority,
            MemberDecisions decisions,
            MemberNotifications tidings,
            ZoneId zone) {
        this.units = units;
        this.decisions = decisions;
        this.changes = new MemberChanges(units, authority, zone);
        this.ways = new AccessReset(roster);
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
        return MemberAct.ACTIONS
                .tap(action)
                .filter(tap -> turn.person().role().atLeast(tap.act().from()))
                .map(tap -> tap.act().isOfOne() ? ofOne(turn, tap) : ofMany(turn, tap))
                .orElseGet(() -> Words.old(turn));
    }

    private Reply ofMany(Turn turn, Actions.Tap<MemberAct> tap) {
        return switch (tap.act()) {
            case UNIT -> list.unit(turn, tap.value(0), tap.number(1));
            case ENDED -> list.ended(turn, tap.number(0));
            case ASK_SUCCESSION -> successions.ask(turn);
            case SUCCESSION -> successions.move(turn, tap.value(0));
            default -> list.top(turn);
        };
    }

    private Reply ofOne(Turn turn, Actions.Tap<MemberAct> tap) {
        Optional<Roster.Entry> entry = tap.id(0).flatMap(id -> decisions.found(turn.person(), id));
        if (entry.isEmpty()) {
            // One answer for who is not there and for who is others': nobody learns by trying who there is.
            return Reply.nothing().andToast(turn.plain("people.memberGone"));
        }
        Person member = entry.get().person();
        if (tap.act() == MemberAct.CARD) {
            return card(turn, entry.get());
        }
        if (!decisions.decides(turn.person(), member)) {
            return Reply.nothing().andToast(turn.plain("people.memberNotYours"));
        }
        return switch (tap.act()) {
            case CHOOSE_UNIT ->
                changes.chooseUnit(
                        turn,
                        member,
                        tap.value(1).isEmpty() ? changes.start(turn, member) : tap.value(1),
                        tap.number(2));
            case MOVE -> decisions.moved(turn, member, tap.value(1));
            case CHOOSE_ROLE -> changes.chooseRole(turn, member);
            case SET_ROLE ->
                Words.role(tap.value(1))
                        .map(role -> decisions.promoted(turn, member, role))
                        .orElseGet(() -> Words.old(turn));
            case ASK_LEAVING -> changes.askLeaving(turn, member);
            case LEAVE -> decisions.left(turn, member);
            case ASK_ACCESS -> ways.ask(turn, member);
            case ANOTHER_ACCESS -> decisions.again(turn, member, false).reply();
            case ONLY_ACCESS -> decisions.again(turn, member, true).reply();
            default -> Words.old(turn);
        };
    }

    private Reply card(Turn turn, Roster.Entry entry) {
        Person member = entry.person();
        List<List<Button>> rows = new ArrayList<>();
        if (decisions.decides(turn.person(), member)) {
            rows.add(List.of(
                    new Button(turn.plain("people.moveButton"), MemberAct.CHOOSE_UNIT.action(member)),
                    new Button(turn.plain("people.roleButton"), MemberAct.CHOOSE_ROLE.action(member))));
            if (MemberDecisions.givesAccess(turn.person())) {
                rows.add(List.of(new Button(turn.plain("people.againButton"), MemberAct.ASK_ACCESS.action(member))));
            }
            rows.add(List.of(new Button(turn.plain("people.leaveButton"), MemberAct.ASK_LEAVING.action(member))));
        }
        rows.add(List.of(Words.backToUnit(member, unit(member.unit()))));
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

    private String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }

    private String day(Turn turn, Instant at) {
        return Dates.day(LocalDate.ofInstant(at, zone), turn.language());
    }
}

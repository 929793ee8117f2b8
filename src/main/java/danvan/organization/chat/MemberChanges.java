package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.Units;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A member moves to another unit, gets another role, or leaves. Whoever asks has a say over the member. */
final class MemberChanges {
    private static final int UNITS_A_PAGE = 20;

    private final Roster roster;
    private final Units units;
    private final Authority authority;
    private final MemberNotifications tidings;
    private final ZoneId zone;

    MemberChanges(Roster roster, Units units, Authority authority, MemberNotifications tidings, ZoneId zone) {
        this.roster = roster;
        this.units = units;
        this.authority = authority;
        this.tidings = tidings;
        this.zone = zone;
    }

    Reply chooseUnit(Turn turn, Person member, String code, int page) {
        Optional<Unit> here = units.find(code);
        if (here.isEmpty() || !authority.reaches(turn.person(), member.role(), code)) {
            return Reply.nothing().andToast(turn.plain("people.memberNotYours"));
        }
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        List<List<Button>> rows = new ArrayList<>();
        if (!member.unit().equals(code) && here.get().existsOn(today)) {
            rows.add(List.of(new Button(
                    turn.plain("people.moveHere", "unit", here.get().name()), MemberAct.MOVE.action(member, code))));
        }
        List<List<Button>> below = units.below(code, today).stream()
                .map(unit -> List.of(new Button(unit.name() + " ›", MemberAct.CHOOSE_UNIT.action(member, unit.code()))))
                .toList();
        rows.addAll(Paged.rows(below, page, UNITS_A_PAGE, at -> MemberAct.CHOOSE_UNIT.action(member, code, at)));
        here.get()
                .parent()
                .filter(above -> authority.reaches(turn.person(), member.role(), above))
                .ifPresent(above ->
                        rows.add(List.of(new Button("‹ " + unit(above), MemberAct.CHOOSE_UNIT.action(member, above)))));
        rows.add(List.of(MemberDesk.back(member)));
        return Words.shown(
                turn, turn.say("people.moveWhere", "name", member.name(), "unit", unit(member.unit())), rows);
    }

    /** Most move to a unit beside their own. */
    String start(Turn turn, Person member) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        return units.find(member.unit())
                .flatMap(Unit::parent)
                .flatMap(units::find)
                .filter(above -> above.existsOn(today) && authority.reaches(turn.person(), member.role(), above.code()))
                .map(Unit::code)
                .orElseGet(() -> authority.top(turn.person(), turn.now()));
    }

    Reply moved(Turn turn, Person member, String code) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        boolean allowed = units.find(code).filter(unit -> unit.existsOn(today)).isPresent()
                && authority.reaches(turn.person(), member.role(), code);
        return allowed
                ? changed(turn, member, new Person(member.id(), member.name(), member.role(), code, member.language()))
                : Reply.nothing().andToast(turn.plain("people.memberNotYours"));
    }

    Reply chooseRole(Turn turn, Person member) {
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != member.role() && authority.reaches(turn.person(), role, member.unit())) {
                rows.add(List.of(
                        new Button(Words.role(turn.texts(), role), MemberAct.SET_ROLE.action(member, role.name()))));
            }
        }
        rows.add(List.of(MemberDesk.back(member)));
        return Words.shown(
                turn,
                turn.say("people.roleWhich", "name", member.name(), "role", Words.role(turn.texts(), member.role())),
                rows);
    }

    Reply promoted(Turn turn, Person member, Role role) {
        return authority.reaches(turn.person(), role, member.unit())
                ? changed(turn, member, new Person(member.id(), member.name(), role, member.unit(), member.language()))
                : Reply.nothing().andToast(turn.plain("people.memberNotYours"));
    }

    private Reply changed(Turn turn, Person before, Person after) {
        if (before.equals(after)) {
            return MemberDesk.old(turn);
        }
        String text = turn.say(
                "people.memberChanged",
                "name",
                after.name(),
                "role",
                Words.role(turn.texts(), after.role()),
                "unit",
                unit(after.unit()));
        boolean lowered = Roster.isLowered(before.role(), after.role());
        return done(turn, before, text + (lowered ? invitationsEnd(turn, before) : ""))
                .andDo(tx -> Roster.change(tx, before, after, turn.person().id(), turn.now()))
                .andTell(tidings.changed(
                        List.of(after), this::unit, turn.person().name()));
    }

    /** Asked before it is done. */
    Reply askLeaving(Turn turn, Person member) {
        return Words.shown(
                turn,
                turn.say("people.leaveSure", "name", member.name()),
                List.of(
                        List.of(new Button(turn.plain("people.leaveYes"), MemberAct.LEAVE.action(member, ""))),
                        List.of(MemberDesk.back(member))));
    }

    Reply left(Turn turn, Person member) {
        return done(turn, member, turn.say("people.memberLeft", "name", member.name()) + invitationsEnd(turn, member))
                .andDo(tx -> Roster.leave(tx, member, turn.person().id(), turn.now()))
                .andTell(tidings.left(List.of(member), turn.person().name()));
    }

    /** What the office has to make again; nothing where there is nothing. */
    private String invitationsEnd(Turn turn, Person member) {
        long count = roster.invitations(member.id(), turn.now());
        return count == 0 ? "" : "\n" + turn.say("people.invitationsEnd", "count", count);
    }

    /** The answer to who decided; under it the way back to the member's unit. */
    private Reply done(Turn turn, Person member, String text) {
        return Words.shown(turn, text, List.of(List.of(MemberDesk.backToUnit(member, unit(member.unit())))));
    }

    private String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }
}

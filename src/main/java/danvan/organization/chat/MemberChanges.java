package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Unit;
import danvan.organization.Units;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dialog in which a member moves to another unit, gets another role, or leaves. Whoever asks has a say over the member. */
final class MemberChanges {
    private static final int UNITS_A_PAGE = 20;

    private final Units units;
    private final Authority authority;
    private final ZoneId zone;

    MemberChanges(Units units, Authority authority, ZoneId zone) {
        this.units = units;
        this.authority = authority;
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
        rows.add(List.of(Words.back(member)));
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

    Reply chooseRole(Turn turn, Person member) {
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != member.role() && authority.reaches(turn.person(), role, member.unit())) {
                rows.add(List.of(
                        new Button(Words.role(turn.texts(), role), MemberAct.SET_ROLE.action(member, role.name()))));
            }
        }
        rows.add(List.of(Words.back(member)));
        return Words.shown(
                turn,
                turn.say("people.roleWhich", "name", member.name(), "role", Words.role(turn.texts(), member.role())),
                rows);
    }

    /** Asked before it is done. */
    Reply askLeaving(Turn turn, Person member) {
        return Words.shown(
                turn,
                turn.say("people.leaveSure", "name", member.name()),
                List.of(
                        List.of(new Button(turn.plain("people.leaveYes"), MemberAct.LEAVE.action(member, ""))),
                        List.of(Words.back(member))));
    }

    private String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }
}

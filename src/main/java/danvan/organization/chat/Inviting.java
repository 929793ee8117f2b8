package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Invitations;
import danvan.organization.Secrets;
import danvan.organization.Unit;
import danvan.organization.Units;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How somebody is invited: a role, a unit, and a code to pass on. */
final class Inviting {
    private static final int UNITS_A_PAGE = 20;

    private final Units units;
    private final Authority authority;
    private final Secrets secrets;
    private final ZoneId zone;
    private final Function<String, String> link;

    /** @param link makes the address of the phone page for a token; empty where there is no page */
    Inviting(Units units, Authority authority, Secrets secrets, ZoneId zone, Function<String, String> link) {
        this.units = units;
        this.authority = authority;
        this.secrets = secrets;
        this.zone = zone;
        this.link = link;
    }

    Reply chooseRole(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            if (authority.reaches(turn.person(), role, authority.top(turn.person(), turn.now()))) {
                rows.add(List.of(PeopleAct.ACTIONS.button(Words.role(turn.texts(), role), PeopleAct.ROLE, role)));
            }
        }
        return Reply.say(turn.say("people.inviteRole"), rows);
    }

    Reply chooseUnit(Turn turn, Role role) {
        return chooseUnit(turn, role, authority.top(turn.person(), turn.now()), 0);
    }

    Reply chooseUnit(Turn turn, Role role, String code, int page) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        Optional<Unit> unit = units.find(code);
        if (unit.isEmpty() || !authority.reaches(turn.person(), role, code)) {
            return Reply.say(turn.say("people.inviteNotAllowed"));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (!unit.get().hasEnded(today)) {
            rows.add(List.of(PeopleAct.ACTIONS.button(
                    turn.plain("people.inviteHere", "unit", unit.get().name()), PeopleAct.INVITE, role, code)));
        }
        List<List<Button>> below = units.below(code, today).stream()
                .map(part -> List.of(PeopleAct.ACTIONS.button(part.name() + " ›", PeopleAct.UNIT, role, part.code())))
                .toList();
        rows.addAll(Paged.rows(below, page, UNITS_A_PAGE, at -> PeopleAct.page(at, role, code)));
        return Words.shown(turn, turn.say("people.inviteUnit", "role", Words.role(turn.texts(), role)), rows);
    }

    /** @param typed role and unit's code */
    Reply invited(Turn turn, String typed) {
        String[] words = typed.split("\\s+", -1);
        return words.length == 2 ? invited(turn, words[0], words[1]) : Reply.say(turn.say("people.inviteUsage"));
    }

    /** A role and a unit's code, as they were typed or chosen. */
    Reply invited(Turn turn, String wanted, String where) {
        Optional<Role> role = Words.role(wanted);
        Optional<Unit> unit = units.find(where);
        if (role.isEmpty() || unit.isEmpty()) {
            return Reply.say(turn.say("people.inviteUsage"));
        }
        if (!authority.reaches(turn.person(), role.get(), unit.get().code())) {
            return Reply.say(turn.say("people.inviteNotAllowed"));
        }
        if (unit.get().hasEnded(LocalDate.ofInstant(turn.now(), zone))) {
            return Reply.say(turn.say(
                    "people.fault.unitOver",
                    "value",
                    unit.get().name(),
                    "successor",
                    unit.get()
                            .successor()
                            .map(next -> units.find(next).map(Unit::name).orElse(next))
                            .orElse("–")));
        }
        String code = newCode();
        String address = linkOf(code);
        return Reply.say(turn.say(
                        address.isEmpty() ? "people.invitedByCode" : "people.invited",
                        "role",
                        Words.role(turn.texts(), role.get()),
                        "unit",
                        unit.get().name(),
                        "code",
                        code,
                        "link",
                        address,
                        "days",
                        Invitations.VALID.toDays()))
                .andDo(tx -> Invitations.add(
                        tx,
                        code,
                        Optional.empty(),
                        role.get(),
                        unit.get().code(),
                        turn.person().id(),
                        turn.now()));
    }

    /**
     * A code that lets a member in again, by a phone or a browser the bot does not know yet. It takes the place of the
     * question: of two taps the second's code is the one that is good, and the only one to be seen.
     */
    Reply invitedAgain(Turn turn, Person member) {
        String code = newCode();
        String address = linkOf(code);
        return Words.shown(
                        turn,
                        turn.say(
                                address.isEmpty() ? "people.againByCode" : "people.again",
                                "name",
                                member.name(),
                                "code",
                                code,
                                "link",
                                address,
                                "days",
                                Invitations.VALID.toDays()),
                        List.of())
                .andDo(tx ->
                        Invitations.addAgain(tx, code, member, turn.person().id(), turn.now()));
    }

    String newCode() {
        return secrets.code();
    }

    /** Where the phone page opens an invitation; empty where there is no page. */
    String linkOf(String code) {
        return link.apply(code.replace("-", ""));
    }
}

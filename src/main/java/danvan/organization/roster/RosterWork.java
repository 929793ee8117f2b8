package danvan.organization.roster;

import danvan.chat.Person;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Invitations;
import danvan.organization.Roster;
import danvan.organization.Units;
import danvan.organization.chat.People;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what a draft says. */
final class RosterWork {
    private final Database database;
    private final People people;

    RosterWork(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** What else ends with who leaves or goes down; nothing where there is nothing. */
    String invitationsEnd(Turn turn, Draft draft) {
        List<Long> ending = Stream.concat(
                        draft.of(Change.Leaving.class).stream().map(Change.Leaving::member),
                        draft.of(Change.OfMember.class).stream()
                                .filter(change -> Roster.isLowered(
                                        change.before().role(), change.after().role()))
                                .map(Change.OfMember::before))
                .map(Person::id)
                .toList();
        long count = database.read(tx -> ending.stream()
                .mapToLong(member -> Roster.invitations(tx, member, turn.now()))
                .sum());
        return count == 0 ? "" : "\n" + turn.say("people.invitationsEnd", "count", count);
    }

    /** A code for each who is new. */
    List<CodesWriter.Invited> invited(Draft draft, State state) {
        Map<String, String> names = names(draft, state);
        List<CodesWriter.Invited> invited = new ArrayList<>();
        for (Change.Newcomer one : draft.of(Change.Newcomer.class)) {
            String code = people.newCode();
            invited.add(new CodesWriter.Invited(
                    one, names.getOrDefault(one.unit(), one.unit()), code, people.linkOf(code)));
        }
        return invited;
    }

    /** All of it, or nothing. */
    void put(Tx tx, Turn turn, Draft draft, State state, List<CodesWriter.Invited> invited) {
        long by = turn.person().id();
        State now = State.of(tx, turn.now());
        if (!now.units().equals(state.units()) || !now.expected().equals(state.expected())) {
            throw new Conflict("the units or the invitations changed in the meantime");
        }
        for (Change.OfUnit change : draft.of(Change.OfUnit.class)) {
            Units.keep(tx, change.after());
            people.note(tx, turn.now(), by, "unit changed", change.after().toString());
        }
        draft.of(Change.OfMember.class)
                .forEach(change -> Roster.change(tx, change.before(), change.after(), by, turn.now()));
        draft.of(Change.Leaving.class).forEach(change -> Roster.leave(tx, change.member(), by, turn.now()));
        invited.forEach(one -> Invitations.add(
                tx,
                one.code(),
                Optional.of(one.who().name()),
                one.who().role(),
                one.who().unit(),
                by,
                turn.now()));
    }

    /** Who moves, rises or leaves is told. */
    List<Reply.Notice> notices(Turn turn, Draft draft, State state) {
        Map<String, String> names = names(draft, state);
        String by = turn.person().name();
        List<Reply.Notice> notices = new ArrayList<>(people.tidings()
                .changed(
                        draft.of(Change.OfMember.class).stream()
                                .filter(Change.OfMember::concerns)
                                .map(Change.OfMember::after)
                                .toList(),
                        code -> names.getOrDefault(code, code),
                        by));
        notices.addAll(people.tidings()
                .left(
                        draft.of(Change.Leaving.class).stream()
                                .map(Change.Leaving::member)
                                .toList(),
                        by));
        return notices;
    }

    /** What the units will be called. */
    private static Map<String, String> names(Draft draft, State state) {
        Map<String, String> names = new HashMap<>();
        state.units().values().forEach(unit -> names.put(unit.code(), unit.name()));
        draft.of(Change.OfUnit.class)
                .forEach(change ->
                        names.put(change.after().code(), change.after().name()));
        return names;
    }
}

package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Roster;
import danvan.organization.Succession;
import danvan.organization.Units;
import danvan.text.Markup;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The office moves all members of units that have ended to what took their place. */
final class Successions {
    private static final int MOST_LINES = 20;

    private final Roster roster;
    private final Units units;
    private final MemberNotifications tidings;
    private final ZoneId zone;

    Successions(Roster roster, Units units, MemberNotifications tidings, ZoneId zone) {
        this.roster = roster;
        this.units = units;
        this.tidings = tidings;
        this.zone = zone;
    }

    /** The button that begins it, where there is somebody to move. */
    Optional<Button> button(Turn turn) {
        int count = current(turn).moves().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Button(
                        turn.plain("people.succeedButton", "count", count),
                        MemberAct.ACTIONS.action(MemberAct.ASK_SUCCESSION, 0)));
    }

    /** Says who would move where. */
    Reply ask(Turn turn) {
        Succession succession = current(turn);
        if (succession.moves().isEmpty()) {
            return Reply.nothing().andToast(turn.plain("people.succeedNobody"));
        }
        Map<String, Integer> counted = new TreeMap<>();
        succession
                .moves()
                .forEach(move ->
                        counted.merge(move.from().name() + " → " + move.to().name(), 1, Integer::sum));
        StringBuilder text = new StringBuilder(
                turn.say("people.succeed", "count", succession.moves().size()));
        counted.entrySet().stream()
                .limit(MOST_LINES)
                .forEach(line -> text.append("\n• ").append(Markup.escape(line.getKey() + ": " + line.getValue())));
        if (counted.size() > MOST_LINES) {
            text.append('\n').append(turn.say("people.rosterMore", "count", counted.size() - MOST_LINES));
        }
        return Words.shown(
                turn,
                text.toString(),
                List.of(
                        List.of(new Button(
                                turn.plain("people.succeedYes"),
                                MemberAct.ACTIONS.action(MemberAct.SUCCESSION, succession.mark()))),
                        List.of(new Button(
                                turn.plain("people.succeedNo"), MemberAct.ACTIONS.action(MemberAct.TOP, 0)))));
    }

    /** Moves them, where they are still those who were shown. */
    Reply move(Turn turn, String mark) {
        Succession succession = current(turn);
        if (!succession.mark().equals(mark)) {
            return ask(turn);
        }
        List<Person> moved = succession.moves().stream().map(Successions::moved).toList();
        Map<String, String> names = new HashMap<>();
        succession.moves().forEach(move -> names.put(move.to().code(), move.to().name()));
        return Words.shown(turn, turn.say("people.succeedDone", "count", moved.size()), List.of())
                .andDo(tx -> succession
                        .moves()
                        .forEach(move -> Roster.change(
                                tx, move.member(), moved(move), turn.person().id(), turn.now())))
                .andTell(tidings.changed(
                        moved,
                        code -> names.getOrDefault(code, code),
                        turn.person().name()));
    }

    private static Person moved(Succession.Move move) {
        Person member = move.member();
        return new Person(member.id(), member.name(), member.role(), move.to().code(), member.language());
    }

    private Succession current(Turn turn) {
        return Succession.of(roster.all(), units.all(), LocalDate.ofInstant(turn.now(), zone));
    }
}

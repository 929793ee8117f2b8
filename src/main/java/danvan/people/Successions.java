package danvan.people;

import danvan.chat.Button;
import danvan.chat.Language;
import danvan.chat.Markup;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Texts;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
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
    private final Members members;
    private final Texts texts;
    private final Language otherwise;
    private final ZoneId zone;

    /** @param otherwise the language of members who chose none */
    Successions(Roster roster, Units units, Members members, Texts texts, Language otherwise, ZoneId zone) {
        this.roster = roster;
        this.units = units;
        this.members = members;
        this.texts = texts;
        this.otherwise = otherwise;
        this.zone = zone;
    }

    /** The button that begins it, where there is somebody to move. */
    Optional<Button> button(Turn turn) {
        int count = current(turn).moves().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Button(turn.plain("people.succeedButton", "count", count), MemberDesk.NAME + ":e:0"));
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
                                turn.plain("people.succeedYes"), MemberDesk.NAME + ":f:" + succession.mark())),
                        List.of(new Button(turn.plain("people.succeedNo"), MemberDesk.NAME + ":h:0"))));
    }

    /** Moves them, where they are still those who were shown. */
    Reply move(Turn turn, String mark) {
        Succession succession = current(turn);
        if (!succession.mark().equals(mark)) {
            return ask(turn);
        }
        Reply reply = Words.shown(
                        turn,
                        turn.say(
                                "people.succeedDone",
                                "count",
                                succession.moves().size()),
                        List.of())
                .andDo(tx -> succession
                        .moves()
                        .forEach(move -> Roster.change(
                                tx, move.member(), moved(move), turn.person().id(), turn.now())));
        Map<Long, Members.Reachable> known = new HashMap<>();
        members.reachable(EnumSet.allOf(danvan.chat.Role.class), EnumSet.allOf(Unit.Level.class))
                .forEach(member -> known.put(member.person().id(), member));
        for (Succession.Move move : succession.moves()) {
            Members.Reachable member = known.get(move.member().id());
            if (member != null) {
                Texts.Phrases phrases = texts.in(move.member().language().orElse(otherwise));
                reply = reply.andTell(
                        member.address(),
                        Outgoing.message(phrases.say(
                                "people.youChanged",
                                "role",
                                Words.role(phrases, move.member().role()),
                                "unit",
                                move.to().name(),
                                "by",
                                turn.person().name())));
            }
        }
        return reply;
    }

    private static Person moved(Succession.Move move) {
        Person member = move.member();
        return new Person(member.id(), member.name(), member.role(), move.to().code(), member.language());
    }

    private Succession current(Turn turn) {
        return Succession.of(roster.all(), units.all(), LocalDate.ofInstant(turn.now(), zone));
    }
}

package danvan.ask;

import danvan.chat.Button;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.QuestionOffice;
import danvan.library.Library;
import danvan.organization.directory.AuditNote;
import danvan.storage.Tx;
import danvan.text.Dates;
import danvan.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The one list in which administrators decide on learned words: those that wait, and those in use, to be taken back. */
final class LearnedList {
    private static final int MOST = 10;

    private final Supplier<Library> library;
    private final LearnedWords learned;
    private final AuditNote audit;
    private final ZoneId zone;

    LearnedList(Supplier<Library> library, LearnedWords learned, AuditNote audit, ZoneId zone) {
        this.audit = audit;
        this.library = library;
        this.learned = learned;
        this.zone = zone;
    }

    Reply shown(Turn turn) {
        List<LearnedWords.Learned> waiting = learned.waiting();
        List<LearnedWords.Learned> inUse = learned.inUse();
        if (waiting.isEmpty() && inUse.isEmpty()) {
            return Reply.say(turn.say("ask.learnedNone"));
        }
        StringBuilder text = new StringBuilder();
        List<List<Button>> rows = new ArrayList<>();
        int number = 0;
        for (LearnedWords.Learned each : waiting.subList(0, Math.min(MOST, waiting.size()))) {
            number++;
            text.append(line(turn.texts(), "ask.learnedWaiting", number, each)).append("\n\n");
            rows.add(List.of(
                    button(turn, "ask.learnedYes", number, AskAct.LEARN_APPROVE, each),
                    button(turn, "ask.learnedNo", number, AskAct.LEARN_END, each)));
        }
        for (LearnedWords.Learned each : inUse.subList(Math.max(0, inUse.size() - MOST), inUse.size())) {
            number++;
            text.append(line(turn.texts(), "ask.learnedInUse", number, each)).append("\n\n");
            rows.add(List.of(button(turn, "ask.learnedBack", number, AskAct.LEARN_END, each)));
        }
        int left = waiting.size() + inUse.size() - number;
        if (left > 0) {
            text.append(turn.say("ask.learnedMore", "count", left));
        }
        return Reply.say(text.toString().strip(), rows);
    }

    private static Button button(Turn turn, String key, int number, AskAct act, LearnedWords.Learned learned) {
        return new Button(turn.plain(key, "number", number), act.button(learned.key()));
    }

    private String line(Texts.Phrases words, String key, int number, LearnedWords.Learned each) {
        return words.say(
                key,
                "number",
                number,
                "question",
                each.words(),
                "place",
                place(each).orElseGet(() -> words.plain("ask.learnedGone")),
                "source",
                words.plain("ask.learnedSource." + each.source()),
                "day",
                Dates.day(LocalDate.ofInstant(each.proposedAt(), zone), words.language()));
    }

    private Optional<String> place(LearnedWords.Learned each) {
        Library books = library.get();
        return each.passage()
                .passageIn(books)
                .flatMap(passage -> each.passage()
                        .documentIn(books)
                        .map(document -> Citation.label(document) + " · "
                                + passage.article().orElse(passage.heading())));
    }

    /** For a page: those that wait first. */
    List<QuestionOffice.Learned> all(Texts.Phrases words) {
        return Stream.concat(learned.waiting().stream(), learned.inUse().stream())
                .map(each -> new QuestionOffice.Learned(
                        each.key(),
                        each.words(),
                        place(each).orElseGet(() -> words.plain("ask.learnedGone")),
                        words.plain("ask.learnedSource." + each.source()),
                        each.proposedAt(),
                        each.approved()))
                .toList();
    }

    /** Empty where there are no such words any more, or they are approved already. */
    Optional<Reply> decided(Turn turn, boolean approve, long member, long number) {
        return learned.find(member, number)
                .filter(each -> !approve || !each.approved())
                .map(each -> approve ? approve(turn, each) : end(turn, each));
    }

    Reply approve(Turn turn, LearnedWords.Learned each) {
        if (each.approved()) {
            return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
        }
        return Reply.say(turn.say(
                        "ask.learnedApproved",
                        "question",
                        each.words(),
                        "place",
                        place(each).orElseGet(() -> turn.plain("ask.learnedGone"))))
                .andDo(tx -> {
                    LearnedWords.approve(tx, each, turn.person().id(), turn.now());
                    note(tx, turn, "words approved", each);
                });
    }

    Reply end(Turn turn, LearnedWords.Learned each) {
        return Reply.say(turn.say("ask.learnedEnded", "question", each.words())).andDo(tx -> {
            LearnedWords.end(tx, each, turn.person().id(), turn.now());
            note(tx, turn, "words ended", each);
        });
    }

    private void note(Tx tx, Turn turn, String action, LearnedWords.Learned each) {
        audit.note(tx, turn.now(), turn.person().id(), action, each.words());
    }
}

package danvan.ask;

import danvan.chat.Role;
import danvan.conversation.PageTurns;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.Decided;
import danvan.desk.port.Decided.Outcome;
import danvan.desk.port.QuestionOffice;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The office's questions for the pages of the desk. Safe for use by several threads. */
final class OfficeQuestions implements QuestionOffice {
    private final Supplier<Library> library;
    private final Questions questions;
    private final CuratedAnswers curatedAnswers;
    private final UnansweredList unanswered;
    private final OfficeDesk desk;
    private final Office office;
    private final LearnedList learned;

    OfficeQuestions(
            Supplier<Library> library,
            Questions questions,
            CuratedAnswers curatedAnswers,
            UnansweredList unanswered,
            OfficeDesk desk,
            Office office,
            LearnedList learned) {
        this.learned = learned;
        this.library = library;
        this.questions = questions;
        this.curatedAnswers = curatedAnswers;
        this.unanswered = unanswered;
        this.desk = desk;
        this.office = office;
    }

    @Override
    public Lists lists(Instant now) {
        UnansweredList.Found found = unanswered.found(now);
        return new Lists(
                found.groups().stream()
                        .map(group -> line(group.get(0), group.size()))
                        .toList(),
                found.waiting().stream().map(this::kept).toList(),
                found.ending().stream().map(this::kept).toList(),
                curatedAnswers.live(unanswered.day(now)).stream()
                        .map(this::kept)
                        .toList());
    }

    private Line line(Asked asked, int alike) {
        return new Line(
                asked.key(),
                asked.at(),
                office.nameOf(asked.unit()),
                asked.searched(),
                "ask.outcome." + asked.outcome(),
                asked.handedAt().isPresent(),
                asked.useful().filter(useful -> !useful).isPresent(),
                alike);
    }

    private Kept kept(CuratedAnswer answer) {
        return new Kept(
                answer.key(),
                answer.question(),
                answer.text(),
                office.nameOf(answer.office()),
                answer.writtenOn(),
                answer.expiresOn(),
                answer.approved());
    }

    @Override
    public Optional<Sheet> sheet(String key) {
        return asked(key)
                .map(asked -> new Sheet(
                        line(asked, 1),
                        asked.language(),
                        nearest(asked),
                        asked.reply().map(reply -> new Told(reply.text(), office.nameOf(reply.office()), reply.at())),
                        curatedAnswers.find(asked.member(), asked.number()).map(this::kept),
                        OfficeDesk.MONTHS,
                        OfficeDesk.LONGEST_REPLY));
    }

    private List<Nearest> nearest(Asked asked) {
        List<Nearest> all = new ArrayList<>();
        for (Asked.Ref ref : asked.shown()) {
            Optional<Passage> passage = ref.passageIn(library.get());
            String document = ref.documentIn(library.get()).map(Citation::label).orElse(ref.document());
            passage.ifPresent(found -> all.add(new Nearest(found.heading(), document, found.text())));
        }
        return all;
    }

    /** One that the office has to do with. */
    private Optional<Asked> asked(String key) {
        return numbers(key)
                .flatMap(ids -> questions.find(ids[0], ids[1]))
                .filter(asked -> asked.isForTheOffice() && !asked.heldPersonalData());
    }

    /** A key is {@code member:number}. */
    private static Optional<long[]> numbers(String key) {
        return Optional.of(key)
                .filter(text -> text.matches("[0-9]{1,18}:[0-9]{1,18}"))
                .map(text -> text.split(":", -1))
                .map(parts -> new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])});
    }

    @Override
    public Answered<Decided> act(Turn turn, Act act, String key, String words, int months) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Decided.notFound();
        }
        return switch (act) {
            case REPLY ->
                asked(key).map(asked -> replied(turn, asked, words.strip())).orElseGet(Decided::notFound);
            case KEEP ->
                asked(key)
                        .map(asked -> done(turn, act, desk.keep(turn, asked, months)))
                        .orElseGet(Decided::notFound);
            case DISMISS -> asked(key).map(asked -> dismissed(turn, asked)).orElseGet(Decided::notFound);
            // The question itself may be forgotten already.
            case APPROVE, END ->
                numbers(key).map(ids -> curated(turn, act, ids)).orElseGet(Decided::notFound);
        };
    }

    /** Those like it go with it; one that was handed over is somebody's who waits. */
    private Answered<Decided> dismissed(Turn turn, Asked asked) {
        if (asked.handedAt().isPresent() || !QuestionDeed.REPLY.in(asked.state())) {
            return Decided.not(Outcome.REFUSED, turn.plain("desk.questions.waitsForReply"));
        }
        return done(turn, Act.DISMISS, desk.dismissed(turn, asked, unanswered.alike(asked, turn.now())));
    }

    @Override
    public List<Learned> learned(Texts.Phrases words) {
        return learned.all(words);
    }

    @Override
    public long toApprove() {
        return questions.toApprove();
    }

    @Override
    public Answered<Decided> learn(Turn turn, boolean approve, String key) {
        return turn.person().role().atLeast(Role.ADMINISTRATOR)
                ? numbers(key)
                        .flatMap(ids -> learned.decided(turn, approve, ids[0], ids[1]))
                        .map(Decided::of)
                        .orElseGet(() -> Decided.not(Outcome.STALE, turn.plain("desk.questions.endedBefore")))
                : Decided.notFound();
    }

    private Answered<Decided> replied(Turn turn, Asked asked, String text) {
        if (!QuestionDeed.REPLY.in(asked.state())) {
            return Decided.not(Outcome.STALE, turn.plain("desk.questions.repliedBefore"));
        }
        if (text.isEmpty()) {
            return Decided.not(Outcome.REFUSED, turn.plain("desk.act.needsWords"));
        }
        return OfficeDesk.unfit(turn, text)
                .map(why -> Decided.not(Outcome.REFUSED, PageTurns.words(why)))
                .orElseGet(() -> done(turn, Act.REPLY, desk.sent(turn, asked, text)));
    }

    private Answered<Decided> curated(Turn turn, Act act, long[] ids) {
        return curatedAnswers
                .find(ids[0], ids[1])
                .map(answer ->
                        done(turn, act, act == Act.APPROVE ? desk.approve(turn, answer) : desk.end(turn, answer)))
                .orElseGet(() -> Decided.not(Outcome.STALE, turn.plain("desk.questions.endedBefore")));
    }

    private static Answered<Decided> done(Turn turn, Act act, Reply reply) {
        return reply.effects().isEmpty()
                ? Decided.of(reply)
                : new Answered<>(
                        reply,
                        new Decided(
                                Outcome.DONE,
                                turn.plain("desk.questions.done." + act.name().toLowerCase(Locale.ROOT))));
    }
}

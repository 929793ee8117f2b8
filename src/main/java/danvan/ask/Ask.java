package danvan.ask;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.QuestionOffice;
import danvan.library.Library;
import danvan.library.Originals;
import danvan.library.Passage;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers whatever is typed outside a dialog from the library, and hands to the office what the library cannot answer. */
public final class Ask implements Feature {
    static final String NAME = "ask";
    /** What Telegram lets a bot send. */
    private static final long MOST_BYTES = 50L << 20;

    private final Supplier<Library> library;
    private final Originals originals;
    private final Questions questions;
    private final CuratedAnswers curatedAnswers;
    private final Answers answers;
    private final OfficeDesk desk;
    private final UnansweredList unanswered;
    private final LearnedWords learned;
    private final LearnedList learnedList;
    private final QuestionOffice office;

    /**
     * The feature.
     *
     * @param originals the files documents came in
     * @param library asked at each question, so that a new edition is served as soon as it is there
     */
    public Ask(
            Supplier<Library> library,
            Originals originals,
            Database database,
            Organization organization,
            AuditNote audit,
            Texts texts,
            ZoneId zone) {
        this.originals = originals;
        this.library = library;
        Office duty = new Office(organization);
        this.questions = new Questions(database);
        this.curatedAnswers = new CuratedAnswers(database, zone);
        this.learned = new LearnedWords(database);
        this.learnedList = new LearnedList(library, learned, audit, zone);
        this.answers = new Answers(
                library, questions, new Topics(database, questions), curatedAnswers, learned, duty, texts, zone);
        this.desk = new OfficeDesk(library, duty, curatedAnswers, audit, texts, zone);
        this.unanswered = new UnansweredList(library, database, curatedAnswers, duty, texts, zone);
        this.office = new OfficeQuestions(library, questions, curatedAnswers, unanswered, desk, duty, learnedList);
    }

    /** What the pages of the desk ask of it. */
    public QuestionOffice office() {
        return office;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForAuditors() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("ask", List.of("hoi", "sor"), "ask.help", Role.CADRE),
                new Command("unanswered", List.of("chuatraloi", "yanitsiz"), "ask.helpUnanswered", Role.OFFICE),
                new Command("learned", List.of("tuhoc", "ogrenilen"), "ask.helpLearned", Role.ADMINISTRATOR));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return switch (command) {
            case "cancel" -> desk.cancelled(turn);
            case "unanswered" -> unanswered.shown(turn);
            case "learned" -> learnedList.shown(turn);
            default -> rest.isEmpty() ? Reply.say(turn.say("ask.howTo")) : answers.to(turn, rest);
        };
    }

    @Override
    public Optional<Reply> said(Turn turn, String words) {
        return Optional.of(answers.to(turn, words));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        return turn.person().role().atLeast(Role.OFFICE) ? desk.heard(turn, dialog, questions) : Optional.empty();
    }

    /**
     * Tells the office once a week what was not answered; a second call in the same week does nothing.
     *
     * @return what is to be sent
     */
    public List<Reply.Notice> weekly(Tx tx, Instant now) {
        return unanswered.weekly(tx, now);
    }

    /** How many questions wait for the office's reply. */
    public long waiting() {
        return questions.waiting();
    }

    /** What a document holds, and the file it came in, if there is one. */
    private Reply contents(Turn turn, Passage passage) {
        Reply reply = answers.contents(turn, passage, Optional.empty());
        return originals
                .of(passage)
                .map(original -> original.bytes() > MOST_BYTES
                        ? reply.andSay(turn.say(
                                "ask.originalTooLarge",
                                "name",
                                original.name(),
                                "size",
                                original.bytes() >> 20,
                                "most",
                                MOST_BYTES >> 20))
                        : reply.and(new Outgoing.File(
                                original.file(),
                                original.name(),
                                original.mediaType(),
                                original.page() > 0 ? turn.say("ask.originalPage", "page", original.page()) : "",
                                List.of())))
                .orElse(reply);
    }

    /** Deletes the questions asked before then; answers that were kept for others stay. */
    public static void forget(Tx tx, Instant before) {
        Questions.forget(tx, before);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return AskAct.read(action)
                .flatMap(tapped -> answer(turn, tapped))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("ask.gone")));
    }

    private Optional<Reply> answer(Turn turn, AskAct.Tapped tapped) {
        return switch (tapped.act()) {
            case PASSAGE -> passage(tapped, 0).map(passage -> answers.passage(turn, passage));
            case CONTENTS ->
                passage(tapped, 0)
                        .map(passage -> tapped.parts().size() == 2
                                ? contents(turn, passage)
                                : answers.contents(turn, passage, Optional.of(tapped.number(2))));
            case WHOLE ->
                passage(tapped, 1)
                        .flatMap(passage -> own(turn, tapped).map(asked -> answers.whole(turn, asked, passage)));
            case MENU -> own(turn, tapped).flatMap(asked -> menu(turn, tapped, asked));
            case OTHERS -> own(turn, tapped).map(asked -> answers.others(turn, asked));
            case IN_DOCUMENTS -> own(turn, tapped).map(asked -> answers.inDocuments(turn, asked));
            case GO_ON -> own(turn, tapped).map(asked -> answers.goOn(turn, asked));
            case TO_THE_OFFICE -> own(turn, tapped).map(asked -> desk.handOver(turn, asked));
            case JUDGE ->
                own(turn, tapped)
                        .map(asked -> answers.judged(
                                turn, asked, tapped.parts().get(1).equals("1")));
            case ISSUER -> own(turn, tapped).map(asked -> answers.issuer(turn, asked, tapped.number(1)));
            case CANDIDATE -> own(turn, tapped).map(asked -> answers.candidate(turn, asked, tapped.number(1)));
            case SEND, RETYPE, DROP -> inDialog(turn, tapped);
            case REPLY -> forOffice(turn, tapped, desk::begin);
            case KEEP -> forOffice(turn, tapped, (again, asked) -> desk.keep(again, asked, tapped.number(2)));
            case APPROVE -> curated(turn, tapped, answer -> desk.approve(turn, answer));
            case END -> curated(turn, tapped, answer -> desk.end(turn, answer));
            case LEARN ->
                passage(tapped, 1)
                        .flatMap(passage -> own(turn, tapped).map(asked -> answers.learned(turn, asked, passage)));
            case LEARN_APPROVE -> learned(turn, tapped, each -> learnedList.approve(turn, each));
            case LEARN_END -> learned(turn, tapped, each -> learnedList.end(turn, each));
        };
    }

    private Optional<Reply> menu(Turn turn, AskAct.Tapped tapped, Asked asked) {
        return tapped.parts().size() == 1
                ? Optional.of(answers.menu(turn, asked, Optional.empty()))
                : passage(tapped, 1).map(passage -> answers.menu(turn, asked, Optional.of(passage)));
    }

    private Optional<Passage> passage(AskAct.Tapped tapped, int from) {
        return PassageKey.find(
                library.get(), tapped.parts().get(from), tapped.parts().get(from + 1));
    }

    /** The question of the member who taps: nobody gets at another's by a button. */
    private Optional<Asked> own(Turn turn, AskAct.Tapped tapped) {
        return questions.find(turn.person().id(), tapped.number(0));
    }

    private Optional<Reply> inDialog(Turn turn, AskAct.Tapped tapped) {
        return turn.dialogOf(NAME)
                .filter(dialog -> tapped.parts().get(0).equals(Long.toString(turn.revision())))
                .filter(dialog -> turn.person().role().atLeast(Role.OFFICE))
                .map(dialog -> desk.tapped(turn, dialog, tapped.act(), questions))
                .or(() -> Optional.of(Reply.nothing().andToast(turn.plain("conversation.oldButton"))));
    }

    private Optional<Reply> forOffice(Turn turn, AskAct.Tapped tapped, BiFunction<Turn, Asked, Reply> answer) {
        return turn.person().role().atLeast(Role.OFFICE)
                ? questions
                        .find(tapped.number(0), tapped.number(1))
                        .filter(Asked::isForTheOffice)
                        .map(asked -> answer.apply(turn, asked))
                : Optional.of(Reply.nothing().andToast(turn.plain("ask.notYours")));
    }

    private Optional<Reply> curated(Turn turn, AskAct.Tapped tapped, Function<CuratedAnswer, Reply> answer) {
        return turn.person().role().atLeast(Role.OFFICE)
                ? curatedAnswers.find(tapped.number(0), tapped.number(1)).map(answer)
                : Optional.of(Reply.nothing().andToast(turn.plain("ask.notYours")));
    }

    private Optional<Reply> learned(Turn turn, AskAct.Tapped tapped, Function<LearnedWords.Learned, Reply> answer) {
        return turn.person().role().atLeast(Role.ADMINISTRATOR)
                ? learned.find(tapped.number(0), tapped.number(1)).map(answer)
                : Optional.of(Reply.nothing().andToast(turn.plain("ask.notYours")));
    }
}

package danvan.ask;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.library.Library;
import danvan.library.Originals;
import danvan.library.Passage;
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
            Texts texts,
            ZoneId zone) {
        this.originals = originals;
        this.library = library;
        Office office = new Office(organization);
        this.questions = new Questions(database);
        this.curatedAnswers = new CuratedAnswers(database, zone);
        this.answers =
                new Answers(library, questions, new Topics(database, questions), curatedAnswers, office, texts, zone);
        this.desk = new OfficeDesk(office, curatedAnswers, texts, zone);
        this.unanswered = new UnansweredList(library, database, curatedAnswers, office, texts, zone);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("ask", List.of("hoi", "sor"), "ask.help", Role.CADRE),
                new Command("unanswered", List.of("chuatraloi", "yanitsiz"), "ask.helpUnanswered", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return switch (command) {
            case "cancel" -> desk.cancelled(turn);
            case "unanswered" -> unanswered.shown(turn);
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

    /** Lets go of the questions asked before then; answers that were kept for others stay. */
    public static void forget(Tx tx, Instant before) {
        Questions.forget(tx, before);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", -1);
        Optional<Reply> reply = switch (parts[0] + parts.length) {
            case "p3" -> passage(parts, 1).map(passage -> answers.passage(turn, passage));
            case "d3" -> passage(parts, 1).map(passage -> contents(turn, passage));
            case "d4" ->
                passage(parts, 1).map(passage -> answers.contents(turn, passage, Optional.of(digits(parts[3]))));
            case "m4" ->
                passage(parts, 2)
                        .flatMap(passage -> own(turn, parts).map(asked -> answers.whole(turn, asked, passage)));
            case "x2" -> own(turn, parts).map(asked -> answers.others(turn, asked));
            case "l2" -> own(turn, parts).map(asked -> answers.inDocuments(turn, asked));
            case "t2" -> own(turn, parts).map(asked -> answers.goOn(turn, asked));
            case "o2" -> own(turn, parts).map(asked -> desk.handOver(turn, asked));
            case "u3" -> own(turn, parts).map(asked -> answers.judged(turn, asked, parts[2].equals("1")));
            case "i3" -> own(turn, parts).map(asked -> answers.issuer(turn, asked, digits(parts[2])));
            case "c3" -> own(turn, parts).map(asked -> answers.candidate(turn, asked, digits(parts[2])));
            case "s2", "e2", "q2" -> inDialog(turn, parts);
            case "r3" -> forOffice(turn, parts, desk::begin);
            case "k4" -> forOffice(turn, parts, (again, asked) -> desk.keep(again, asked, digits(parts[3])));
            case "a3" -> curated(turn, parts, answer -> desk.approve(turn, answer));
            case "w3" -> curated(turn, parts, answer -> desk.end(turn, answer));
            default -> Optional.empty();
        };
        return reply.orElseGet(() -> Reply.nothing().andToast(turn.plain("ask.gone")));
    }

    private Optional<Passage> passage(String[] parts, int from) {
        return PassageKey.find(library.get(), parts[from], parts[from + 1]);
    }

    /** The question of the member who taps: nobody gets at another's by a button. */
    private Optional<Asked> own(Turn turn, String[] parts) {
        return questions.find(turn.person().id(), digits(parts[1]));
    }

    private Optional<Reply> inDialog(Turn turn, String[] parts) {
        return turn.dialogOf(NAME)
                .filter(dialog -> parts[1].equals(Long.toString(turn.revision())))
                .filter(dialog -> turn.person().role().atLeast(Role.OFFICE))
                .map(dialog -> desk.tapped(turn, dialog, parts[0], questions))
                .or(() -> Optional.of(Reply.nothing().andToast(turn.plain("conversation.oldButton"))));
    }

    private Optional<Reply> forOffice(Turn turn, String[] parts, BiFunction<Turn, Asked, Reply> answer) {
        return turn.person().role().atLeast(Role.OFFICE)
                ? questions
                        .find(digits(parts[1]), digits(parts[2]))
                        .filter(Asked::isForTheOffice)
                        .map(asked -> answer.apply(turn, asked))
                : Optional.of(Reply.nothing().andToast(turn.plain("ask.notYours")));
    }

    private Optional<Reply> curated(Turn turn, String[] parts, Function<CuratedAnswer, Reply> answer) {
        return turn.person().role().atLeast(Role.OFFICE)
                ? curatedAnswers.find(digits(parts[1]), digits(parts[2])).map(answer)
                : Optional.of(Reply.nothing().andToast(turn.plain("ask.notYours")));
    }

    /** A number in a button; what is none stands for nothing that is there. */
    private static int digits(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}

package danvan.ask;

import danvan.chat.Button;
import danvan.chat.Language;
import danvan.chat.Markup;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.library.Document;
import danvan.library.Finding;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Question;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers whatever is typed outside a dialog from the library. */
public final class Ask implements Feature {
    private static final String NAME = "ask";
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_HEADINGS = 20;
    private static final int LONGEST_LABEL = 60;

    private final Supplier<Library> library;
    private final Texts texts;
    private final ZoneId zone;

    /**
     * The feature.
     *
     * @param library asked at each question, so that a new edition is served as soon as it is there
     */
    public Ask(Supplier<Library> library, Texts texts, ZoneId zone) {
        this.library = library;
        this.texts = texts;
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("ask", List.of("hoi", "sor"), "ask.help", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return rest.isEmpty() ? Reply.say(turn.say("ask.howTo")) : answer(turn, rest);
    }

    @Override
    public Optional<Reply> said(Turn turn, String words) {
        return Optional.of(answer(turn, words));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", -1);
        Optional<Reply> reply = switch (parts[0]) {
            case "p" -> find(parts).map(found -> shown(turn, found));
            case "d" -> find(parts).map(found -> contents(turn, found));
            default -> Optional.empty();
        };
        return reply.orElseGet(() -> Reply.nothing().andToast(turn.plain("ask.gone")));
    }

    private Reply answer(Turn turn, String words) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        Finding finding = library.get().find(new Question(words, turn.language().code(), today));
        Turn spoken = inLanguageOf(turn, finding.questionLanguage());
        return finding.accept(new Finding.Visitor<>() {
            @Override
            public Reply found(Finding.Found found) {
                return answered(spoken, found);
            }

            @Override
            public Reply whichDocument(Finding.WhichDocument which) {
                return askedBack(spoken, which);
            }

            @Override
            public Reply notFound(Finding.NotFound notFound) {
                return unanswered(spoken, notFound);
            }
        });
    }

    private Reply answered(Turn turn, Finding.Found found) {
        List<List<Button>> rows = new ArrayList<>();
        found.others().stream().limit(MOST_BUTTONS).forEach(hit -> rows.add(List.of(passageButton(hit))));
        rows.add(List.of(new Button(
                turn.plain(
                        "ask.document", "document", Citation.label(found.best().document())),
                "ask:d:" + key(found.best().passage()))));
        return Reply.say(citation(turn).quote(found.best()), rows);
    }

    private Reply askedBack(Turn turn, Finding.WhichDocument which) {
        List<List<Button>> rows = new ArrayList<>();
        for (Document document : which.candidates()) {
            List<Passage> passages = library.get().passages(document.id(), document.language());
            if (!passages.isEmpty()) {
                String label = Citation.label(document)
                        + document.issued()
                                .map(day -> " (" + day.getYear() + ")")
                                .orElse("")
                        + " · " + document.title();
                rows.add(List.of(new Button(shortened(label), "ask:p:" + key(passages.get(0)))));
            }
        }
        return Reply.say(turn.say("ask.which"), rows);
    }

    private Reply unanswered(Turn turn, Finding.NotFound notFound) {
        String text = notFound.gap()
                .map(gap ->
                        turn.say("ask.gap", "topic", gap.topicIn(turn.language().code())))
                .orElseGet(() -> turn.say("ask.notFound"));
        if (notFound.nearMisses().isEmpty()) {
            return Reply.say(text);
        }
        List<List<Button>> rows = new ArrayList<>();
        notFound.nearMisses().forEach(hit -> rows.add(List.of(passageButton(hit))));
        return Reply.say(text + "\n\n" + turn.say("ask.nearMisses"), rows);
    }

    private Reply shown(Turn turn, Passage passage) {
        Document document = document(passage);
        Button all =
                new Button(turn.plain("ask.document", "document", Citation.label(document)), "ask:d:" + key(passage));
        return Reply.say(citation(turn).quote(passage, document, List.of()), List.of(List.of(all)));
    }

    private Reply contents(Turn turn, Passage any) {
        Document document = document(any);
        List<Passage> passages = library.get().passages(any.documentId(), any.language());
        List<List<Button>> rows = new ArrayList<>();
        passages.stream()
                .limit(MOST_HEADINGS)
                .forEach(passage ->
                        rows.add(List.of(new Button(shortened(passage.heading()), "ask:p:" + key(passage)))));
        String text = Markup.bold(Citation.label(document)) + "\n" + Markup.escape(document.title()) + "\n"
                + turn.say(
                        "ask.contents",
                        "issuer",
                        document.issuer(),
                        "sources",
                        document.sources().isEmpty() ? "–" : String.join("; ", document.sources()));
        return Reply.say(text, rows);
    }

    private Document document(Passage passage) {
        return library.get()
                .document(passage.documentId(), passage.language())
                .orElseThrow(() -> new IllegalStateException("a passage without its document: " + passage.id()));
    }

    private Citation citation(Turn turn) {
        return new Citation(turn.texts(), LocalDate.ofInstant(turn.now(), zone));
    }

    private static Button passageButton(Hit hit) {
        return new Button(
                shortened(hit.passage().heading() + " · " + hit.document().shortName()), "ask:p:" + key(hit.passage()));
    }

    /** Who chose a language is spoken to in it; others in the language they ask in. */
    private Turn inLanguageOf(Turn turn, String code) {
        return turn.person().language().isPresent()
                ? turn
                : Language.of(code).map(language -> turn.in(texts.in(language))).orElse(turn);
    }

    /** A passage's key in a button: its names hashed, because together they may be longer than a button may carry. */
    private static String key(Passage passage) {
        return hash(passage) + ":" + passage.language();
    }

    private static String hash(Passage passage) {
        return String.format(Locale.ROOT, "%08x", Objects.hash(passage.documentId(), passage.id()));
    }

    private Optional<Passage> find(String[] parts) {
        if (parts.length != 3) {
            return Optional.empty();
        }
        Library books = library.get();
        return books.documents().stream()
                .filter(document -> document.language().equals(parts[2]))
                .flatMap(document -> books.passages(document.id(), document.language()).stream())
                .filter(passage -> hash(passage).equals(parts[1]))
                .findFirst();
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}

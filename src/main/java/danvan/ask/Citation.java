package danvan.ask;

import danvan.library.Document;
import danvan.library.DocumentQuestion;
import danvan.library.Library;
import danvan.library.Mention;
import danvan.library.Passage;
import danvan.library.Span;
import danvan.library.Validity;
import danvan.text.Dates;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A passage as it is shown: the words themselves, where they stand, and whether they hold at the time asked about. */
final class Citation {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

    private static final Pattern ARTICLE = Pattern.compile("[Đđ]iều (\\d{1,4}[a-zđ]?)(?![\\p{L}\\d])");

    private final Library library;
    private final Texts.Phrases texts;
    private final Language language;
    private final LocalDate today;
    private final AskedTime asked;

    Citation(Library library, Texts.Phrases texts, LocalDate today, AskedTime asked) {
        this.library = library;
        this.texts = texts;
        this.language = texts.language();
        this.today = today;
        this.asked = asked;
    }

    /** The quotation with its source, as markup. */
    String quote(Passage passage, Document document, Excerpt excerpt, List<Span> tellingWords) {
        List<String> lines = new ArrayList<>();
        lines.add(Markup.bold(passage.heading()));
        // Only a document's own words are shown as a quotation.
        String words = excerpt.markup(tellingWords);
        lines.add(document.isSummary() ? words : Markup.quote(words));
        lines.add("📄 " + source(passage, document));
        lines.addAll(reservations(passage, document));
        return String.join("\n", lines);
    }

    /** The document in a few words, for a button. */
    static String label(Document document) {
        return document.number().map(number -> document.kind() + " " + number).orElseGet(document::shortName);
    }

    /** Number, issuer, date, article. */
    private String source(Passage passage, Document document) {
        List<String> parts = new ArrayList<>();
        parts.add(Markup.escape(label(document)));
        if (!document.issuer().isBlank()) {
            parts.add(Markup.escape(document.issuer()));
        }
        document.issued().ifPresent(day -> parts.add(day(day)));
        passage.article().ifPresent(article -> parts.add(Markup.escape(article)));
        return String.join(" · ", parts);
    }

    private List<String> reservations(Passage passage, Document document) {
        List<String> lines = new ArrayList<>();
        if (document.isSummary()) {
            lines.add(texts.say(
                    "ask.summary",
                    "source",
                    document.sources().isEmpty()
                            ? label(document)
                            : document.sources().get(0)));
        }
        passage.label().ifPresent(label -> lines.add("ℹ️ " + Markup.italic(label)));
        AskedTime time = asked.butNotTheDateOf(document, today);
        holds(passage.holds(), time).ifPresent(lines::add);
        force(document.inForce(), AskedTime.on(today)).ifPresent(lines::add);
        if (time.named() && state(document.inForce(), time) != state(document.inForce(), AskedTime.on(today))) {
            force(document.inForce(), time)
                    .ifPresent(state -> lines.add(
                            texts.say("ask.then", "time", time.words(language), "state", new Texts.Marked(state))));
        }
        if (!document.amendedBy().isEmpty()) {
            lines.add(texts.say("ask.amendedBy", "documents", listed(document.amendedBy())));
        }
        document.repealed().stream()
                .filter(place -> concerns(place, passage))
                .forEach(place -> lines.add(repealed(place)));
        successors(document).forEach(successor -> lines.add(replaced(successor)));
        if (isUndated(passage, document)) {
            lines.add("🗓 " + texts.say("ask.undated"));
        }
        if (!passage.language().equals(language.code())) {
            otherLanguage(passage).ifPresent(lines::add);
        }
        return lines;
    }

    /** "khoản 2 Điều 9 và Điều 12" concerns what is quoted from Điều 9 or 12, and what does not say where it stands. */
    private static boolean concerns(Document.Repealed place, Passage passage) {
        Set<String> named = ARTICLE.matcher(place.where())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> own = ARTICLE.matcher(passage.article().orElse(""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        return named.isEmpty() || own.isEmpty() || own.stream().anyMatch(named::contains);
    }

    private String repealed(Document.Repealed place) {
        return place.from()
                .map(from ->
                        texts.say("ask.repealedFrom", "where", place.where(), "document", place.by(), "day", day(from)))
                .orElseGet(() -> texts.say("ask.repealed", "where", place.where(), "document", place.by()));
    }

    private Optional<String> otherLanguage(Passage passage) {
        boolean translated = library.passage(passage.documentId(), passage.id(), language.code())
                .isPresent();
        return translated
                ? Optional.empty()
                : Language.of(passage.language())
                        .map(own -> "🌐 " + texts.say("ask.notTranslated", "language", own.ownName()));
    }

    /** What is known of a document's place among others, as the answer to a question about it. */
    String links(DocumentQuestion asked, Document document) {
        List<String> lines = new ArrayList<>();
        switch (asked) {
            case IN_FORCE -> {
                force(document.inForce(), AskedTime.on(today)).ifPresent(lines::add);
                successors(document).forEach(successor -> lines.add(replaced(successor)));
            }
            case REPLACES -> {
                if (!document.replaces().isEmpty()) {
                    lines.add(texts.say("ask.links.replaces", "documents", listed(document.replaces())));
                }
            }
            case REPLACED_BY -> successors(document).forEach(successor -> lines.add(replaced(successor)));
            case AMENDED_BY -> {
                if (!document.amendedBy().isEmpty()) {
                    lines.add(texts.say("ask.amendedBy", "documents", listed(document.amendedBy())));
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add(texts.say("ask.links.none." + asked));
        }
        return Markup.bold(label(document)) + "\n" + String.join("\n", lines);
    }

    private String listed(List<String> documents) {
        return String.join(", ", documents.stream().map(this::named).toList());
    }

    private String replaced(Document successor) {
        return successor
                .inForce()
                .from()
                .map(from -> texts.say("ask.replacedFrom", "document", label(successor), "day", day(from)))
                .orElseGet(() -> texts.say("ask.replaced", "document", label(successor)));
    }

    /** Documents that say they took this one's place; each once, in the passage's language where it is held in it. */
    private List<Document> successors(Document document) {
        return library.replacing(document).stream()
                .filter(other -> other.language().equals(document.language())
                        && other.replaces().stream().anyMatch(name -> Mention.isOf(document, name, other.issuer())))
                .toList();
    }

    /** A document's id as people call it; anything else as it is written. */
    private String named(String idOrNumber) {
        return library.document(idOrNumber, language.code())
                .or(() -> library.document(idOrNumber, "vi"))
                .map(Citation::label)
                .orElse(idOrNumber);
    }

    /** Posts and units change: what bears no date at all is not passed off as current. */
    private static boolean isUndated(Passage passage, Document document) {
        return document.number().isEmpty()
                && document.issued().isEmpty()
                && document.inForce().equals(Validity.ALWAYS)
                && passage.holds().equals(Validity.ALWAYS)
                && passage.label().isEmpty()
                && !YEAR.matcher(passage.heading() + passage.text()).find();
    }

    private Optional<String> holds(Validity holds, AskedTime time) {
        return interval(holds)
                .map(interval -> time.isIn(holds)
                        ? "🗓 " + texts.say("ask.holds", "interval", interval)
                        : "⚠️ " + texts.say("ask.holdsNot", "interval", interval, "time", time.words(language)));
    }

    private enum State {
        NOT_YET,
        IN_FORCE,
        NO_LONGER
    }

    private static State state(Validity force, AskedTime time) {
        if (force.from().filter(from -> time.to().isBefore(from)).isPresent()) {
            return State.NOT_YET;
        }
        return force.to().filter(to -> time.from().isAfter(to)).isPresent() ? State.NO_LONGER : State.IN_FORCE;
    }

    private Optional<String> force(Validity force, AskedTime time) {
        return switch (state(force, time)) {
            case NOT_YET -> force.from().map(from -> "⚠️ " + texts.say("ask.notYetInForce", "day", day(from)));
            case NO_LONGER -> force.to().map(to -> "⚠️ " + texts.say("ask.noLongerInForce", "day", day(to)));
            case IN_FORCE -> force.from().map(from -> "✅ " + texts.say("ask.inForce", "day", day(from)));
        };
    }

    private Optional<String> interval(Validity validity) {
        if (validity.from().isPresent() && validity.to().isPresent()) {
            return Optional.of(texts.say(
                    "ask.fromTo",
                    "from",
                    day(validity.from().get()),
                    "to",
                    day(validity.to().get())));
        }
        return validity.from()
                .map(from -> texts.say("ask.from", "from", day(from)))
                .or(() -> validity.to().map(to -> texts.say("ask.to", "to", day(to))));
    }

    private String day(LocalDate day) {
        return Dates.day(day, language);
    }
}

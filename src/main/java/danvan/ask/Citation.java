package danvan.ask;

import danvan.chat.Dates;
import danvan.chat.Language;
import danvan.chat.Markup;
import danvan.chat.Texts;
import danvan.library.Document;
import danvan.library.Hit;
import danvan.library.Passage;
import danvan.library.Span;
import danvan.library.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A passage as it is shown: the words themselves, where they stand, and whether they hold. */
final class Citation {
    private final Texts.Phrases texts;
    private final Language language;
    private final LocalDate today;

    Citation(Texts.Phrases texts, LocalDate today) {
        this.texts = texts;
        this.language = texts.language();
        this.today = today;
    }

    /** The quotation with its source, as markup. */
    String quote(Hit hit) {
        return quote(hit.passage(), hit.document(), hit.tellingWords());
    }

    String quote(Passage passage, Document document, List<Span> tellingWords) {
        List<String> lines = new ArrayList<>();
        lines.add(Markup.bold(passage.heading()));
        lines.add(Markup.quote(marked(passage.text(), tellingWords)));
        lines.add("📄 " + source(passage, document));
        lines.addAll(reservations(passage, document));
        return String.join("\n", lines);
    }

    /** The document in a few words, for a button. */
    static String label(Document document) {
        return document.number().map(number -> document.kind() + " " + number).orElseGet(document::shortName);
    }

    /** Number, issuer, date, article. */
    String source(Passage passage, Document document) {
        List<String> parts = new ArrayList<>();
        parts.add(Markup.escape(label(document)));
        if (!document.issuer().isBlank()) {
            parts.add(Markup.escape(document.issuer()));
        }
        document.issued().ifPresent(day -> parts.add(Dates.day(day, language)));
        passage.article().ifPresent(article -> parts.add(Markup.escape(article)));
        return String.join(" · ", parts);
    }

    private List<String> reservations(Passage passage, Document document) {
        List<String> lines = new ArrayList<>();
        passage.label().ifPresent(label -> lines.add("ℹ️ " + Markup.italic(label)));
        holds(passage.holds()).ifPresent(lines::add);
        force(document.inForce()).ifPresent(lines::add);
        if (!document.amendedBy().isEmpty()) {
            lines.add(texts.say("ask.amendedBy", "documents", String.join(", ", document.amendedBy())));
        }
        return lines;
    }

    private Optional<String> holds(Validity holds) {
        return interval(holds).map(interval -> "🗓 " + texts.say("ask.holds", "interval", interval));
    }

    private Optional<String> force(Validity force) {
        if (force.from().isPresent() && today.isBefore(force.from().get())) {
            return Optional.of("⚠️ "
                    + texts.say("ask.notYetInForce", "day", day(force.from().get())));
        }
        if (force.to().isPresent() && today.isAfter(force.to().get())) {
            return Optional.of("⚠️ "
                    + texts.say("ask.noLongerInForce", "day", day(force.to().get())));
        }
        return force.from().map(from -> "✅ " + texts.say("ask.inForce", "day", day(from)));
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

    private static String marked(String text, List<Span> spans) {
        StringBuilder markup = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            markup.append(Markup.escape(text.substring(at, span.start())));
            markup.append(Markup.bold(text.substring(span.start(), span.end())));
            at = span.end();
        }
        return markup.append(Markup.escape(text.substring(at))).toString();
    }
}

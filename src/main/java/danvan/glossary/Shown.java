package danvan.glossary;

import danvan.text.Markup;
import danvan.text.Texts;
import danvan.workbook.Difference;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the office sees of a glossary it sent. */
final class Shown {
    private static final int MOST_EXAMPLES = 4;
    private static final int LONGEST = 160;
    private static final int LONGEST_NOTE = 900;

    private Shown() {}

    static String changes(Texts.Phrases texts, List<Book.Change> changes) {
        StringBuilder text = new StringBuilder(texts.say("glossary.changes", counts(changes)));
        examples(text, "🆕", changes, Shown::isNew, change -> after(change), texts);
        examples(text, "✏️", changes, Shown::isChanged, change -> before(change) + " → " + after(change), texts);
        examples(text, "➖", changes, Shown::isWithdrawn, change -> before(change), texts);
        return text.append("\n\n").append(texts.say("glossary.ask")).toString();
    }

    static List<Difference> differences(List<Book.Change> changes) {
        return changes.stream()
                .map(change -> new Difference(
                        isNew(change)
                                ? Difference.Kind.ADDED
                                : isWithdrawn(change) ? Difference.Kind.REMOVED : Difference.Kind.CHANGED,
                        change.after().or(change::before).map(Shown::name).orElse(""),
                        change.before().map(Entry::shown).orElse(""),
                        change.after().map(Entry::shown).orElse("")))
                .toList();
    }

    /** As it is written, where the key is folded. */
    private static String name(Entry entry) {
        return entry instanceof Entry.Abbreviation one
                ? one.name()
                : entry instanceof Entry.Term term ? term.name() : entry.key().name();
    }

    /** Names and values for a text. */
    static Object[] counts(List<Book.Change> changes) {
        return new Object[] {
            "added", changes.stream().filter(Shown::isNew).count(),
            "changed", changes.stream().filter(Shown::isChanged).count(),
            "withdrawn", changes.stream().filter(Shown::isWithdrawn).count()
        };
    }

    /** For the record of who did what. */
    static String names(List<Book.Change> changes) {
        String names = changes.stream()
                .map(change -> (isNew(change) ? "+" : isWithdrawn(change) ? "-" : "~")
                        + change.key().name())
                .collect(Collectors.joining(", "));
        return names.length() <= LONGEST_NOTE ? names : names.substring(0, LONGEST_NOTE) + "…";
    }

    private static void examples(
            StringBuilder text,
            String mark,
            List<Book.Change> changes,
            Predicate<Book.Change> which,
            Function<Book.Change, String> line,
            Texts.Phrases texts) {
        List<Book.Change> chosen = changes.stream().filter(which).toList();
        chosen.stream()
                .limit(MOST_EXAMPLES)
                .forEach(
                        change -> text.append('\n').append(mark).append(' ').append(Markup.escape(line.apply(change))));
        if (chosen.size() > MOST_EXAMPLES) {
            text.append('\n').append(texts.say("glossary.more", "count", chosen.size() - MOST_EXAMPLES));
        }
    }

    private static String before(Book.Change change) {
        return change.before().map(Shown::cut).orElse("");
    }

    private static String after(Book.Change change) {
        return change.after().map(Shown::cut).orElse("");
    }

    private static String cut(Entry entry) {
        String shown = entry.shown();
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    private static boolean isNew(Book.Change change) {
        return change.before().isEmpty();
    }

    private static boolean isWithdrawn(Book.Change change) {
        return change.after().isEmpty();
    }

    private static boolean isChanged(Book.Change change) {
        return !isNew(change) && !isWithdrawn(change);
    }
}

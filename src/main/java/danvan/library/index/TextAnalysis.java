package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Passage;
import danvan.library.query.AnalyzedText;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.Word;
import java.util.List;

/** How a passage becomes the text that is indexed. */
@FunctionalInterface
public interface TextAnalysis {
    /** Heading and text as they are. */
    TextAnalysis PLAIN = (document, entry) -> new AnalyzedText(
            entry.passage().language(),
            Word.of(entry.passage().heading()),
            Word.of(entry.passage().text()));

    AnalyzedText of(Document document, DocumentContent.Entry entry);

    /**
     * With the abbreviations of a glossary expanded. A summary is also found by its document's short name; a document's own
     * passages have the words of its name and of the chapter beside their own.
     */
    static TextAnalysis by(GlossaryExpander glossary) {
        return (document, entry) -> {
            String language = entry.passage().language();
            String title = document.isSummary()
                    ? entry.passage().heading() + ". " + document.shortName()
                    : ownHeading(document, entry.passage());
            return new AnalyzedText(
                    language,
                    glossary.words(language, title),
                    glossary.words(language, entry.passage().text() + '\n' + entry.also()),
                    document.isSummary()
                            ? List.of()
                            : glossary.words(
                                    language, named(document, entry.passage().heading())),
                    glossary.words(language, entry.chapter()));
        };
    }

    /** Where a passage has no heading of its own, its document's title stands before it. */
    private static String ownHeading(Document document, Passage passage) {
        String heading = passage.heading();
        String before = document.title() + " › ";
        return heading.startsWith(before) ? heading.substring(before.length()) : heading;
    }

    /** @param heading what stands there need not be said again */
    private static String named(Document document, String heading) {
        return String.join(
                ". ",
                document.kind() + ' ' + document.number().orElse(""),
                heading.equals(document.title()) ? "" : document.title(),
                document.issuer(),
                heading.equals(document.shortName()) ? "" : document.shortName(),
                document.issued().map(day -> Integer.toString(day.getYear())).orElse(""));
    }
}

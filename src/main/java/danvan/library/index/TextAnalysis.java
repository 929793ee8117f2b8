package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.query.AnalyzedText;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.Word;

/** How a passage becomes the text that is indexed. */
@FunctionalInterface
public interface TextAnalysis {
    /** Heading and text as they are. */
    TextAnalysis PLAIN = (document, entry) -> new AnalyzedText(
            entry.passage().language(),
            Word.of(entry.passage().heading()),
            Word.of(entry.passage().text()));

    AnalyzedText of(Document document, DocumentContent.Entry entry);

    /** With the abbreviations of a glossary expanded; a passage is also found by its document's short name. */
    static TextAnalysis by(GlossaryExpander glossary) {
        return (document, entry) -> {
            String language = entry.passage().language();
            return new AnalyzedText(
                    language,
                    glossary.words(language, entry.passage().heading() + ". " + document.shortName()),
                    glossary.words(language, entry.passage().text() + '\n' + entry.also()));
        };
    }
}

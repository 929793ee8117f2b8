package danvan.library.index;

import danvan.library.Passage;
import danvan.library.query.AnalyzedText;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.QueryParser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes passages the texts that are indexed, their words read by a glossary. */
public final class PassageAnalyzer {
    private final GlossaryExpander vocabulary;

    public PassageAnalyzer(GlossaryExpander vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A passage as it goes into the index. */
    public AnalyzedText indexed(StoredPassage item) {
        Passage passage = item.passage();
        String language = passage.language();
        return new AnalyzedText(
                language,
                vocabulary.words(
                        language, passage.heading() + ". " + item.document().shortName()),
                vocabulary.words(language, passage.text() + '\n' + item.also()));
    }

    /** The texts on a shelf that it reads otherwise than they stand, by their places. */
    public Map<Integer, AnalyzedText> otherwise(PassageStore shelf, List<AnalyzedText> texts) {
        Map<Integer, AnalyzedText> otherwise = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!shelf.isGone(i)) {
                AnalyzedText text = indexed(shelf.items().get(i));
                if (!text.equals(texts.get(i))) {
                    otherwise.put(i, text);
                }
            }
        }
        return otherwise;
    }

    /** A reader that knows the words of what is on a shelf now. */
    public QueryParser taught(PassageStore shelf) {
        return QueryParser.over(shelf.held().map(this::indexed).toList());
    }
}

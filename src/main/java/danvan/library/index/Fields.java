package danvan.library.index;

import danvan.library.query.AnalyzedText;
import danvan.library.query.Word;
import danvan.library.query.WordForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The views a text is indexed and searched in. Each language has its own fields, so that how rare a word is and how long
 * a text is are judged within the language.
 */
public final class Fields {
    public static final String WORDS = "words";
    static final String EXACT = "exact";
    static final String PAIRS = "pairs";
    static final String TITLE = "title";
    public static final String BEGINNINGS = "beginnings";
    static final String GRAMS = "grams";

    private Fields() {}

    static String field(String language, String view) {
        return language + '.' + view;
    }

    static String viewOf(String field) {
        return field.substring(field.indexOf('.') + 1);
    }

    /** A text's terms, by view. */
    static Map<String, List<String>> terms(AnalyzedText text, ScoringProfile recipe) {
        List<Word> all = text.all();
        Map<String, List<String>> views = new LinkedHashMap<>();
        views.put(WORDS, WordForms.folded(all));
        if (recipe.exact() > 0) {
            views.put(EXACT, WordForms.exact(all));
        }
        if (recipe.pairs() > 0) {
            views.put(PAIRS, WordForms.pairs(all));
        }
        if (recipe.title() > 0) {
            views.put(TITLE, WordForms.folded(text.title()));
        }
        if (recipe.beginnings() > 0) {
            views.put(BEGINNINGS, WordForms.beginnings(all));
        }
        if (recipe.grams() > 0) {
            views.put(GRAMS, WordForms.grams(WordForms.folded(all)));
        }
        return views;
    }
}

package danvan.library.index;

import danvan.library.query.AnalyzedText;
import danvan.library.query.Word;
import danvan.library.query.WordForms;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The views a text is indexed and searched in. Each language has its own fields, so that how rare a word is and how long
 * a text is are judged within the language.
 */
public final class Fields {
    public static final String WORDS = "words";
    /** Folded form and exact form in one term, so that the exact forms of a folded one stand beside each other. */
    static final String EXACT = "exact";

    static final String PAIRS = "pairs";
    static final String TITLE = "title";
    public static final String BEGINNINGS = "beginnings";
    static final String GRAMS = "grams";
    /** The words and pairs of what its document is called, of each passage. */
    static final String DOCUMENT = "document";
    /** The same once a document: how many documents are called so. */
    static final String DOCUMENTS = "documents";

    static final String CHAPTER = "chapter";

    /** Of nearly all passages. */
    static final List<String> LANGUAGES = List.of("vi", "tr", "en");
    /** Those that a passage's score is made of, by the length of its text. */
    static final List<String> VIEWS = List.of(WORDS, EXACT, PAIRS, TITLE, BEGINNINGS, GRAMS, DOCUMENT, CHAPTER);

    /** Sorts before every letter and digit. */
    static final char SEPARATOR = '\u0001';

    private Fields() {}

    /** Whether a word of this view may stand in the name of the document instead. */
    static boolean isNamedBy(String language, String view) {
        if (!language.equals("vi")) {
            return view.equals(BEGINNINGS);
        }
        return view.equals(WORDS) || view.equals(EXACT) || view.equals(PAIRS);
    }

    static String field(String language, String view) {
        return language + '.' + view;
    }

    static String viewOf(String field) {
        return field.substring(field.indexOf('.') + 1);
    }

    static String exact(String exact, String folded) {
        return exact.equals(folded) ? folded + SEPARATOR : folded + SEPARATOR + exact;
    }

    /** A text's terms, by view. */
    static Map<String, List<String>> terms(AnalyzedText text, ScoringProfile profile) {
        List<Word> all = text.all();
        Map<String, List<String>> views = new LinkedHashMap<>();
        List<String> folded = WordForms.folded(all);
        views.put(WORDS, folded);
        views.put(
                EXACT,
                all.stream().map(word -> exact(word.exact(), word.folded())).toList());
        if (profile.pairs() > 0) {
            views.put(PAIRS, WordForms.pairs(all));
        }
        if (profile.title() > 0) {
            views.put(TITLE, WordForms.folded(text.title()));
        }
        if (profile.beginnings() > 0) {
            views.put(BEGINNINGS, WordForms.beginnings(all));
        }
        if (profile.grams() > 0) {
            views.put(GRAMS, WordForms.grams(folded));
        }
        if (profile.document() > 0) {
            views.put(DOCUMENT, around(text.language(), text.document()));
            views.put(CHAPTER, around(text.language(), text.chapter()));
        }
        return views;
    }

    /** In every form that a question's word or pair is looked for in, each once. */
    private static List<String> around(String language, List<Word> words) {
        if (!language.equals("vi")) {
            return WordForms.beginnings(words).stream().distinct().toList();
        }
        Set<String> terms = new LinkedHashSet<>(WordForms.folded(words));
        words.forEach(word -> terms.add(exact(word.exact(), word.folded())));
        terms.addAll(WordForms.pairs(words));
        return List.copyOf(terms);
    }
}

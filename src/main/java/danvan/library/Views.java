package danvan.library;

import java.util.ArrayList;
import java.util.List;

/**
 * The views a text is indexed and searched in. Each language has its own fields, so that how rare a word is and how long
 * a text is are judged within the language.
 */
final class Views {
    static final String WORDS = "words";
    static final String EXACT = "exact";
    static final String PAIRS = "pairs";
    static final String TITLE = "title";
    static final String BEGINNINGS = "beginnings";
    static final String GRAMS = "grams";

    static final int GRAM = 4;
    static final char BETWEEN_WORDS = '_';

    private static final int BEGINNING = 5;

    private Views() {}

    static String field(String language, String view) {
        return language + '.' + view;
    }

    static String viewOf(String field) {
        return field.substring(field.indexOf('.') + 1);
    }

    static List<String> folded(List<Word> words) {
        return words.stream().map(Word::folded).toList();
    }

    static List<String> exact(List<Word> words) {
        return words.stream().map(Word::exact).toList();
    }

    static List<String> pairs(List<Word> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(pair(words.get(i - 1).folded(), words.get(i).folded()));
        }
        return pairs;
    }

    static String pair(String first, String second) {
        return first + '_' + second;
    }

    static List<String> beginnings(List<Word> words) {
        return words.stream().map(word -> beginning(word.folded())).toList();
    }

    static String beginning(String folded) {
        return folded.length() <= BEGINNING ? folded : folded.substring(0, BEGINNING);
    }

    /** Runs of four letters, with a mark where a word begins and ends. */
    static List<String> grams(List<String> folded) {
        String text = BETWEEN_WORDS + String.join(String.valueOf(BETWEEN_WORDS), folded) + BETWEEN_WORDS;
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + GRAM <= text.length(); i++) {
            grams.add(text.substring(i, i + GRAM));
        }
        return grams;
    }
}

package danvan.library.query;

import java.util.ArrayList;
import java.util.List;

/** The forms in which the words of texts and questions are compared. */
public final class WordForms {
    public static final int GRAM = 4;
    public static final char BETWEEN_WORDS = '_';

    private static final int BEGINNING = 5;

    private WordForms() {}

    public static List<String> folded(List<Word> words) {
        return words.stream().map(Word::folded).toList();
    }

    public static List<String> exact(List<Word> words) {
        return words.stream().map(Word::exact).toList();
    }

    public static List<String> pairs(List<Word> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(pair(words.get(i - 1).folded(), words.get(i).folded()));
        }
        return pairs;
    }

    public static String pair(String first, String second) {
        return first + '_' + second;
    }

    public static List<String> beginnings(List<Word> words) {
        return words.stream().map(word -> beginning(word.folded())).toList();
    }

    public static String beginning(String folded) {
        return folded.length() <= BEGINNING ? folded : folded.substring(0, BEGINNING);
    }

    /** Runs of four letters, with a mark where a word begins and ends. */
    public static List<String> grams(List<String> folded) {
        String text = BETWEEN_WORDS + String.join(String.valueOf(BETWEEN_WORDS), folded) + BETWEEN_WORDS;
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + GRAM <= text.length(); i++) {
            grams.add(text.substring(i, i + GRAM));
        }
        return grams;
    }
}

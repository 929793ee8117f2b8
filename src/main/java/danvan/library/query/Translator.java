package danvan.library.query;

import danvan.library.Glossary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries a Turkish or English question over to Vietnamese by the glossary's terms, word group by word group, so that a
 * document held in Vietnamese only can be found. Words are compared by their beginnings, since endings come and go.
 */
public final class Translator {
    private static final int LONGEST = 8;

    /** By language, then by the beginnings of a term's words. */
    private final Map<String, Map<List<String>, List<Word>>> terms = new HashMap<>();

    /**
     * What was carried over.
     *
     * @param share of the question's telling words that were carried over
     */
    public record Translation(List<Word> words, double share) {}

    Translator(Glossary glossary) {
        for (Glossary.Translation term : glossary.terms()) {
            for (String language : List.of("tr", "en")) {
                for (String phrase : term.in(language)) {
                    List<String> beginnings = WordForms.beginnings(Word.of(phrase));
                    if (!beginnings.isEmpty() && !term.vi().isEmpty()) {
                        terms.computeIfAbsent(language, l -> new HashMap<>())
                                .putIfAbsent(beginnings, Word.of(term.vi().get(0)));
                    }
                }
            }
        }
    }

    public Translation toVietnamese(String language, List<Word> words) {
        Map<List<String>, List<Word>> known = terms.getOrDefault(language, Map.of());
        List<Word> carried = new ArrayList<>();
        int telling = 0;
        int told = 0;
        for (int i = 0; i < words.size(); ) {
            int length = Math.min(LONGEST, words.size() - i);
            while (length > 0 && !known.containsKey(WordForms.beginnings(words.subList(i, i + length)))) {
                length--;
            }
            int tellingHere = tellingWords(language, words.subList(i, i + Math.max(1, length)));
            telling += tellingHere;
            if (length > 0) {
                carried.addAll(known.getOrDefault(WordForms.beginnings(words.subList(i, i + length)), List.of()));
                told += tellingHere;
            } else if (words.get(i).hasDigit()) {
                carried.add(words.get(i));
                told += tellingHere;
            } else if (tellingHere > 0) {
                // What could not be carried over was asked all the same, and is lacking in what is found.
                carried.add(words.get(i));
            }
            i += Math.max(1, length);
        }
        return new Translation(carried, telling == 0 ? 0 : (double) told / telling);
    }

    private static int tellingWords(String language, List<Word> words) {
        return (int) words.stream()
                .filter(word -> !FunctionWords.contains(language, word))
                .count();
    }
}

package danvan.library.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What a question and a text have in common, word by word. */
public final class WordOverlap {
    /** What a question word counts in a likeness, where a word found nowhere counts 1. */
    private static final double QUESTION_WORD = 0.12;

    private WordOverlap() {}

    /** A text's words in the forms they are compared in. */
    record WordSet(Set<String> words) {
        static WordSet of(String language, List<Word> words, boolean marked) {
            Set<String> forms = new HashSet<>();
            words.forEach(word -> forms.add(form(language, word.exact(), word.folded(), marked)));
            return new WordSet(forms);
        }
    }

    /** Vietnamese: as typed, with marks or without. Others: the beginning, since endings come and go. */
    public static String form(String language, String exact, String folded, boolean marked) {
        return language.equals("vi") ? (marked ? exact : folded) : WordForms.beginning(folded);
    }

    /** 0 when the text does not hold the word in any form. */
    private static double held(ParsedQuery question, QueryTerm term, WordSet text) {
        return term.forms().stream()
                .filter(form -> text.words()
                        .contains(form(question.language(), form.exact(), form.folded(), question.marked())))
                .mapToDouble(term::trust)
                .max()
                .orElse(0);
    }

    static boolean holdsAll(ParsedQuery question, WordSet text) {
        return question.terms().stream().allMatch(term -> term.importance() < 1 || held(question, term, text) > 0);
    }

    /**
     * Twice what both share over what both hold, by rarity. Question words count a little: "how long" and "what" ask
     * different things about the same matter.
     */
    public static double alike(ParsedQuery question, List<Word> other, ToDoubleFunction<String> rarity) {
        String language = question.language();
        WordSet vocabulary = WordSet.of(language, other, question.marked());
        double mine = 0;
        double shared = 0;
        for (QueryTerm term : question.terms()) {
            double weight = term.importance() == 1
                    ? rarity.applyAsDouble(term.forms().get(0).folded())
                    : QUESTION_WORD;
            mine += weight;
            shared += weight * held(question, term, vocabulary);
        }
        double theirs = other.stream()
                .mapToDouble(word ->
                        FunctionWords.contains(language, word) ? QUESTION_WORD : rarity.applyAsDouble(word.folded()))
                .sum();
        return mine + theirs == 0 ? 0 : Math.min(1, 2 * shared / (mine + theirs));
    }
}

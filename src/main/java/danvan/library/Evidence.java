package danvan.library;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for a passage answering a question, and what against it. Shares lie between 0 and 1; sums are of words, a
 * word found nowhere counting 1 and a commoner one less. "The others" are those that the same search ranked.
 *
 * @param attained its score over the greatest the question could reach
 * @param aheadOfThird one minus the score of the third over its own, 0 when it is not ahead
 * @param aheadOfFifth the same for the fifth
 * @param inOneSentence the share of the question's telling words that its title and one of its sentences hold
 * @param neighbours the share of the question's neighbouring words, question words too, that are neighbours in it
 * @param tellsApart the sum of the words it holds, each by the share of the others that do not
 * @param lacks the sum of the words it lacks, each by the same share: what none of the others hold counts whole
 * @param lacksNames the sum of the names and numbers it lacks
 * @param rarestLacking the rarest word it lacks
 * @param likeHeading how like its heading the question is
 * @param likeGap how like the nearest question on a known gap it is
 */
record Evidence(
        double attained,
        double aheadOfThird,
        double aheadOfFifth,
        double inOneSentence,
        double neighbours,
        double tellsApart,
        double lacks,
        double lacksNames,
        double rarestLacking,
        double likeHeading,
        double likeGap) {

    /** What a question word counts in a likeness, where a word found nowhere counts 1. */
    private static final double QUESTION_WORD = 0.12;

    /** A text's words in the forms they are compared in. */
    record Vocabulary(Set<String> words) {
        static Vocabulary of(String language, List<Word> words, boolean marked) {
            Set<String> forms = new HashSet<>();
            words.forEach(word -> forms.add(form(language, word.exact(), word.folded(), marked)));
            return new Vocabulary(forms);
        }
    }

    /** Vietnamese: as typed, with marks or without. Others: the beginning, since endings come and go. */
    static String form(String language, String exact, String folded, boolean marked) {
        return language.equals("vi") ? (marked ? exact : folded) : Views.beginning(folded);
    }

    /** 0 when the text does not hold the word in any form. */
    private static double held(Reading question, Term term, Vocabulary text) {
        return term.forms().stream()
                .filter(form -> text.words()
                        .contains(form(question.language(), form.exact(), form.folded(), question.marked())))
                .mapToDouble(term::trust)
                .max()
                .orElse(0);
    }

    static boolean holdsAll(Reading question, Vocabulary text) {
        return question.terms().stream().allMatch(term -> term.importance() < 1 || held(question, term, text) > 0);
    }

    /**
     * Twice what both share over what both hold, by rarity. Question words count a little: "how long" and "what" ask
     * different things about the same matter.
     */
    static double alike(Reading question, List<Word> other, ToDoubleFunction<String> rarity) {
        String language = question.language();
        Vocabulary vocabulary = Vocabulary.of(language, other, question.marked());
        double mine = 0;
        double shared = 0;
        for (Term term : question.terms()) {
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

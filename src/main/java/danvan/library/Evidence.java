package danvan.library;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for a passage answering a question, each between 0 and 1.
 *
 * @param attained its score over the greatest the question could reach
 * @param ahead one minus the mean score of ranks 2 to 10 over the first: how far it stands out
 * @param covered the share of the question's telling words it holds, rare ones counting more
 * @param coveredPairs the same for telling words that stand side by side
 * @param likeHeading how like its heading the question is
 * @param likeGap how like the nearest question on a known gap it is
 */
record Evidence(
        double attained, double ahead, double covered, double coveredPairs, double likeHeading, double likeGap) {

    /** What a question word counts in a likeness, where a word found nowhere counts 1. */
    private static final double QUESTION_WORD = 0.12;

    /** A text's words in the forms they are compared in. */
    record Vocabulary(Set<String> words, Set<String> pairs) {
        static Vocabulary of(String language, List<Word> words, boolean marked) {
            Set<String> forms = new HashSet<>();
            Set<String> pairs = new HashSet<>();
            for (int i = 0; i < words.size(); i++) {
                forms.add(form(language, words.get(i).exact(), words.get(i).folded(), marked));
                if (i > 0) {
                    pairs.add(Views.pair(words.get(i - 1).folded(), words.get(i).folded()));
                }
            }
            return new Vocabulary(forms, pairs);
        }
    }

    /** Vietnamese: as typed, with marks or without. Others: the beginning, since endings come and go. */
    static String form(String language, String exact, String folded, boolean marked) {
        return language.equals("vi") ? (marked ? exact : folded) : Views.beginning(folded);
    }

    static double covered(Reading question, Vocabulary text, ToDoubleFunction<String> rarity) {
        double all = 0;
        double held = 0;
        for (Term term : question.terms()) {
            if (term.importance() == 1) {
                double weight = rarity.applyAsDouble(term.forms().get(0).folded());
                all += weight;
                held += weight * held(question, term, text);
            }
        }
        return all == 0 ? 0 : held / all;
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

    static double coveredPairs(Reading question, Vocabulary text, ToDoubleFunction<String> rarity) {
        double all = 0;
        double held = 0;
        List<Term> terms = question.terms();
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i - 1).importance() == 1 && terms.get(i).importance() == 1) {
                Set<String> pairs = new HashSet<>();
                for (Term.Form a : terms.get(i - 1).forms()) {
                    for (Term.Form b : terms.get(i).forms()) {
                        pairs.add(Views.pair(a.folded(), b.folded()));
                    }
                }
                double weight = pairs.stream().mapToDouble(rarity).min().orElse(0);
                all += weight;
                held += pairs.stream().anyMatch(text.pairs()::contains) ? weight : 0;
            }
        }
        return all == 0 ? covered(question, text, word -> 1) : held / all;
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

package danvan.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How near to one another a text holds a question's words: a passage on the same matter holds them too, but scattered.
 *
 * @param together the most of the telling words that stand within a few lines, rare ones counting more, from 0 to 1
 * @param inOrder the longest run of the question that the text holds word for word, as a share of the question
 */
record Closeness(double together, double inOrder) {
    /** About two lines of a page. */
    private static final int WINDOW = 30;

    /** A telling word of the question where the text holds it. */
    private record Found(int at, int term, double weight) {}

    static Closeness of(Reading question, List<Word> text, ToDoubleFunction<String> rarity) {
        String[] forms = text.stream()
                .map(word -> Evidence.form(question.language(), word.exact(), word.folded(), question.marked()))
                .toArray(String[]::new);
        return new Closeness(together(question, forms, rarity), inOrder(question, forms));
    }

    private static double together(Reading question, String[] text, ToDoubleFunction<String> rarity) {
        List<Term> terms =
                question.terms().stream().filter(term -> term.importance() == 1).toList();
        double[] weights = new double[terms.size()];
        Map<String, Map<Integer, Double>> wanted = new HashMap<>();
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            Term term = terms.get(i);
            weights[i] = rarity.applyAsDouble(term.forms().get(0).folded());
            all += weights[i];
            for (Term.Form form : term.forms()) {
                String shape = Evidence.form(question.language(), form.exact(), form.folded(), question.marked());
                wanted.computeIfAbsent(shape, any -> new HashMap<>()).merge(i, term.trust(form), Math::max);
            }
        }
        return all == 0 ? 0 : most(text, wanted, weights) / all;
    }

    /** Slides a window over the text; a word that stands in it twice counts once. */
    private static double most(String[] text, Map<String, Map<Integer, Double>> wanted, double[] weights) {
        Deque<Found> window = new ArrayDeque<>();
        double most = 0;
        for (int at = 0; at < text.length; at++) {
            Map<Integer, Double> here = wanted.get(text[at]);
            if (here == null) {
                continue;
            }
            while (!window.isEmpty() && window.peekFirst().at() <= at - WINDOW) {
                window.removeFirst();
            }
            for (var term : here.entrySet()) {
                window.addLast(new Found(at, term.getKey(), weights[term.getKey()] * term.getValue()));
            }
            double[] best = new double[weights.length];
            window.forEach(found -> best[found.term()] = Math.max(best[found.term()], found.weight()));
            double sum = 0;
            for (double weight : best) {
                sum += weight;
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private static double inOrder(Reading question, String[] text) {
        List<Term> terms = question.terms();
        int longest = 0;
        int[] above = new int[text.length + 1];
        for (Term term : terms) {
            Term.Form likeliest = term.forms().get(0);
            String form = Evidence.form(question.language(), likeliest.exact(), likeliest.folded(), question.marked());
            int[] row = new int[text.length + 1];
            for (int at = 0; at < text.length; at++) {
                if (form.equals(text[at])) {
                    row[at + 1] = above[at] + 1;
                    longest = Math.max(longest, row[at + 1]);
                }
            }
            above = row;
        }
        return terms.isEmpty() ? 0 : (double) longest / terms.size();
    }
}

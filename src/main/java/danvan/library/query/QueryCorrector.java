package danvan.library.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Restores a question typed in a hurry: missing diacritics and typing slips together, by a noisy-channel decoder
 * (Viterbi) over the collection's own words and pairs of neighbours. What was typed is always kept beside what was
 * restored, at a lower weight: the collection does not know every word there is.
 */
public final class QueryCorrector {
    /**
     * All costs are negative natural logarithms.
     *
     * @param edit a slip of one letter; {@code firstLetter} more if the first letter changes, as it seldom does
     * @param marks other marks than the ones typed
     * @param unseen a typed word that the collection does not know
     * @param typed the weight of the typed form beside a restored one
     */
    record Costs(double edit, double firstLetter, double marks, double unseen, double pairs, double typed) {
        static final Costs VIETNAMESE = new Costs(7, 0.7, 3, 5, 0.8, 0.6);
        static final Costs WITH_ENDINGS = new Costs(6, 0.7, 3, 6, 0.6, 0.5);

        static Costs of(String language) {
            return language.equals("vi") ? VIETNAMESE : WITH_ENDINGS;
        }
    }

    /** Beyond this many candidates for a word the tail is only noise. */
    private static final int MOST_CANDIDATES = 60;

    /** What people type repeats itself. */
    private static final int MOST_REMEMBERED = 1_000;

    private final WordStatistics model;
    private final BoundedCache<String, List<Candidate>> remembered = new BoundedCache<>(MOST_REMEMBERED);
    private final Costs costs;

    private final Predicate<Word> isCorrect;

    /** @param isCorrect what is no slip, whether the collection knows it or not */
    QueryCorrector(WordStatistics model, Costs costs, Predicate<Word> isCorrect) {
        this.model = model;
        this.costs = costs;
        this.isCorrect = isCorrect;
    }

    /** @param protectedWords words that are never changed: numbers, parts of document numbers */
    List<List<QueryTerm.Form>> restore(List<Word> words, List<Boolean> protectedWords) {
        List<List<Candidate>> lattice = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            lattice.add(candidates(words.get(i), protectedWords.get(i)));
        }
        List<Candidate> path = best(lattice);
        List<List<QueryTerm.Form>> forms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            forms.add(forms(words.get(i), path.get(i)));
        }
        return forms;
    }

    /**
     * A form the word may have been meant in.
     *
     * @param share of all words of the collection, smoothed
     */
    private record Candidate(String exact, String folded, double cost, long count, double share) {
        double alone() {
            return -Math.log(share);
        }
    }

    private Candidate candidate(String exact, String folded, double cost) {
        long count = model.count(exact, folded);
        return new Candidate(exact, folded, cost, count, (count + 0.5) / (model.total() + 0.5 * (model.size() + 1)));
    }

    private List<Candidate> candidates(Word word, boolean fixed) {
        return fixed || word.hasDigit()
                ? List.of(candidate(word.exact(), word.folded(), 0))
                : remembered.get(word.exact(), exact -> candidates(word));
    }

    private List<Candidate> candidates(Word word) {
        List<Candidate> found = new ArrayList<>();
        boolean known = model.count(word.exact(), word.folded()) > 0;
        boolean correct = isCorrect.test(word);
        if (word.hasMarks() && (known || correct)) {
            return List.of(candidate(word.exact(), word.folded(), 0));
        }
        found.add(candidate(word.exact(), word.folded(), known ? 0 : costs.unseen));
        for (String form : model.withLetters(word.folded())) {
            if (!form.equals(word.exact())) {
                found.add(candidate(form, word.folded(), word.hasMarks() ? costs.marks : 0));
            }
        }
        // Letters that make a syllable are not to be taken for those of another, unless the collection knows them.
        if (word.folded().length() > 1 && !(correct && !known && found.size() == 1)) {
            for (String letters : model.oneEditFrom(word.folded())) {
                double cost = costs.edit + (letters.charAt(0) == word.folded().charAt(0) ? 0 : costs.firstLetter);
                for (String form : model.withLetters(letters)) {
                    found.add(candidate(form, letters, cost));
                }
            }
        }
        if (found.size() > MOST_CANDIDATES) {
            found.sort(Comparator.comparingDouble(form -> form.cost + form.alone()));
            return List.copyOf(found.subList(0, MOST_CANDIDATES));
        }
        return found;
    }

    private List<Candidate> best(List<List<Candidate>> lattice) {
        List<double[]> reached = new ArrayList<>();
        List<int[]> cameFrom = new ArrayList<>();
        for (int i = 0; i < lattice.size(); i++) {
            List<Candidate> here = lattice.get(i);
            double[] cost = new double[here.size()];
            int[] from = new int[here.size()];
            if (i == 0) {
                for (int j = 0; j < here.size(); j++) {
                    cost[j] = here.get(j).cost + here.get(j).alone();
                }
            } else {
                step(lattice.get(i - 1), reached.get(i - 1), here, cost, from);
            }
            reached.add(cost);
            cameFrom.add(from);
        }
        return trace(lattice, reached, cameFrom);
    }

    /** Fills in what each form costs at best, and which form before it that is. */
    private void step(List<Candidate> before, double[] reached, List<Candidate> here, double[] cost, int[] from) {
        int[] cheapestFirst = cheapestFirst(reached);
        for (int j = 0; j < here.size(); j++) {
            Candidate candidate = here.get(j);
            double alone = (1 - costs.pairs) * candidate.share;
            // Never seen together: then the cheapest before it is the best.
            double best = reached[cheapestFirst[0]] - Math.log(alone);
            int bestFrom = cheapestFirst[0];
            for (int k : cheapestFirst) {
                if (reached[k] >= best) {
                    break; // whatever follows costs more before the step is counted
                }
                long together = model.pairCount(before.get(k).exact, candidate.exact);
                if (together > 0) {
                    double seen = costs.pairs * together / before.get(k).count;
                    double total = reached[k] - Math.log(seen + alone);
                    if (total < best) {
                        best = total;
                        bestFrom = k;
                    }
                }
            }
            cost[j] = best + candidate.cost;
            from[j] = bestFrom;
        }
    }

    private static int[] cheapestFirst(double[] reached) {
        int[] order = new int[reached.length];
        for (int i = 0; i < order.length; i++) {
            int at = i;
            while (at > 0 && reached[order[at - 1]] > reached[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }

    private static List<Candidate> trace(List<List<Candidate>> lattice, List<double[]> reached, List<int[]> cameFrom) {
        List<Candidate> path = new ArrayList<>();
        int at = 0;
        for (int i = lattice.size() - 1; i >= 0; i--) {
            if (i == lattice.size() - 1) {
                double[] cost = reached.get(i);
                for (int j = 1; j < cost.length; j++) {
                    at = cost[j] < cost[at] ? j : at;
                }
            }
            path.add(0, lattice.get(i).get(at));
            at = cameFrom.get(i)[at];
        }
        return path;
    }

    private List<QueryTerm.Form> forms(Word typed, Candidate chosen) {
        if (chosen.exact.equals(typed.exact())) {
            return List.of(new QueryTerm.Form(typed.exact(), typed.folded(), 1));
        }
        return List.of(
                new QueryTerm.Form(chosen.exact, chosen.folded, 1),
                new QueryTerm.Form(typed.exact(), typed.folded(), costs.typed));
    }
}

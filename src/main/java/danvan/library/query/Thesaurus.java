package danvan.library.query;

import danvan.library.EverydayExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Puts the administration's expressions for everyday ones, all of a question at once. */
public final class Thesaurus {
    private static final int MOST_WAYS = 2;

    /** By language, then by the key of the first word said. */
    private final Map<String, Map<String, List<Expression>>> expressions = new HashMap<>();

    private record Expression(List<Word> said, List<List<Word>> meant) {}

    /**
     * A question in other words.
     *
     * @param exchanged those of its words that were not typed
     */
    public record Way(List<Word> words, Set<Word> exchanged) {}

    /** @param reading how a text of a language is cut into words and written out */
    Thesaurus(List<EverydayExpression> everyday, BiFunction<String, String, List<Word>> reading) {
        for (EverydayExpression each : everyday) {
            List<List<Word>> meant = each.meant().stream()
                    .map(text -> reading.apply(each.language(), text))
                    .toList();
            for (String text : each.said()) {
                List<Word> said = reading.apply(each.language(), text);
                if (!said.isEmpty()) {
                    expressions
                            .computeIfAbsent(each.language(), language -> new HashMap<>())
                            .computeIfAbsent(key(each.language(), said.get(0)), first -> new ArrayList<>(1))
                            .add(new Expression(said, meant));
                }
            }
        }
        // The longest match wins.
        expressions
                .values()
                .forEach(byFirst -> byFirst.values()
                        .forEach(some ->
                                some.sort((a, b) -> b.said().size() - a.said().size())));
    }

    private static String key(String language, Word word) {
        return language.equals("vi") ? word.folded() : WordForms.beginning(word.folded());
    }

    /**
     * The question with every everyday expression exchanged; empty where it has none.
     *
     * @param marked whether it was typed with marks
     * @param isKnown whether the collection has a word with these letters: typed without marks and alone, they may be that
     */
    public List<Way> exchanged(String language, List<Word> question, boolean marked, Predicate<String> isKnown) {
        List<Way> ways = new ArrayList<>();
        for (int choice = 0; choice < MOST_WAYS; choice++) {
            Way way = exchanged(language, question, marked, isKnown, choice);
            if (!way.exchanged().isEmpty() && !ways.contains(way)) {
                ways.add(way);
            }
        }
        return ways;
    }

    private Way exchanged(String language, List<Word> question, boolean marked, Predicate<String> isKnown, int choice) {
        Map<String, List<Expression>> known = expressions.getOrDefault(language, Map.of());
        List<Word> words = new ArrayList<>();
        Set<Word> exchanged = new HashSet<>();
        for (int i = 0; i < question.size(); ) {
            Expression found = null;
            for (Expression each : known.getOrDefault(key(language, question.get(i)), List.of())) {
                if (stands(language, each.said(), question, i, marked, isKnown)) {
                    found = each;
                    break;
                }
            }
            if (found == null) {
                words.add(question.get(i++));
                continue;
            }
            Word first = question.get(i);
            int end = question.get(i + found.said().size() - 1).end();
            boolean opens = first.opens();
            for (Word meant : found.meant().get(Math.min(choice, found.meant().size() - 1))) {
                Word word = new Word(first.start(), end, meant.exact(), meant.folded(), false, opens);
                words.add(word);
                exchanged.add(word);
                opens = false;
            }
            i += found.said().size();
        }
        return new Way(List.copyOf(words), Set.copyOf(exchanged));
    }

    private static boolean stands(
            String language, List<Word> said, List<Word> question, int at, boolean marked, Predicate<String> isKnown) {
        if (at + said.size() > question.size()) {
            return false;
        }
        boolean vietnamese = language.equals("vi");
        if (vietnamese
                && !marked
                && said.size() == 1
                && isKnown.test(said.get(0).folded())) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            Word word = question.get(at + i);
            boolean same = vietnamese && marked
                    ? word.exact().equals(said.get(i).exact())
                    : key(language, word).equals(key(language, said.get(i)));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}

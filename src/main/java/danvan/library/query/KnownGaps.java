package danvan.library.query;

import danvan.library.Gap;
import danvan.library.KnownGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The known gaps, and which of them a question falls into. */
public final class KnownGaps {
    private static final double OF_ANOTHER_DOCUMENT = 0.75;

    private final List<Way> ways = new ArrayList<>();

    /**
     * One way of asking about a gap.
     *
     * @param numbers in any way of asking about it: of the documents it is about
     */
    private record Way(Gap gap, List<Word> words, Set<String> folded, Set<String> numbers) {
        /** Without one telling word in common they are not alike, whatever question words they share. */
        boolean mayBe(Set<String> telling) {
            for (String word : telling) {
                if (folded.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The gap a question is most like.
     *
     * @param similarity 0 to 1
     */
    public record Nearest(Optional<Gap> gap, double similarity) {}

    KnownGaps(List<KnownGap> known, AbbreviationExpander phrases) {
        for (KnownGap gap : known) {
            List<String> typed = new ArrayList<>(gap.typed());
            typed.addAll(gap.gap().topic().values());
            Set<String> numbers = typed.stream()
                    .flatMap(way -> Word.of(way).stream())
                    .filter(Word::hasDigit)
                    .map(Word::folded)
                    .collect(Collectors.toUnmodifiableSet());
            for (String way : typed) {
                List<Word> words = phrases.expanded(way, Word.of(way), letters -> true);
                ways.add(new Way(gap.gap(), words, beginnings(WordForms.folded(words)), numbers));
            }
        }
    }

    /** What two forms of a word have in common in every language. */
    private static Set<String> beginnings(List<String> folded) {
        return folded.stream().map(WordForms::beginning).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The gap that a question is most like. Of a document that the gap does not name it must be liker: what is not known of
     * one may be known of another.
     *
     * @param numbers folded words of the number of the document that the question names
     */
    public Nearest to(ParsedQuery question, Set<String> numbers, ToDoubleFunction<String> rarity) {
        Optional<Gap> nearest = Optional.empty();
        double most = 0;
        Set<String> telling = beginnings(question.terms().stream()
                .filter(term -> term.importance() == 1)
                .flatMap(term -> term.forms().stream())
                .map(QueryTerm.Form::folded)
                .toList());
        for (Way way : ways) {
            if (!way.mayBe(telling)) {
                continue;
            }
            double alike = WordOverlap.alike(question, way.words, rarity);
            if (!numbers.isEmpty() && numbers.stream().noneMatch(way.numbers::contains)) {
                alike *= OF_ANOTHER_DOCUMENT;
            }
            if (alike > most) {
                most = alike;
                nearest = Optional.of(way.gap);
            }
        }
        return new Nearest(nearest, most);
    }
}

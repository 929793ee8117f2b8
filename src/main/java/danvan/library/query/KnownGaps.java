package danvan.library.query;

import danvan.library.Gap;
import danvan.library.KnownGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The known gaps, and which of them a question falls into. */
public final class KnownGaps {
    private final List<Way> ways = new ArrayList<>();

    /** One way of asking about a gap. */
    private record Way(Gap gap, List<Word> words) {}

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
            for (String way : typed) {
                ways.add(new Way(gap.gap(), phrases.expanded(way, Word.of(way), letters -> true)));
            }
        }
    }

    public Nearest to(ParsedQuery question, ToDoubleFunction<String> rarity) {
        Optional<Gap> nearest = Optional.empty();
        double most = 0;
        for (Way way : ways) {
            double alike = WordOverlap.alike(question, way.words, rarity);
            if (alike > most) {
                most = alike;
                nearest = Optional.of(way.gap);
            }
        }
        return new Nearest(nearest, most);
    }
}

package danvan.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The known gaps, and which of them a question falls into. */
final class Gaps {
    private final List<Way> ways = new ArrayList<>();

    /** One way of asking about a gap. */
    private record Way(Gap gap, List<Word> words) {}

    /** @param likeness 0 to 1 */
    record Nearest(Optional<Gap> gap, double likeness) {}

    Gaps(List<KnowledgeBase.KnownGap> known, Phrases phrases) {
        for (KnowledgeBase.KnownGap gap : known) {
            List<String> typed = new ArrayList<>(gap.typed());
            typed.addAll(gap.gap().topic().values());
            for (String way : typed) {
                ways.add(new Way(gap.gap(), phrases.writtenOut(way, Word.of(way), letters -> true)));
            }
        }
    }

    Nearest to(Reading question, ToDoubleFunction<String> rarity) {
        Optional<Gap> nearest = Optional.empty();
        double most = 0;
        for (Way way : ways) {
            double alike = Evidence.alike(question, way.words, rarity);
            if (alike > most) {
                most = alike;
                nearest = Optional.of(way.gap);
            }
        }
        return new Nearest(nearest, most);
    }
}

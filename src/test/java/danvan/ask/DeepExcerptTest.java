package danvan.ask;

import danvan.library.Span;
import danvan.patterns.DeepText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Neither a question nor the passage that answers it goes deep with its brackets. */
class DeepExcerptTest {
    @Test
    void readsWhateverLiesInEachOther() {
        List<Span> telling = List.of(new Span(50_000, 50_010));
        DeepText.readBy("Excerpt.of", text -> Excerpt.of(text, telling).markup(telling));
        DeepText.readBy("Excerpt.whole", text -> Excerpt.whole(text).markup(List.of()));
        DeepText.readBy("Fact.of", Fact::of);
        DeepText.readBy("FollowUp.mayBe", FollowUp::mayBe);
        DeepText.readBy("FollowUp.isMarked", FollowUp::isMarked);
        DeepText.readBy("FollowUp.isPlace", FollowUp::isPlace);
        DeepText.readBy("FollowUp.said", FollowUp::said);
    }
}

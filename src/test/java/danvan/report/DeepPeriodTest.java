package danvan.report;

import danvan.patterns.DeepText;
import org.junit.jupiter.api.Test;

/** What is typed behind a command does not go deep with its brackets. */
class DeepPeriodTest {
    @Test
    void readsWhateverLiesInEachOther() {
        DeepText.readBy("Period.of", Period::of);
    }
}

package danvan.report;

import danvan.patterns.DeepText;
import org.junit.jupiter.api.Test;

/** What is typed behind a command does not go deep with its brackets. */
class DeepMonthsTest {
    @Test
    void readsWhateverLiesInEachOther() {
        DeepText.readBy("Months.of", Months::of);
    }
}

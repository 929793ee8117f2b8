package danvan.text;

import danvan.patterns.DeepText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A typed day does not go deep with its brackets. */
class DeepDayTest {
    @Test
    void readsWhateverLiesInEachOther() {
        LocalDate today = LocalDate.of(2024, 1, 8);
        DeepText.readBy("TypedDay.in", text -> TypedDay.in(text, today, today));
    }
}

package danvan.task;

import danvan.patterns.DeepText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Neither a typed day nor a programme that was sent in goes deep with its brackets. */
class DeepProgrammeTest {
    @Test
    void readsWhateverLiesInEachOther() {
        LocalDate today = LocalDate.of(2024, 1, 8);
        DeepText.readBy("TypedDay.in", text -> TypedDay.in(text, today, today));
        DeepText.readBy("Yaml.parse", text -> {
            try {
                Yaml.parse("tasks: " + text);
            } catch (Yaml.Malformed e) {
                // That it is none is all there is to say.
            }
        });
    }
}

package danvan.task.programme;

import danvan.patterns.DeepText;
import org.junit.jupiter.api.Test;

/** A programme that was sent in does not go deep with its brackets. */
class DeepProgrammeTest {
    @Test
    void readsWhateverLiesInEachOther() {
        DeepText.readBy("Yaml.parse", text -> {
            try {
                Yaml.parse("tasks: " + text);
            } catch (Yaml.Malformed e) {
                // That it is none is all there is to say.
            }
        });
    }
}

package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.StatesPage;
import danvan.chat.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done with a question in which state, as docs/states.md tells it. */
class QuestionDeedTest {
    @Test
    void thePageSaysWhatTheTableSays() {
        Map<String, Map<String, String>> code = new LinkedHashMap<>();
        for (QuestionDeed deed : QuestionDeed.values()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (QuestionDeed.State state : QuestionDeed.State.values()) {
                if (deed.in(state)) {
                    QuestionDeed.State after = deed.after(state);
                    // One that waits to be approved is kept until another day: it waits.
                    boolean stays = after == state && state == QuestionDeed.State.APPROVED;
                    row.put(state.name(), stays ? StatesPage.STAYS : after.name());
                }
            }
            code.put(deed.role().map(Role::name).orElse("ASKER") + " " + deed, row);
        }
        assertThat(StatesPage.table("Questions")).isEqualTo(code);
    }
}

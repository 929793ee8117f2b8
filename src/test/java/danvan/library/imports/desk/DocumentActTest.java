package danvan.library.imports.desk;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.StatesPage;
import danvan.library.imports.ImportedDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done with a document in which state, as docs/states.md tells it. */
class DocumentActTest {
    @Test
    void thePageSaysWhatTheTableSays() {
        Map<String, Map<String, String>> code = new LinkedHashMap<>();
        for (DocumentAct act : DocumentAct.values()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (ImportedDocument.State state : ImportedDocument.State.values()) {
                if (act.in(state)) {
                    ImportedDocument.State after = act.after(state);
                    row.put(state.name(), after == state ? StatesPage.STAYS : after.name());
                }
            }
            if (act.isAboutOne()) {
                code.put(act.name(), row);
            }
        }
        assertThat(StatesPage.table("Documents")).isEqualTo(code);
    }
}

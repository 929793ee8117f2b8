package danvan.library.imports.recognition;

import danvan.patterns.DeepText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document that was sent in does not go deep with its brackets. */
class DeepFirstPageTest {
    @Test
    void recognisesWhateverLiesInEachOther() {
        DeepText.readBy("NamedDocuments.in", NamedDocuments::in);
        DeepText.readBy("MainPart.withoutQuotes", text -> MainPart.withoutQuotes(List.of(text)));
        DeepText.readBy("Relations.of", text -> Relations.of("12/QĐ-UBND", "Quyết định", text, List.of(text)));
        DeepText.readBy("InForceClause.of", text -> InForceClause.of(List.of(text), "Quyết định", "2024-01-08"));
    }
}

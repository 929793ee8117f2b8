package danvan.library.imports.document;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that earlier versions wrote, or a hand in the database, are read all the same: what they do not say is empty. */
class DocumentMetadataTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"number\":null,\"replaces\":null,\"evidence\":null}"})
    void aRowThatSaysNothingIsADocumentOfWhichNothingIsKnown(String row) {
        DocumentMetadata read = Json.read(row, DocumentMetadata.class);
        assertThat(read).isEqualTo(DocumentMetadata.NONE);
        assertThat(read.title() + read.shortName() + read.year()).isEmpty();
        assertThat(read.unsure()).hasSize(DocumentMetadata.Field.values().length);
    }

    @Test
    void aRowThatSaysLittleKeepsIt() {
        DocumentMetadata read = Json.read("{\"number\":\"8/QĐ-UBND\",\"kind\":\"Quyết định\"}", DocumentMetadata.class);
        assertThat(read.shortName()).isEqualTo("Quyết định 8");
        assertThat(read.replaces()).isEmpty();
    }
}

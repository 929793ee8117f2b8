package danvan.library.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.library.Glossary;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The glossary that an index was written by, as it is kept with the index. */
final class GlossaryForm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GlossaryForm() {}

    static String of(Glossary glossary) {
        try {
            return JSON.writeValueAsString(glossary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing the glossary to memory", e);
        }
    }

    static Glossary read(String written) throws IOException {
        return JSON.readValue(written, Glossary.class);
    }
}

package danvan.task;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** YAML as written, each value with its line, because whoever wrote it is told the line. Scalars stay texts. */
sealed interface Yaml {
    int line();

    /** What it is, in words. */
    String kind();

    record Scalar(String text, int line) implements Yaml {
        @Override
        public String kind() {
            return text.isBlank() ? "nothing" : "'" + text + "'";
        }
    }

    record Items(List<Yaml> items, int line) implements Yaml {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Fields(Map<String, Yaml> fields, int line) implements Yaml {
        @Override
        public String kind() {
            return "'key: value' lines";
        }
    }

    /** The text is not YAML. */
    final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static Yaml parse(String text) throws Malformed {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            return parser.nextToken() == null ? new Scalar("", 1) : value(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Malformed(line, e.getOriginalMessage().lines().findFirst().orElse("this is not YAML"));
        } catch (IOException e) {
            throw new UncheckedIOException("reading YAML from a text", e);
        }
    }

    private static Yaml value(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Yaml> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Items(items, line);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Yaml> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return new Fields(fields, line);
        }
        @Nullable String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        return new Scalar(text == null ? "" : text, line);
    }
}

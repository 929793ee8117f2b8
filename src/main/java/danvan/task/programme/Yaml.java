package danvan.task.programme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import danvan.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** YAML as written, each value with its line, because whoever wrote it is told the line. Scalars stay texts. */
public sealed interface Yaml {
    Pattern TWICE = Pattern.compile("Duplicate field '(.*)'");
    /** A programme has five levels; each takes a piece of the stack. */
    int DEEPEST = 50;

    int line();

    /** What it is, in words that follow a "not". */
    Problem kind();

    record Scalar(String text, int line) implements Yaml {
        @Override
        public Problem kind() {
            return text.isBlank() ? Problems.of("is.nothing") : Problems.of("is.written", "value", text);
        }
    }

    record Items(List<Yaml> items, int line) implements Yaml {
        @Override
        public Problem kind() {
            return Problems.of("is.list");
        }
    }

    record Fields(Map<String, Yaml> fields, int line) implements Yaml {
        @Override
        public Problem kind() {
            return Problems.of("is.fields");
        }
    }

    /** The text is not YAML. */
    final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private final int line;
        private final transient Problem what;

        Malformed(int line, Problem what) {
            super(what.key());
            this.line = line;
            this.what = what;
        }

        Problem what() {
            return what;
        }

        int line() {
            return line;
        }
    }

    static Yaml parse(String text) throws Malformed {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            return parser.nextToken() == null ? new Scalar("", 1) : value(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String message = e.getOriginalMessage().lines().findFirst().orElse("?");
            // The parser's words stay as they are, as a quotation; what authors do most is said in theirs.
            Matcher twice = TWICE.matcher(message);
            throw new Malformed(
                    line,
                    twice.matches()
                            ? Problems.of("keyTwice", "key", twice.group(1))
                            : Problems.of("notYaml", "message", message));
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

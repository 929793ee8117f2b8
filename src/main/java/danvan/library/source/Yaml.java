package danvan.library.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import danvan.library.Validity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the knowledge base's YAML, and says on which line of the file it goes wrong. */
final class Yaml {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Yaml() {}

    /** @param before how many lines of the file stand above this text */
    static JsonNode read(String text, int before) throws MalformedFile {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new MalformedFile(
                    before + (where == null ? 1 : where.getLineNr()),
                    "notYaml",
                    "why",
                    e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
        }
    }

    static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    /** A list, or a single value taken as a list of one. */
    static List<String> texts(JsonNode node, String key) {
        List<String> found = new ArrayList<>();
        JsonNode value = node.path(key);
        if (value.isArray()) {
            value.forEach(item -> found.add(item.asText().strip()));
        } else {
            text(node, key).ifPresent(found::add);
        }
        found.removeIf(String::isBlank);
        return found;
    }

    static Optional<LocalDate> date(JsonNode node, String key, int line) throws MalformedFile {
        Optional<String> text = text(node, key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get()));
        } catch (DateTimeParseException e) {
            throw new MalformedFile(line, "noDate", "key", key, "text", text.get());
        }
    }

    static Validity validity(JsonNode node, String key, int line) throws MalformedFile {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Validity.ALWAYS;
        }
        try {
            return new Validity(date(value, "from", line), date(value, "to", line));
        } catch (IllegalArgumentException e) {
            throw new MalformedFile(line, "badPeriod", "key", key, "why", String.valueOf(e.getMessage()));
        }
    }
}

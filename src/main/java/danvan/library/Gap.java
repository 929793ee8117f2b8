package danvan.library;

import java.util.Map;
import java.util.Objects;

/**
 * A topic people ask about on which the library holds nothing that was verified.
 *
 * @param topic its name by language; Vietnamese is always there
 */
public record Gap(String id, Map<String, String> topic) {
    public Gap {
        topic = Map.copyOf(topic);
        if (id.isBlank() || !topic.containsKey("vi")) {
            throw new IllegalArgumentException("a gap needs an id and a topic in Vietnamese: " + id);
        }
    }

    /** The topic's name in this language, or in Vietnamese. */
    public String topicIn(String language) {
        return Objects.requireNonNull(topic.getOrDefault(language, topic.get("vi")));
    }
}

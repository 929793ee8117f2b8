package danvan.task;

import danvan.text.Language;
import java.util.Map;
import java.util.Optional;

/** A plain text in several languages, Vietnamese among them. */
public record LocalizedText(Map<Language, String> texts) {
    public LocalizedText {
        if (!texts.containsKey(Language.VI)) {
            throw new IllegalArgumentException("a wording needs Vietnamese: " + texts);
        }
        texts = Map.copyOf(texts);
    }

    /** The text in the language, or in Vietnamese. */
    public String in(Language language) {
        return Optional.ofNullable(texts.get(language)).orElseGet(() -> texts.getOrDefault(Language.VI, ""));
    }
}

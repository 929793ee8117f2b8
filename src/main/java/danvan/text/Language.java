package danvan.text;

import java.util.Locale;
import java.util.Optional;

/** The languages of interface and knowledge base. */
public enum Language {
    VI("Tiếng Việt"),
    TR("Türkçe"),
    EN("English");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** The ISO 639-1 code, lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** The language of a code such as {@code vi} or {@code tr-TR}; empty where it is none of ours. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (code.regionMatches(true, 0, language.name(), 0, 2) && (code.length() == 2 || code.charAt(2) == '-')) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}

package danvan.form;

import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * Who fills in the form, when, and in which language.
 *
 * @param now the moment of this message in the person's time zone: {@code today()} and {@code now()} follow it
 * @param language a language code such as {@code vi}; a form that lacks it is asked in its default language
 * @param username what a {@code username} row of the form records
 */
public record FormContext(ZonedDateTime now, String language, String username) {
    public FormContext {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(username, "username");
    }

    public FormContext in(String otherLanguage) {
        return new FormContext(now, otherLanguage, username);
    }
}

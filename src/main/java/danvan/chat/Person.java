package danvan.chat;

import danvan.text.Language;
import java.util.Optional;

/**
 * A member as the features see one.
 *
 * @param id the member's number
 * @param name how the bot calls the member
 * @param role what the member may do
 * @param unit the code of the member's unit
 * @param language the language the member chose; empty while none was chosen
 */
public record Person(long id, String name, Role role, String unit, Optional<Language> language) {
    public Person {
        if (name.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("a person needs a name and a unit");
        }
    }
}

package danvan.conversation;

import danvan.chat.Role;
import danvan.text.Language;
import java.util.List;

/**
 * A command such as {@code /tasks}.
 *
 * @param name the word after the stroke, lower case ASCII
 * @param aliases other words for it: the first is the Vietnamese one, the last the Turkish one
 * @param help the key of its one-line explanation
 * @param from the least role that may use it; others are not shown it
 */
public record Command(String name, List<String> aliases, String help, Role from) {
    public Command {
        aliases = List.copyOf(aliases);
    }

    /** The word for it that is shown to those who speak this language. */
    public String in(Language language) {
        if (aliases.isEmpty() || language == Language.EN) {
            return name;
        }
        return aliases.get(language == Language.VI ? 0 : aliases.size() - 1);
    }
}

package danvan.conversation;

import danvan.chat.Role;
import java.util.List;

/**
 * A command such as {@code /tasks}.
 *
 * @param name the word after the stroke, lower case ASCII
 * @param aliases other words for it, for those who write Vietnamese or Turkish
 * @param help the key of its one-line explanation
 * @param from the least role that may use it; others are not shown it
 */
public record Command(String name, List<String> aliases, String help, Role from) {
    public Command {
        aliases = List.copyOf(aliases);
    }
}

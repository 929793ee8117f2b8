package danvan.desk.health;

import danvan.desk.page.Frame;
import java.util.List;

/** What is known of how the bot is. */
@FunctionalInterface
public interface Checks {

    /** How something is. */
    enum State {
        GOOD,
        /** Worth a look. */
        LOOK,
        BAD
    }

    /**
     * Something that was looked at.
     *
     * @param key of its name, {@code desk.health.<key>}
     * @param words what was found, and where it is not good, what to do
     * @param page of the desk where it is seen to; empty where there is none
     */
    record Finding(State state, String key, String words, String page) {}

    /** In the language of who looks. */
    List<Finding> now(Frame frame);
}

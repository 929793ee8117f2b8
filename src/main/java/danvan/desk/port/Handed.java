package danvan.desk.port;

import danvan.conversation.Reply;
import danvan.conversation.Turn;

/** A file that a room hands out as it would in the chat. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Handed {

    /**
     * Hands it out.
     *
     * @param which of several, such as a year; may be anything, as it comes from an address
     * @return with the file among what is said; without one where there is none
     */
    Reply hand(Turn turn, String which);
}

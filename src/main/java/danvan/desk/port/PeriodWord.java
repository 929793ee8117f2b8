package danvan.desk.port;

import danvan.conversation.Reply;
import danvan.conversation.Turn;

/** Makes the period's report as a Word file; it arrives where the turn comes from. */
public interface PeriodWord {

    /** From which template. */
    enum Layout {
        /** The office's own; where it has none, the state's. */
        OWN,
        STATE,
        PARTY
    }

    /**
     * Orders the Word file of a period; it is sent when it is made.
     *
     * @param unit a unit that the person sees
     */
    Reply order(Turn turn, String period, String unit, Layout layout);
}

package danvan.desk.port;

import danvan.conversation.PageTurns;
import danvan.conversation.Turn;

/** What is done with reports, by the very decisions of the chat. Implementations are safe for use by several threads. */
public interface ReportActions {

    /** Something done with a report. */
    enum Act {
        REVIEW,
        RESOLVE,
        RETURN,
        REPLY,
        ASSIGN
    }

    /** A report as somebody had it before the eyes. */
    record Seen(String receipt, long change) {}

    /**
     * What somebody wants done.
     *
     * @param words a reason, a result or a reply; may be empty where none is needed
     * @param member to whom it is assigned
     */
    record Order(Act act, Seen seen, String words, String member) {}

    /** What came of an order. */
    enum Outcome {
        DONE,
        /** Somebody was quicker. */
        STALE,
        /** The words say why. */
        REFUSED,
        /** No such report, for who asks. */
        NOT_FOUND
    }

    /** What came of an order, and what is said of it. */
    record Result(Outcome outcome, String said) {}

    PageTurns.Answered<Result> act(Turn turn, Order order);
}

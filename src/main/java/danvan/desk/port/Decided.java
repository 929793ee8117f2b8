package danvan.desk.port;

import danvan.conversation.PageTurns;
import danvan.conversation.Reply;

/**
 * What came of something that was decided at the desk.
 *
 * @param said what is said of it, as plain text
 */
public record Decided(Outcome outcome, String said) {

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** Something happened since it was looked at. */
        STALE,
        /** The words say why. */
        REFUSED,
        /** There is no such thing, for who asks. */
        NOT_FOUND
    }

    public boolean done() {
        return outcome == Outcome.DONE;
    }

    /** What a decision of the chat came to: one that changes nothing says why. */
    public static PageTurns.Answered<Decided> of(Reply reply) {
        return new PageTurns.Answered<>(
                reply, new Decided(reply.effects().isEmpty() ? Outcome.REFUSED : Outcome.DONE, PageTurns.words(reply)));
    }

    /** Nothing is changed. */
    public static PageTurns.Answered<Decided> not(Outcome outcome, String said) {
        return new PageTurns.Answered<>(Reply.nothing(), new Decided(outcome, said));
    }

    public static PageTurns.Answered<Decided> notFound() {
        return not(Outcome.NOT_FOUND, "");
    }
}

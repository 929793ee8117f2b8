package danvan.outbox;

import danvan.chat.Outgoing;
import java.time.Duration;

/** What came of handing a message to a channel. */
public sealed interface Delivery {

    /**
     * It is there.
     *
     * @param remoteId the channel's name for the message; may be empty
     */
    record Delivered(String remoteId) implements Delivery {}

    /**
     * Its beginning is there: it was longer than the channel takes at once.
     *
     * @param rest what is to follow, at the pace of any message and before whatever else waits for the chat
     */
    record Begun(Outgoing rest) implements Delivery {}

    /** The channel asked to wait (Telegram's 429 with {@code retry_after}). */
    record Later(Duration pause) implements Delivery {}

    /** It may have failed, and may go through another time: lost connection, 5xx. */
    record Failed(String reason) implements Delivery {}

    /** The person cannot be reached any more (Telegram's 403). */
    record Unreachable(String reason) implements Delivery {}

    /** The channel will never take this message (Telegram's 400). */
    record Refused(String reason) implements Delivery {}
}

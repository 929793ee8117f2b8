package danvan.outbox;

import danvan.chat.Address;
import danvan.chat.Outgoing;

/**
 * A message that waits to be delivered.
 *
 * @param perhapsThere whether it had left already when nobody wrote down any more what came of it
 */
record Parcel(long id, Address to, Priority priority, Outgoing what, int attempts, boolean perhapsThere) {

    /** Messages of one lane go one after the other. Acknowledgements of taps do not wait for messages. */
    record Lane(Address to, boolean ack) {}

    boolean isAck() {
        return what instanceof Outgoing.Ack;
    }

    /** Its number in the table; the smaller, the sooner. */
    int rank() {
        return isAck() ? Priority.ACK_RANK : priority.rank();
    }

    Lane lane() {
        return new Lane(to, isAck());
    }
}

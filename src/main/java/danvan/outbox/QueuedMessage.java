package danvan.outbox;

import danvan.chat.Address;

/**
 * A message that waits to be delivered; what it says is read when it leaves.
 *
 * @param rank its {@linkplain Priority priority's} number; the smaller, the sooner
 * @param perhapsThere whether it had left already when nobody wrote down any more what came of it
 */
record QueuedMessage(long id, Address to, int rank, int attempts, boolean perhapsThere) {

    /** Messages of one lane go one after the other. Acknowledgements of taps do not wait for messages. */
    record Lane(Address to, boolean ack) {}

    boolean isAck() {
        return rank == Priority.ACK_RANK;
    }

    Priority priority() {
        return Priority.ofRank(rank);
    }

    Lane lane() {
        return new Lane(to, isAck());
    }
}

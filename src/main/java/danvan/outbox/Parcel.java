package danvan.outbox;

import danvan.chat.Address;
import danvan.chat.Outgoing;

/** A message that waits to be delivered. */
record Parcel(long id, Address to, Priority priority, Outgoing what, int attempts) {

    /** Messages of one lane go one after the other. Acknowledgements of taps do not wait for messages. */
    record Lane(Address to, boolean ack) {}

    boolean isAck() {
        return what instanceof Outgoing.Ack;
    }

    Lane lane() {
        return new Lane(to, isAck());
    }
}

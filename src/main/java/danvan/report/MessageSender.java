package danvan.report;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.storage.Tx;

/** Sends a message that nobody's turn has caused, in a transaction. */
@FunctionalInterface
public interface MessageSender {
    void send(Tx tx, Address to, Outgoing what);
}

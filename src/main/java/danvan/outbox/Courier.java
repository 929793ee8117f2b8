package danvan.outbox;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import java.util.concurrent.CompletableFuture;

/** A channel's way of delivering. Implementations return at once and complete the future from a thread of their own. */
public interface Courier {
    CompletableFuture<Delivery> deliver(Address to, Outgoing what);
}

package danvan.inbox;

import danvan.chat.Address;
import danvan.chat.Incoming;
import java.time.Instant;

/**
 * An update that was kept and waits to be processed.
 *
 * @param id the inbox's number for it; a chat's updates are in the order of their numbers
 * @param attempts how often working it has failed before
 * @param begun how many earlier processes began it and ended before it did
 */
public record Received(
        long id, Address from, String senderName, Incoming incoming, Instant receivedAt, int attempts, int begun) {}

package danvan.inbox;

import danvan.chat.Address;
import danvan.chat.Incoming;

/**
 * What a channel received.
 *
 * @param id the channel's own name for it, the same whenever it is delivered again
 * @param senderName how the sender is called on the channel; may be empty
 */
public record Update(Address from, String id, String senderName, Incoming incoming) {}

package danvan.channel.web;

import danvan.chat.Address;

/** How much a member may send a day. Implementations are safe for use by several threads. */
public interface Allowance {
    /** Whether there is room for a file of this size; of an unknown size where it is not positive. */
    boolean hasRoom(Address chat, long bytes);

    /** Counts a file that was stored; false where there is no room for it. */
    boolean arrived(Address chat, String ref, long bytes);
}

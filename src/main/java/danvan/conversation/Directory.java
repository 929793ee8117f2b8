package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Person;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.Optional;

/** Who is behind an address. The people room answers. */
public interface Directory {

    /** The member behind an address. */
    Optional<Person> member(Address address);

    /** Makes a member of whoever writes, where the settings say so: named administrators, or all when admission is open. */
    default Optional<Person> admit(Address address, String name, Instant now) {
        return Optional.empty();
    }

    /** Welcomes somebody who is no member and has a code; empty for all others. */
    default Optional<Reply> invited(Address address, String name, Incoming incoming, Instant now) {
        return Optional.empty();
    }

    /** Answers somebody who is no member and has no code: the one polite line, or nothing. */
    Reply stranger(Address address, String name, Incoming incoming, Instant now);

    /** Writes down that a member can, or cannot, be reached at an address, and was seen there. */
    void seen(Tx tx, Address address, boolean reachable, Instant at);
}

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
    Optional<Person> admit(Address address, String name, Instant now);

    /** Answers somebody who is no member: welcomes who has a code, or says the one polite line. */
    Reply stranger(Address address, String name, Incoming incoming, Instant now);

    /** Writes down that a member can, or cannot, be reached at an address, and was seen there. */
    void seen(Tx tx, Address address, boolean reachable, Instant at);
}

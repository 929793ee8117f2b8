package danvan.broadcast;

import danvan.chat.Address;
import danvan.chat.Role;
import danvan.text.Language;
import java.util.List;
import java.util.Set;

/** The people, as broadcasts need them. Implementations are safe for use by several threads. */
public interface BroadcastDirectory {
    /** A unit. */
    record Place(String code, String name) {}

    /** Somebody who can be reached. */
    record Reader(long id, String name, String unit, Address address, Language language) {}

    String nameOf(String unit);

    boolean isWithin(String unit, String above);

    /** The units directly below. */
    List<Place> below(String unit);

    /** Those of these roles in a unit and anywhere below it, by their number. */
    List<Reader> readers(String unit, Set<Role> roles);
}

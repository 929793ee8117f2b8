package danvan.ask;

import danvan.chat.Address;
import danvan.text.Language;
import java.util.List;

/** Who answers what the library does not. The people room answers. */
public interface Office {
    /** One of the office, where to write and in which language. */
    record Colleague(long member, Address address, Language language) {}

    /** The members of the office who can be reached; where there is none, the administrators. */
    List<Colleague> onDuty();

    /** Who may let an answer be shown to all: the administrators who can be reached. */
    List<Colleague> approvers();

    /** A unit's name by its code. */
    String nameOf(String unit);
}

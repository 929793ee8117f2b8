package danvan.report;

import danvan.chat.Address;
import danvan.text.Language;
import java.util.List;
import java.util.Optional;

/** Who is who, as far as reports must know. Implementations are safe for use by several threads. */
public interface Staff {

    /**
     * A member who can be told something.
     *
     * @param address the chat the member was last seen in
     */
    record Colleague(long id, String name, Address address, Language language) {}

    /** Those on duty for a unit: its leads and those of the units above, and the office. */
    List<Colleague> onDuty(String unit);

    /** A member, where a message can reach one. */
    Optional<Colleague> find(long member);

    /** The same, where the member is a lead at least. */
    Optional<Colleague> handler(long member);

    /** What a member is called; empty where there is none. */
    String called(long member);

    /** The name of a unit as people read it. */
    String nameOf(String unit);

    /** The codes of a unit and of all below it. */
    List<String> within(String unit);

    /** The codes of the units directly below. */
    List<String> below(String unit);
}

package danvan.report;

import danvan.chat.Address;
import danvan.chat.Language;
import java.util.List;

/** Who is told at once of an urgent report. Implementations are safe for use by several threads. */
public interface Duty {

    /** Somebody to be told. */
    record OnDuty(Address address, Language language) {}

    /** Those on duty for a unit: its leads and those of the units above, and the office. */
    List<OnDuty> forUnit(String unit);

    /** The name of a unit as people read it. */
    String nameOf(String unit);
}

package danvan.desk.port;

import danvan.chat.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which units have sent a form, for which periods. Implementations are safe for use by several threads. */
public interface Arrivals {

    /** A report that came in, as far as coverage asks; withdrawn ones did not. */
    record Arrival(String receipt, String unit, String period, Instant at, boolean nil, boolean returned) {}

    /**
     * The reports of a form that came in since a day, in the order in which they came.
     *
     * @param units those that count; a person sees no others than their own
     * @param periods codes of those that count; empty for all
     */
    List<Arrival> since(Person person, String form, LocalDate day, Set<String> units, Set<String> periods);

    /** The day on which the first report of a form came in: what was before, nobody knows. */
    Optional<LocalDate> first(String form);

    /** The last periods of the kind that a form is sent for, the day's own last; months where it was never sent. */
    List<Period> periods(String form, LocalDate day, int count);

    /** A period and its last day. */
    record Period(String code, LocalDate last) {}
}

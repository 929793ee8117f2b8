package danvan.desk.port;

import danvan.chat.Role;
import danvan.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By when a form is due, and from whom. Implementations are safe for use by several threads. */
public interface Obligations {

    /**
     * A task that a report of the form shows to be done.
     *
     * @param level the level of the units that owe it, such as {@code commune}; empty for any
     * @param units the codes of units that owe it; with {@code under} both empty for any
     * @param under the codes of units that owe it with all units below them
     * @param known from which day on the bot has known the task: of what was due earlier it cannot say who has not
     * @param leadDays how long before a deadline its work begins
     */
    record Duty(
            String title,
            Optional<String> level,
            Set<Role> roles,
            Set<String> units,
            Set<String> under,
            LocalDate known,
            int leadDays,
            List<Due> dues) {
        public Duty {
            roles = Set.copyOf(roles);
            units = Set.copyOf(units);
            under = Set.copyOf(under);
            dues = List.copyOf(dues);
        }
    }

    /** A deadline, and the period that it is for. */
    record Due(String period, LocalDate day) {}

    /** The tasks of a form that are switched on, all years. */
    List<Duty> of(String form, Language language);

    /** The forms that any task asks for. */
    Set<String> forms();
}

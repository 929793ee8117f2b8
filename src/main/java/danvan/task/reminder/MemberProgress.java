package danvan.task.reminder;

import danvan.task.Occurrence;
import danvan.task.OccurrenceKey;
import danvan.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one member stands with the tasks: what is finished, and where a later day was granted.
 *
 * @param extended the day granted, of an occurrence that has one
 */
public record MemberProgress(Map<OccurrenceKey, Completion> finished, Map<OccurrenceKey, LocalDate> extended) {
    public MemberProgress {
        finished = Map.copyOf(finished);
        extended = Map.copyOf(extended);
    }

    /** The occurrences of a task with this member's own deadlines, in order. */
    public List<Occurrence> occurrences(Task task) {
        return task.occurrences().stream()
                .map(occurrence -> new Occurrence(occurrence.period(), due(task, occurrence)))
                .sorted(Comparator.comparing(Occurrence::due))
                .toList();
    }

    public Optional<Completion> finished(Task task, Occurrence occurrence) {
        return Optional.ofNullable(finished.get(OccurrenceKey.of(task, occurrence)));
    }

    public boolean open(Task task, Occurrence occurrence) {
        return finished(task, occurrence).isEmpty();
    }

    /** Since when it is finished. */
    public Optional<Instant> since(Task task, Occurrence occurrence) {
        return finished(task, occurrence).map(Completion::at);
    }

    /** The first that is due on the day or after it. */
    public Optional<Occurrence> next(Task task, LocalDate day) {
        return occurrences(task).stream().filter(o -> !o.due().isBefore(day)).findFirst();
    }

    /** The latest that was due before the day. */
    public Optional<Occurrence> latestPast(Task task, LocalDate day) {
        return occurrences(task).stream().filter(o -> o.due().isBefore(day)).reduce((earlier, later) -> later);
    }

    /** Whether something can still be done about an occurrence: it is to come, or the last that was due. */
    public boolean current(Task task, Occurrence occurrence, LocalDate today) {
        boolean archived = task.archived(today) && occurrence.due().isBefore(today);
        return !archived
                && (!occurrence.due().isBefore(today)
                        || latestPast(task, today).filter(occurrence::equals).isPresent());
    }

    /**
     * The occurrence that a report of the day is for: the one that was due, while it is open and no reminder of the next
     * has gone out; else the next.
     *
     * <p>A task whose occurrences are named is finished by a report for just that: a report of the first quarter is none of
     * the year.
     *
     * @param period what the report says it is for; the month of the day says nothing, because it is what a report has
     *     that does not say
     */
    public Optional<Occurrence> reportedOn(Task task, LocalDate day, String period) {
        Optional<Occurrence> named = occurrences(task).stream()
                .filter(occurrence -> occurrence.period().equals(period))
                .findFirst();
        if (named.isPresent() && !YearMonth.from(day).toString().equals(period)) {
            return named.filter(occurrence -> open(task, occurrence));
        }
        if (task.schedule().named() && !YearMonth.from(day).toString().equals(period)) {
            return Optional.empty();
        }
        Optional<Occurrence> past = latestPast(task, day)
                .filter(occurrence -> current(task, occurrence, day))
                .filter(occurrence -> open(task, occurrence));
        Optional<Occurrence> next = next(task, day).filter(occurrence -> open(task, occurrence));
        int lead = task.leadDays().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean begun = next.isPresent() && !day.isBefore(next.get().due().minusDays(lead));
        return begun ? next : past.or(() -> next);
    }

    private LocalDate due(Task task, Occurrence occurrence) {
        return Optional.ofNullable(extended.get(OccurrenceKey.of(task, occurrence)))
                .filter(until -> until.isAfter(occurrence.due()))
                .orElse(occurrence.due());
    }
}

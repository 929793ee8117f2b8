package danvan.task.reminder;

import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.task.Occurrence;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.WorkingCalendar;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.Programmes;
import danvan.task.programme.TaskSwitches;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rounds are still to come, from the programmes, the switches, the ledger, what members put off and what they were
 * granted. Occurrences are scheduled, not people: who is in a round is asked when it is processed.
 */
public final class Agenda {
    private final Database database;
    private final ProgrammeStore register;
    private final ReminderHours hours;
    private final TaskSwitches switches;
    private final Ledger ledger;
    private final CompletionStore doings;

    public Agenda(
            Database database,
            ProgrammeStore register,
            ReminderHours hours,
            TaskSwitches switches,
            Ledger ledger,
            CompletionStore doings) {
        this.database = database;
        this.register = register;
        this.hours = hours;
        this.switches = switches;
        this.ledger = ledger;
        this.doings = doings;
    }

    /** The rounds that are not over, oldest first, whether due or not. */
    public List<ReminderBatch> open() {
        return database.read(tx -> {
            List<ReminderBatch> rounds = new ArrayList<>();
            TaskSwitches.State state = switches.state(tx);
            Programmes programmes = register.in(tx);
            for (Task task : programmes.all()) {
                if (state.on(task)) {
                    Instant since = state.since(task);
                    rounds(task, hours)
                            .filter(round -> !round.at().isBefore(since))
                            .forEach(rounds::add);
                }
            }
            List<Extensions.Moved> moved = Extensions.moved(tx).stream()
                    .filter(later -> on(programmes, state, later.key().task())
                            .filter(task -> isLater(task, later))
                            .isPresent())
                    .toList();
            moved.forEach(later -> on(programmes, state, later.key().task())
                    .ifPresent(task -> rounds(task, new Occurrence(later.key().period(), later.until()), true, hours)
                            .filter(round -> !round.at().isBefore(later.since()))
                            .forEach(rounds::add)));
            Set<ReminderBatch.Key> closed = ledger.closed(tx);
            rounds.removeIf(round -> closed.contains(round.key()));
            rounds.addAll(snoozed(tx, programmes, state, moved));
            rounds.sort(ReminderBatch.OLDEST_FIRST);
            return rounds;
        });
    }

    /** All rounds that the programme implies for a task. */
    public static Stream<ReminderBatch> rounds(Task task, ReminderHours hours) {
        return task.occurrences().stream().flatMap(occurrence -> rounds(task, occurrence, false, hours));
    }

    private static Stream<ReminderBatch> rounds(Task task, Occurrence occurrence, boolean moved, ReminderHours hours) {
        Stream<ReminderBatch> reminders = task.leadDays().stream()
                .map(lead -> new ReminderBatch(
                        task,
                        occurrence,
                        new ReminderTiming.DaysBefore(lead),
                        moved,
                        hours.on(WorkingCalendar.VIETNAM.onOrBefore(
                                occurrence.due().minusDays(lead)))));
        Stream<ReminderBatch> escalations = task.escalateAfter().stream()
                .flatMap(days -> Stream.iterate(1, step -> step <= ReminderTiming.EscalationStep.LAST, step -> step + 1)
                        .map(step -> new ReminderBatch(
                                task,
                                occurrence,
                                new ReminderTiming.EscalationStep(step),
                                moved,
                                hours.on(WorkingCalendar.VIETNAM.onOrAfter(
                                        occurrence.due().plusDays((long) days * step))))));
        return Stream.concat(reminders, escalations);
    }

    private List<ReminderBatch> snoozed(
            Tx tx, Programmes programmes, TaskSwitches.State state, List<Extensions.Moved> moved) {
        return doings.snoozes(tx).stream()
                .flatMap(key -> key.timing() instanceof ReminderTiming.SnoozedTo to
                        ? on(programmes, state, key.task()).stream()
                                .flatMap(task -> snoozed(task, key, to.day(), moved))
                        : Stream.<ReminderBatch>empty())
                .toList();
    }

    /** What somebody asked for comes on the day that was asked for, be it a Sunday. */
    private Stream<ReminderBatch> snoozed(
            Task task, ReminderBatch.Key key, LocalDate day, List<Extensions.Moved> moved) {
        Instant at = hours.on(day);
        Stream<ReminderBatch> granted = moved.stream()
                .filter(later -> later.key().task().equals(key.task()))
                .map(later -> new Occurrence(later.key().period(), later.until()))
                .map(occurrence -> new ReminderBatch(task, occurrence, key.timing(), true, at));
        Stream<ReminderBatch> planned = task.occurrences().stream()
                .map(occurrence -> new ReminderBatch(task, occurrence, key.timing(), false, at));
        return Stream.concat(planned, granted)
                .filter(round -> round.occurrence().due().equals(key.due()));
    }

    /** Whether a day that was granted still is a later one: the programme may have moved on, or know the period no more. */
    private static boolean isLater(Task task, Extensions.Moved moved) {
        return task.occurrences().stream()
                .filter(occurrence -> occurrence.period().equals(moved.key().period()))
                .anyMatch(occurrence -> moved.until().isAfter(occurrence.due()));
    }

    private static Optional<Task> on(Programmes programmes, TaskSwitches.State state, String key) {
        return programmes.task(key).filter(state::on);
    }
}

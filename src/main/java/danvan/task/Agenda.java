package danvan.task;

import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rounds are still to come, from the programmes, the switches, the ledger, what members put off and what they were
 * granted. Occurrences are scheduled, not people: who is in a round is asked when it is worked.
 */
final class Agenda {
    private final Database database;
    private final Register register;
    private final ReminderHours hours;
    private final Switches switches;
    private final Ledger ledger;
    private final Doings doings;

    Agenda(Database database, Register register, ReminderHours hours, Switches switches, Ledger ledger, Doings doings) {
        this.database = database;
        this.register = register;
        this.hours = hours;
        this.switches = switches;
        this.ledger = ledger;
        this.doings = doings;
    }

    /** The rounds that are not over, oldest first, whether due or not. */
    List<Round> open() {
        return database.read(tx -> {
            List<Round> rounds = new ArrayList<>();
            Switches.State state = switches.state(tx);
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
            Set<Round.Key> closed = ledger.closed(tx);
            rounds.removeIf(round -> closed.contains(round.key()));
            rounds.addAll(snoozed(tx, programmes, state, moved));
            rounds.sort(Round.OLDEST_FIRST);
            return rounds;
        });
    }

    /** All rounds that the programme implies for a task. */
    static Stream<Round> rounds(Task task, ReminderHours hours) {
        return task.occurrences().stream().flatMap(occurrence -> rounds(task, occurrence, false, hours));
    }

    private static Stream<Round> rounds(Task task, Occurrence occurrence, boolean moved, ReminderHours hours) {
        Stream<Round> reminders = task.leadDays().stream()
                .map(lead -> new Round(
                        task,
                        occurrence,
                        lead,
                        moved,
                        hours.on(WorkingCalendar.VIETNAM.onOrBefore(
                                occurrence.due().minusDays(lead)))));
        Stream<Round> escalations = task.escalateAfter().stream()
                .flatMap(days -> Stream.iterate(1, step -> step <= Round.STEPS, step -> step + 1)
                        .map(step -> new Round(
                                task,
                                occurrence,
                                Round.escalated(step),
                                moved,
                                hours.on(WorkingCalendar.VIETNAM.onOrAfter(
                                        occurrence.due().plusDays((long) days * step))))));
        return Stream.concat(reminders, escalations);
    }

    private List<Round> snoozed(Tx tx, Programmes programmes, Switches.State state, List<Extensions.Moved> moved) {
        return doings.snoozes(tx).stream()
                .flatMap(key -> on(programmes, state, key.task()).stream().flatMap(task -> snoozed(task, key, moved)))
                .toList();
    }

    /** What somebody asked for comes on the day that was asked for, be it a Sunday. */
    private Stream<Round> snoozed(Task task, Round.Key key, List<Extensions.Moved> moved) {
        Instant at = hours.on(Round.dayOfSnooze(key.lead()));
        Stream<Round> granted = moved.stream()
                .filter(later -> later.key().task().equals(key.task()))
                .map(later -> new Occurrence(later.key().period(), later.until()))
                .map(occurrence -> new Round(task, occurrence, key.lead(), true, at));
        Stream<Round> planned =
                task.occurrences().stream().map(occurrence -> new Round(task, occurrence, key.lead(), false, at));
        return Stream.concat(planned, granted)
                .filter(round -> round.occurrence().due().equals(key.due()));
    }

    /** Whether a day that was granted still is a later one: the programme may have moved on, or know the period no more. */
    private static boolean isLater(Task task, Extensions.Moved moved) {
        return task.occurrences().stream()
                .filter(occurrence -> occurrence.period().equals(moved.key().period()))
                .anyMatch(occurrence -> moved.until().isAfter(occurrence.due()));
    }

    private static Optional<Task> on(Programmes programmes, Switches.State state, String key) {
        return programmes.task(key).filter(state::on);
    }
}

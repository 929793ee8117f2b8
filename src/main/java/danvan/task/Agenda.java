package danvan.task;

import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rounds are still to come, from the programmes, the switches, the ledger and what members put off. */
final class Agenda {
    private final Database database;
    private final Programmes programmes;
    private final ReminderHours hours;
    private final Switches switches;
    private final Ledger ledger;
    private final Doings doings;

    Agenda(
            Database database,
            Programmes programmes,
            ReminderHours hours,
            Switches switches,
            Ledger ledger,
            Doings doings) {
        this.database = database;
        this.programmes = programmes;
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
            for (Task task : programmes.all()) {
                if (state.on(task)) {
                    Instant since = state.since(task);
                    rounds(task).stream()
                            .filter(round -> !round.at().isBefore(since))
                            .forEach(rounds::add);
                }
            }
            Set<Round.Key> closed = ledger.closed(tx);
            rounds.removeIf(round -> closed.contains(round.key()));
            rounds.addAll(snoozed(tx, state));
            rounds.sort(Round.OLDEST_FIRST);
            return rounds;
        });
    }

    /** All rounds that the programme implies for a task. */
    List<Round> rounds(Task task) {
        List<Round> rounds = new ArrayList<>();
        for (Occurrence occurrence : task.occurrences()) {
            for (int lead : task.leadDays()) {
                LocalDate day = occurrence.due().minusDays(lead);
                rounds.add(new Round(task, occurrence, lead, hours.on(day)));
            }
        }
        return rounds;
    }

    private List<Round> snoozed(Tx tx, Switches.State state) {
        return doings.snoozes(tx).stream()
                .flatMap(key ->
                        programmes.task(key.task()).filter(state::on).flatMap(task -> snoozed(task, key)).stream())
                .toList();
    }

    private Optional<Round> snoozed(Task task, Round.Key key) {
        return task.occurrences().stream()
                .filter(occurrence -> occurrence.due().equals(key.due()))
                .map(occurrence -> new Round(task, occurrence, key.lead(), hours.on(Round.dayOfSnooze(key.lead()))))
                .findFirst();
    }
}

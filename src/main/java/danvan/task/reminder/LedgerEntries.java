package danvan.task.reminder;

import danvan.storage.Tx;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Enters members into the ledger, in one transaction. A row there stands for a task, a day and a lead time. Two occurrences
 * of a task have the same where one was moved to the day of the other: the row that is entered for one counts for both.
 */
final class LedgerEntries {
    private record Entry(ReminderBatch.Key round, long member) {}

    private final Ledger ledger;
    private final Tx tx;
    private final Instant now;
    private final Set<Entry> entered = new HashSet<>();

    LedgerEntries(Ledger ledger, Tx tx, Instant now) {
        this.ledger = ledger;
        this.tx = tx;
        this.now = now;
    }

    /** Whether the member is to be told of the round now; a row in the ledger says so from then on. */
    boolean enter(ReminderBatch round, long member, boolean late) {
        Entry entry = new Entry(round.key(), member);
        if (entered.contains(entry)) {
            return ledger.concerns(tx, round, member);
        }
        return ledger.enter(tx, round, member, now, late) && entered.add(entry);
    }
}

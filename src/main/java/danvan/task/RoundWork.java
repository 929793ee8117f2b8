package danvan.task;

import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works one round: enters its members into the ledger and their messages into the outbox, some hundred members in one
 * transaction, and ends the round with the last of them. Worked again, it goes on where it was broken off.
 */
final class RoundWork {
    private static final Logger LOG = LoggerFactory.getLogger(RoundWork.class);
    /** Members in one transaction: others who write wait no longer than that takes. */
    private static final int BATCH = 200;
    /** So much after its hour a reminder still counts as on time. */
    static final Duration ON_TIME = Duration.ofMinutes(10);

    private final Database database;
    private final Outbox outbox;
    private final Members members;
    private final Cards cards;
    private final BotClock clock;
    private final MissedReminders office;
    private final Ledger ledger;
    private final Doings doings;

    RoundWork(
            Database database,
            Outbox outbox,
            Members members,
            Cards cards,
            BotClock clock,
            MissedReminders office,
            Ledger ledger,
            Doings doings) {
        this.database = database;
        this.outbox = outbox;
        this.members = members;
        this.cards = cards;
        this.clock = clock;
        this.office = office;
        this.ledger = ledger;
        this.doings = doings;
    }

    /** Ends rounds that it is too late for, and reports them, once. */
    void miss(List<Round> rounds, Instant now) {
        if (rounds.isEmpty()) {
            return;
        }
        List<Missed> missed = database.write(tx -> {
            List<Missed> closed = rounds.stream()
                    .filter(round -> ledger.close(tx, round, Ledger.Outcome.MISSED, now))
                    .map(round -> new Missed(
                            round.task().key(),
                            round.task().title(),
                            round.occurrence().due(),
                            round.at()))
                    .toList();
            if (!closed.isEmpty()) {
                office.missed(tx, closed);
            }
            return closed;
        });
        if (!missed.isEmpty()) {
            LOG.warn(
                    "{} rounds of reminders were missed, the first of {} at {}; they stand in reminder_round as MISSED",
                    missed.size(),
                    missed.get(0).task(),
                    missed.get(0).at());
        }
        outbox.dispatch();
    }

    /**
     * Reminds everybody of a round who is still to be.
     *
     * @param stop asked between transactions; where it stops, the round stays open
     */
    void remind(Round round, BooleanSupplier stop) {
        List<Recipient> recipients = recipients(round);
        int from = 0;
        boolean open = true;
        while (open && !stop.getAsBoolean()) {
            int to = Math.min(from + BATCH, recipients.size());
            List<Recipient> batch = recipients.subList(from, to);
            boolean last = to == recipients.size();
            open = database.write(tx -> remind(tx, round, batch, last));
            outbox.dispatch();
            from = to;
        }
    }

    /** Returns whether the round is still open. */
    private boolean remind(Tx tx, Round round, List<Recipient> batch, boolean last) {
        if (ledger.closed(tx, round)) {
            return false;
        }
        Instant now = clock.instant();
        boolean late = round.at().plus(ON_TIME).isBefore(now);
        for (Recipient recipient : batch) {
            if (ledger.enter(tx, round, recipient.memberId(), now, late)) {
                outbox.add(tx, recipient.address(), cards.reminder(recipient, round, now, late), Priority.REMINDER);
            }
        }
        if (last) {
            ledger.close(tx, round, Ledger.Outcome.SENT, now);
        }
        return !last;
    }

    /** In one order everywhere, so that two processes never wait for each other's rows. */
    private List<Recipient> recipients(Round round) {
        List<Recipient> all = members.in(round.task().audience());
        if (round.snoozed()) {
            Set<Long> snoozers = database.read(tx -> doings.snoozers(tx, round.key()));
            all = all.stream()
                    .filter(recipient -> snoozers.contains(recipient.memberId()))
                    .toList();
        }
        return all.stream().sorted(Comparator.comparing(Recipient::memberId)).toList();
    }
}

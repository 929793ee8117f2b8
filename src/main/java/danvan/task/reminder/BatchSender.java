package danvan.task.reminder;

import danvan.organization.directory.Member;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.task.Audience;
import danvan.task.AudienceMembers;
import danvan.task.BotClock;
import danvan.task.Missed;
import danvan.task.MissedReminders;
import danvan.task.OccurrenceKey;
import danvan.task.ReminderHours;
import danvan.task.chat.Cards;
import danvan.task.chat.OfficeCards;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the rounds that are due: enters their members into the ledger and one message each into the outbox, some hundred
 * members in one transaction, and ends the rounds with the last of them. Worked again, it goes on where it was broken off.
 */
public final class BatchSender {
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(BatchSender.class);
    /** Members in one transaction: others who write wait no longer than that takes. */
    private static final int BATCH = 200;

    /** What one member is to be reminded of. */
    private record Due(Member recipient, List<ReminderBatch> rounds) {}

    private final Database database;
    private final Outbox outbox;
    private final AudienceMembers members;
    private final Cards cards;
    private final ReminderHours hours;
    private final BotClock clock;
    private final MissedReminders listener;
    private final OfficeCards officeCards;
    private final Escalation escalation;
    private final Ledger ledger;
    private final CompletionStore doings;

    public BatchSender(
            Database database,
            Outbox outbox,
            AudienceMembers members,
            Cards cards,
            OfficeCards officeCards,
            ReminderHours hours,
            BotClock clock,
            MissedReminders listener,
            Ledger ledger,
            CompletionStore doings) {
        this.database = database;
        this.outbox = outbox;
        this.members = members;
        this.cards = cards;
        this.hours = hours;
        this.clock = clock;
        this.listener = listener;
        this.officeCards = officeCards;
        this.escalation = new Escalation(database, outbox, members, officeCards, clock, ledger);
        this.ledger = ledger;
        this.doings = doings;
    }

    /** Ends rounds that it is too late for, and reports them to the office, once and in one message. */
    void miss(List<ReminderBatch> rounds, Instant now) {
        if (rounds.isEmpty()) {
            return;
        }
        List<Member> office = members.office();
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
                listener.missed(tx, closed);
                office.forEach(one ->
                        outbox.add(tx, one.address(), officeCards.missed(one.language(), closed), Priority.REMINDER));
            }
            return closed;
        });
        if (!missed.isEmpty()) {
            LOG.warn(
                    "{} reminder batches were missed, the first of {} at {}; they are in reminder_round as MISSED",
                    missed.size(),
                    missed.get(0).task(),
                    missed.get(0).at());
        }
        outbox.dispatch();
    }

    /**
     * Reminds everybody of the rounds who is still to be, each in one message.
     *
     * @param rounds that are due now
     * @param stop asked between transactions; where it stops, the rounds stay open
     */
    void remind(List<ReminderBatch> rounds, BooleanSupplier stop) {
        List<ReminderBatch> reminders =
                rounds.stream().filter(round -> !round.escalation()).toList();
        if (!reminders.isEmpty()) {
            remindMembers(reminders, stop);
        }
        List<ReminderBatch> escalations =
                rounds.stream().filter(ReminderBatch::escalation).toList();
        if (!escalations.isEmpty() && !stop.getAsBoolean()) {
            escalation.tell(
                    escalations,
                    round -> concerned(
                            round,
                            members.all(round.task().audience()).stream()
                                    .filter(one -> hours.concerned(
                                            one.since(), round.occurrence().due()))
                                    .toList(),
                            Member::id));
        }
    }

    private void remindMembers(List<ReminderBatch> rounds, BooleanSupplier stop) {
        List<Due> everybody = due(rounds);
        int from = 0;
        boolean open = true;
        while (open && !stop.getAsBoolean()) {
            int to = Math.min(from + BATCH, everybody.size());
            List<Due> batch = everybody.subList(from, to);
            boolean last = to == everybody.size();
            open = database.write(tx -> remind(tx, rounds, batch, last));
            outbox.dispatch();
            from = to;
        }
    }

    /** Waits until the reminders of this day have gone out; not for ever where a channel is away. */
    void awaitDelivered() {
        try {
            outbox.awaitDelivered(DELIVERED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the rounds are still open. */
    private boolean remind(Tx tx, List<ReminderBatch> rounds, List<Due> batch, boolean last) {
        Set<ReminderBatch> open = rounds.stream()
                .filter(round -> !ledger.closed(tx, round))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (open.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        LedgerEntries entries = new LedgerEntries(ledger, tx, now);
        for (Due one : batch) {
            List<ReminderBatch> entered = one.rounds().stream()
                    .filter(open::contains)
                    .filter(round -> entries.enter(round, one.recipient().id(), Cards.late(round, now)))
                    .toList();
            if (!entered.isEmpty()) {
                outbox.add(
                        tx,
                        one.recipient().address(),
                        cards.reminder(one.recipient(), entered, now),
                        Priority.REMINDER);
            }
        }
        if (last) {
            open.forEach(round -> ledger.close(tx, round, Ledger.Outcome.SENT, now));
        }
        return !last;
    }

    /** Who is due what, in one order everywhere, so that two processes never wait for each other's rows. */
    private List<Due> due(List<ReminderBatch> rounds) {
        Map<Audience, List<Member>> audiences = new HashMap<>();
        Map<Long, Due> everybody = new TreeMap<>();
        for (ReminderBatch round : rounds) {
            List<Member> all = audiences.computeIfAbsent(round.task().audience(), members::in);
            for (Member recipient : concerned(round, all, Member::id)) {
                everybody
                        .computeIfAbsent(recipient.id(), any -> new Due(recipient, new ArrayList<>(1)))
                        .rounds()
                        .add(round);
            }
        }
        return List.copyOf(everybody.values());
    }

    private <T> List<T> concerned(ReminderBatch round, List<T> all, ToLongFunction<T> number) {
        List<T> concerned = all;
        if (round.snoozed()) {
            Set<Long> snoozers = database.read(tx -> doings.snoozers(tx, round.key()));
            concerned = concerned.stream()
                    .filter(one -> snoozers.contains(number.applyAsLong(one)))
                    .toList();
        }
        if (round.moved()) {
            Map<Long, LocalDate> granted =
                    database.read(tx -> Extensions.granted(tx, OccurrenceKey.of(round.task(), round.occurrence())));
            concerned = concerned.stream()
                    .filter(one -> round.occurrence().due().equals(granted.get(number.applyAsLong(one))))
                    .toList();
        }
        return concerned;
    }
}

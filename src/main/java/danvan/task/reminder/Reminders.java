package danvan.task.reminder;

import danvan.schedule.Scheduler;
import danvan.schedule.Timer;
import danvan.storage.Database;
import danvan.storage.LastingWork;
import danvan.storage.Tx;
import danvan.task.BotClock;
import danvan.task.ReminderHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the rounds that are due, oldest first. Every time of the schedule does the same: whatever the ledger says is due and
 * not over is processed now. So a lost time, a second one, a restart and a second process need no code of their own.
 */
public final class Reminders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final String TURN = "task.turn";

    private final Database database;
    private final BotClock clock;
    private final ReminderHours hours;
    private final Agenda agenda;
    private final BatchSender rounds;
    private final Digests digests;
    private final Timer timer;

    private final Runnable walker = this::ask;
    private final AtomicLong asked = new AtomicLong();
    private volatile long served;
    private volatile boolean working;
    private volatile boolean closing;

    public Reminders(
            Scheduler scheduler,
            Database database,
            BotClock clock,
            ReminderHours hours,
            Agenda agenda,
            BatchSender rounds,
            Digests digests) {
        this.timer = scheduler.timer("reminders", this::work);
        this.digests = digests;
        this.database = database;
        this.clock = clock;
        this.hours = hours;
        this.agenda = agenda;
        this.rounds = rounds;
    }

    public void start() {
        database.change(tx -> {
            tx.update("INSERT INTO setting (name, value) VALUES (?, '') ON CONFLICT DO NOTHING", TURN);
            digests.begin(tx, clock.instant());
        });
        asked.incrementAndGet();
        clock.walkedBy(walker);
        timer.start();
    }

    @Override
    public void close() {
        closing = true;
        clock.leftBy(walker);
        timer.close();
    }

    /** Has the agenda processed once the transaction, which changes it, is kept. */
    public void askAfter(Tx tx) {
        touch(tx);
        ask();
    }

    /** As {@link #askAfter}, unless the round has its time set already. */
    public void askFor(Tx tx, ReminderBatch.Key round) {
        if (!timer.isSet(round.toString())) {
            askAfter(tx);
        }
    }

    public boolean idle() {
        return served == asked.get() && !working && !clock.walking() && nothingToDo();
    }

    /** Waits until idle; false where that took too long. */
    public synchronized boolean awaitIdle(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!idle()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            // Notified at the end of each piece of work; a round may fall due without one.
            wait(Math.min(left, 50));
        }
        return true;
    }

    private void ask() {
        asked.incrementAndGet();
        // What is asked for after the end is on the agenda of the next start.
        if (!closing) {
            timer.ring();
        }
    }

    private void work() {
        if (!closing) {
            workOnce();
        }
    }

    private void workOnce() {
        working = true;
        long seen = asked.get();
        boolean well = LastingWork.survive(LOG, "reminders", () -> {
            if (seen != served) {
                // Waits for the transaction of whoever asked.
                database.change(Reminders::touch);
                clock.refresh();
            }
            pass();
            while (clock.walking() && !closing) {
                // A message bears the day it is delivered on: "due tomorrow" must not come three days later.
                rounds.awaitDelivered();
                clock.step(nextStop());
                pass();
            }
            if (!closing) {
                set();
                served = seen;
            }
        });
        if (!well && !closing) {
            // What was not worked is still on the agenda.
            timer.retry();
        }
        working = false;
        tell();
    }

    private void pass() {
        Instant now = clock.instant();
        if (hours.quiet(now)) {
            return;
        }
        List<ReminderBatch> due = due(now);
        rounds.miss(due.stream().filter(round -> tooLate(round, now)).toList(), now);
        rounds.remind(due.stream().filter(round -> !tooLate(round, now)).toList(), () -> closing);
        if (!closing) {
            digests.send(now);
        }
    }

    /** Where something is to be done next on the way to the clock's goal. */
    private Instant nextStop() {
        Instant now = clock.instant();
        return Stream.of(
                        agenda.open().stream().map(round -> timeOf(round, now)),
                        Stream.of(digests.next(now)),
                        clock.stopsAfter(now))
                .flatMap(times -> times)
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(clock.goal());
    }

    private void set() {
        Instant now = clock.instant();
        Map<String, Instant> times = new HashMap<>();
        agenda.open().forEach(round -> times.put(round.key().toString(), clock.realTimeOf(timeOf(round, now))));
        times.put("digest", clock.realTimeOf(digests.next(now)));
        timer.set(times);
    }

    /** When a round can be processed: what was not sent in time waits for the end of the quiet hours. */
    private Instant timeOf(ReminderBatch round, Instant now) {
        return !round.at().isAfter(now) && hours.quiet(now) ? hours.endOfQuiet(now) : round.at();
    }

    private boolean nothingToDo() {
        Instant now = clock.instant();
        return hours.quiet(now) || (digests.next(now).isAfter(now) && due(now).isEmpty());
    }

    private List<ReminderBatch> due(Instant now) {
        return agenda.open().stream().filter(round -> !round.at().isAfter(now)).toList();
    }

    private boolean tooLate(ReminderBatch round, Instant now) {
        Duration grace = hours.grace().compareTo(ReminderBatch.ON_TIME) > 0 ? hours.grace() : ReminderBatch.ON_TIME;
        return round.at().plus(grace).isBefore(now);
    }

    private static void touch(Tx tx) {
        tx.update("UPDATE setting SET value = value WHERE name = ?", TURN);
    }

    private synchronized void tell() {
        notifyAll();
    }
}

package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.DatabaseAway;
import danvan.storage.Json;
import danvan.storage.LastingWork;
import danvan.storage.MemoryShortage;
import danvan.storage.Patience;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a turn orders and that takes too long for it. The order is a row, written with the turn; a thread for each
 * kind works them one after the other, each until it is done once. A restart takes up what was open. Safe for use by
 * several threads.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int ATTEMPTS = 3;
    /** What overflowed the stack or took all memory twice will do it again. */
    private static final int ATTEMPTS_OF_ERRORS = 2;

    private static final long DOZE_MILLIS = 250;
    private static final long CLOSING_MILLIS = 20_000;
    /** How long another process leaves a job alone that says nothing. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** A job that is ours for now. */
    record Claim(long id, String node, Address to, String body, int attempts, Optional<Long> message, String mark) {}

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;
    private final String node;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;

    /**
     * The jobs, to be {@linkplain #start started} when every kind is {@linkplain #does known}.
     *
     * @param clock real time, not a rehearsal's
     * @param node this process's name among those that share the database
     */
    public Jobs(Database database, Outbox outbox, Clock clock, String node) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.node = node;
    }

    /** Says who does the jobs of a kind. */
    public void does(String kind, JobWork work) {
        threads.add(new Thread(() -> loop(kind, work), "job-" + kind));
    }

    /**
     * Orders a job, in the turn's transaction.
     *
     * @param to where its answer goes
     * @param order what is to be done, kept as JSON
     * @return false where the same order is open already: somebody tapped twice
     */
    public boolean order(Tx tx, String kind, Address to, Object order) {
        String body = Json.write(order);
        long same = tx.count(
                "SELECT COUNT(*) AS n FROM job WHERE state = 'OPEN' AND kind = ? AND channel = ? AND chat = ? AND body = ?",
                kind,
                to.channel(),
                to.chat(),
                body);
        if (same > 0) {
            return false;
        }
        tx.update(
                "INSERT INTO job (kind, channel, chat, body, due_at) VALUES (?, ?, ?, ?, ?)",
                kind,
                to.channel(),
                to.chat(),
                body,
                clock.instant());
        return true;
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * A job that was ordered, and is not done.
     *
     * @param begun whether it was taken up
     * @param failed whether it was given up
     * @param at when it was ordered, or is tried next, or was given up
     */
    public record Ordered(String kind, boolean begun, boolean failed, Instant at) {}

    /** What was ordered from an address and is not done, or was given up since a moment; the latest first. */
    public List<Ordered> ordered(Address from, Instant since, int most) {
        return database.read(tx -> tx.list(
                "SELECT kind, state, attempts, due_at, done_at FROM job WHERE channel = ? AND chat = ?"
                        + " AND (state = 'OPEN' OR (state = 'FAILED' AND done_at >= ?)) ORDER BY id DESC LIMIT ?",
                row -> new Ordered(
                        row.text("kind"),
                        row.number("attempts") > 0,
                        row.text("state").equals("FAILED"),
                        row.instantIfAny("done_at").orElseGet(() -> row.instant("due_at"))),
                from.channel(),
                from.chat(),
                since,
                most));
    }

    /** How many are open, and how many were given up since a moment. */
    public Counts counts(Instant since) {
        return database.read(tx -> new Counts(
                tx.count("SELECT COUNT(*) AS n FROM job WHERE state = 'OPEN'"),
                tx.count("SELECT COUNT(*) AS n FROM job WHERE state = 'FAILED' AND done_at >= ?", since)));
    }

    public record Counts(long open, long failed) {}

    /** Whether nothing is to be done now; what pauses does not count. */
    public boolean idle() {
        return database.read(tx ->
                        tx.count("SELECT COUNT(*) AS n FROM job WHERE state = 'OPEN' AND due_at <= ?", clock.instant()))
                == 0;
    }

    /** Sets free what a process that has ended was working on. */
    public void release(Tx tx, String of) {
        tx.update("UPDATE job SET claimed_by = NULL WHERE state = 'OPEN' AND claimed_by = ?", of);
    }

    /** How many are open, those included that wait for another try. */
    public long open() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM job WHERE state = 'OPEN'"));
    }

    /** Stops at the next opportunity. What is open is taken up after a restart. */
    @Override
    public void close() {
        closing = true;
        closed.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(CLOSING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop(String kind, JobWork work) {
        while (!closing) {
            // The row is still there, whatever happens here.
            AtomicBoolean worked = new AtomicBoolean();
            boolean well = LastingWork.survive(LOG, "jobs of kind " + kind, () -> {
                Optional<Claim> claim = claim(kind);
                worked.set(claim.isPresent());
                claim.ifPresent(job -> runUnlessClosed(job, work));
            });
            if (!well || !worked.get()) {
                doze();
            }
        }
    }

    private void doze() {
        try {
            // Whether it was closed meanwhile, the loop sees.
            var unused = closed.await(DOZE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Closing; the loop sees it.
        }
    }

    private Optional<Claim> claim(String kind) {
        Instant now = clock.instant();
        // Where nobody else works on the database, a claim of an earlier process means nothing.
        String free = database.shared() ? "(claimed_by IS NULL OR claimed_until < ?)" : "? IS NOT NULL";
        String open = "SELECT * FROM job WHERE kind = ? AND state = 'OPEN' AND due_at <= ? AND " + free
                + " ORDER BY id LIMIT 1";
        if (database.read(tx -> tx.one(open, row -> row.number("id"), kind, now, now))
                .isEmpty()) {
            return Optional.empty();
        }
        return database.write(tx -> tx.one(
                        open + (database.shared() ? " FOR UPDATE SKIP LOCKED" : ""), this::claimed, kind, now, now)
                .filter(claim -> tx.update(
                                "UPDATE job SET claimed_by = ?, claimed_until = ?, attempts = attempts + 1 WHERE id = ?",
                                node,
                                now.plus(LEASE),
                                claim.id())
                        == 1));
    }

    private Claim claimed(Row row) {
        return new Claim(
                row.number("id"),
                node,
                new Address(row.text("channel"), row.text("chat")),
                row.text("body"),
                (int) row.number("attempts") + 1,
                row.numberIfAny("message"),
                row.text("mark"));
    }

    private void runUnlessClosed(Claim claim, JobWork work) {
        try {
            run(claim, work);
        } catch (JobRun.Stopped e) {
            // Closed while it waited for the database; taken up after the next start.
        }
    }

    private void run(Claim claim, JobWork work) {
        JobRun run = new JobRun(database, outbox, clock, claim, () -> closing);
        try {
            if (claim.attempts() > ATTEMPTS) {
                // It ended the process each time.
                giveUp(claim, work.apology(run), "began " + ATTEMPTS + " times and never ended");
                return;
            }
            work.run(run);
            if (!run.ended()) {
                throw new IllegalStateException("the work returned without an end");
            }
        } catch (JobRun.Stopped e) {
            putBack(claim);
        } catch (IOException | RuntimeException | Error e) {
            if (DatabaseAway.causes(e)) {
                putBack(claim);
            } else {
                failed(claim, work.apology(run), e);
            }
            MemoryShortage.note(e);
        }
    }

    /** It is not its fault: the attempt does not count. */
    private void putBack(Claim claim) {
        // Waits for the database: an attempt that went on counting would give the job up one day.
        int unused = Patience.untilBack(
                () -> database.write(tx -> tx.update(
                        "UPDATE job SET attempts = attempts - 1, claimed_by = NULL WHERE id = ? AND claimed_by = ?",
                        claim.id(),
                        node)),
                () -> {
                    if (closing) {
                        throw new JobRun.Stopped();
                    }
                });
    }

    private void failed(Claim claim, String apology, Throwable failure) {
        int most = failure instanceof Error ? ATTEMPTS_OF_ERRORS : ATTEMPTS;
        if (claim.attempts() < most) {
            Duration pause = Duration.ofSeconds(1L << (2 * claim.attempts()));
            LOG.warn("job {} failed, retry in {}: {}", claim.id(), pause, LastingWork.words(failure));
            database.change(tx -> tx.update(
                    "UPDATE job SET due_at = ?, claimed_by = NULL WHERE id = ?",
                    clock.instant().plus(pause),
                    claim.id()));
        } else {
            LOG.error(
                    "job {} failed {} times; no further retries: {}",
                    claim.id(),
                    most,
                    LastingWork.words(failure),
                    failure instanceof StackOverflowError ? null : failure);
            giveUp(claim, apology, failure.toString());
        }
    }

    private void giveUp(Claim claim, String apology, String reason) {
        database.change(tx -> {
            tx.update(
                    "UPDATE job SET state = 'FAILED', done_at = ?, reason = ? WHERE id = ?",
                    clock.instant(),
                    reason,
                    claim.id());
            if (!apology.isEmpty()) {
                outbox.add(tx, claim.to(), Outgoing.message(apology), Priority.REPLY);
            }
        });
        outbox.dispatch();
    }
}

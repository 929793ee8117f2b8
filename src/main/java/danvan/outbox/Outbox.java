package danvan.outbox;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Row;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages that wait to be delivered. Safe for use by several threads. */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Stands with a delivered message that had left once before and nobody wrote down what came of it. */
    static final String TWICE = "may have come twice";

    /** How long another process leaves a claimed message alone; longer than any request may take. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private record Delivers(String channel, Runnable news) {}

    private final Database database;
    private final Clock clock;
    private final String node;
    private final EarlierMessages earlier;
    private final List<Delivers> deliverers = new CopyOnWriteArrayList<>();
    /** How many nobody delivered while they were waited for. */
    private volatile long leftBehind;

    /**
     * An outbox.
     *
     * @param clock real time, not a rehearsal's
     * @param node this process's name among those that share the database
     */
    public Outbox(Database database, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.earlier = new EarlierMessages(database, clock, node);
    }

    /**
     * Adds a message to the transaction; it will be delivered if and only if the transaction is kept. Call {@link
     * #dispatch} after it.
     *
     * @return the message's number
     */
    public long add(Tx tx, Address to, Outgoing what, Priority priority) {
        return tx.insert(
                        """
                        INSERT INTO outbox (channel, chat, priority, body, created_at, due_at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        to.channel(),
                        to.chat(),
                        what instanceof Outgoing.Ack && priority != Priority.STRANGER
                                ? Priority.ACK_RANK
                                : priority.rank(),
                        Json.write(what),
                        clock.instant(),
                        clock.instant())
                .orElseThrow(() -> new StorageException("the outbox gave a message no number"));
    }

    /** Says that messages were added. */
    public void dispatch() {
        deliverers.forEach(one -> one.news().run());
    }

    /** Withdraws a message that still waits. One that is just being sent arrives all the same, and its row says so. */
    public void withdraw(Tx tx, long number) {
        tx.update(
                "UPDATE outbox SET state = 'WITHDRAWN', done_at = ?, body = '' WHERE id = ? AND state = 'QUEUED'",
                clock.instant(),
                number);
    }

    /** Whether a message to this chat waits. */
    public boolean isWaiting(Address to) {
        return database.read(tx -> tx.count(
                        "SELECT COUNT(*) AS n FROM outbox WHERE state = 'QUEUED' AND channel = ? AND chat = ?",
                        to.channel(),
                        to.chat()))
                > 0;
    }

    /**
     * Waits until what was added is delivered: as long as messages go, and {@code patience} beyond the last one. A channel
     * that nobody in this process delivers to is not waited for, nor again what waited in vain.
     */
    public void awaitDelivered(Duration patience) throws InterruptedException {
        long before = Long.MAX_VALUE;
        long until = System.nanoTime() + patience.toNanos();
        for (long now = waitingHere(); now > leftBehind; now = waitingHere()) {
            if (now < before) {
                before = now;
                until = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() - until > 0) {
                leftBehind = now;
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        leftBehind = Math.min(leftBehind, waitingHere());
    }

    private long waitingHere() {
        return deliverers.stream()
                .map(Delivers::channel)
                .distinct()
                .mapToLong(this::waiting)
                .sum();
    }

    /** How many wait on a channel. */
    public long waiting(String channel) {
        return database.read(
                tx -> tx.count("SELECT COUNT(*) AS n FROM outbox WHERE state = 'QUEUED' AND channel = ?", channel));
    }

    /** How many wait. */
    public long waiting() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM outbox WHERE state = 'QUEUED'"));
    }

    /** How many wait, by channel. */
    public Map<String, Long> waitingByChannel() {
        return database
                .read(tx -> tx.list(
                        "SELECT channel, COUNT(*) AS n FROM outbox WHERE state = 'QUEUED' GROUP BY channel",
                        row -> Map.entry(row.text("channel"), row.number("n"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When the one was added that has waited longest. */
    public Optional<Instant> oldest() {
        return database.read(tx -> tx.one(
                        "SELECT MIN(created_at) AS oldest FROM outbox WHERE state = 'QUEUED'",
                        row -> row.instantIfAny("oldest")))
                .flatMap(oldest -> oldest);
    }

    /** Deletes what was delivered or given up before the given time. */
    public int forget(Instant before) {
        return database.write(tx -> tx.update("DELETE FROM outbox WHERE state <> 'QUEUED' AND done_at < ?", before));
    }

    /** Deletes what strangers were told before the given time: whoever likes can have it said. */
    public int forgetStrangers(Instant before) {
        return database.write(tx -> tx.update(
                "DELETE FROM outbox WHERE state <> 'QUEUED' AND done_at < ? AND priority = ?",
                before,
                Priority.STRANGER.rank()));
    }

    /** From now on this process delivers to the channel, and is told when messages were added. */
    void onNews(String channel, Runnable news) {
        deliverers.add(new Delivers(channel, news));
    }

    /** This process's name among those that share the database. */
    String node() {
        return node;
    }

    /** Sets free what a process that has ended had under way. */
    public void release(Tx tx, String of) {
        tx.update("UPDATE outbox SET claimed_until = NULL WHERE state = 'QUEUED' AND claimed_by = ?", of);
        tx.update("DELETE FROM pace_sent WHERE answered_at IS NULL AND node = ?", of);
    }

    /**
     * The oldest due message of each chat and priority on a channel, the most urgent first, without those that another
     * process has under way.
     */
    List<QueuedMessage> due(String channel, int most) {
        Instant now = clock.instant();
        return database.read(tx -> tx.list("""
                SELECT o.id, o.channel, o.chat, o.priority, o.attempts, o.left_at
                FROM outbox o WHERE o.state = 'QUEUED' AND o.channel = ? AND o.due_at <= ? AND NOT EXISTS (
                    SELECT 1 FROM outbox older WHERE older.channel = o.channel AND older.chat = o.chat
                    AND older.priority = o.priority AND older.state = 'QUEUED' AND older.id < o.id)
                AND (o.claimed_until IS NULL OR o.claimed_until < ? OR o.claimed_by = ?)
                ORDER BY o.priority, o.id LIMIT ?
                """, Outbox::parcel, channel, now, now, node, most));
    }

    /**
     * What a message says that is about to leave. Where several processes deliver, it is this one's from now on. Of a
     * reminder it is written down first that it leaves, so that after a crash it is known who may get it a second time.
     *
     * @return empty where it was withdrawn in the meantime, another process has it, or it cannot be read and is given up
     */
    Optional<Outgoing> leaving(QueuedMessage parcel) {
        boolean marked = parcel.priority() == Priority.REMINDER;
        Optional<String> body = database.shared()
                ? database.write(tx -> claimed(tx, parcel, marked))
                : marked
                        ? database.write(tx -> tx.one(
                                "UPDATE outbox SET left_at = ? WHERE id = ? AND state = 'QUEUED' RETURNING body",
                                row -> row.text("body"),
                                clock.instant(),
                                parcel.id()))
                        : database.read(tx -> tx.one(
                                "SELECT body FROM outbox WHERE id = ? AND state = 'QUEUED'",
                                row -> row.text("body"),
                                parcel.id()));
        return body.flatMap(text -> readable(parcel.id(), text));
    }

    private Optional<String> claimed(Tx tx, QueuedMessage parcel, boolean marked) {
        Instant now = clock.instant();
        return tx.one(
                "UPDATE outbox SET claimed_by = ?, claimed_until = ?, left_at = COALESCE(CAST(? AS BIGINT), left_at)"
                        + " WHERE id = ? AND state = 'QUEUED' AND due_at <= ?"
                        + " AND (claimed_until IS NULL OR claimed_until < ? OR claimed_by = ?) RETURNING body",
                row -> row.text("body"),
                node,
                now.plus(LEASE),
                marked ? now.toEpochMilli() : null,
                parcel.id(),
                now,
                now,
                node);
    }

    private Optional<Outgoing> readable(long id, String body) {
        try {
            return Optional.of(Json.read(body, Outgoing.class));
        } catch (StorageException e) {
            LOG.error("message {} cannot be read and is not sent", id, e);
            refuse(id);
            return Optional.empty();
        }
    }

    /**
     * What to send for a message that edits or deletes an earlier one.
     *
     * @see EarlierMessages#resolved
     */
    Optional<Outgoing> resolved(Address to, Outgoing what) {
        return earlier.resolved(to, what);
    }

    /** The message is done with: its text is deleted. */
    void close(Tx tx, QueuedMessage parcel, String state, String remoteId, String reason) {
        tx.update("UPDATE outbox SET body = '' WHERE id = ?", parcel.id());
        giveUp(tx, parcel, state, remoteId, reason);
    }

    /** The message is given up; its text is kept, so that the office can have it {@linkplain Undelivered tried again}. */
    void giveUp(Tx tx, QueuedMessage parcel, String state, String remoteId, String reason) {
        tx.update(
                "UPDATE outbox SET state = ?, done_at = ?, remote_id = ?, reason = ?, claimed_until = NULL WHERE id = ?",
                state,
                clock.instant(),
                remoteId,
                reason,
                parcel.id());
    }

    /** Its beginning is delivered; the rest is a message like any other, in its place. */
    void shorten(Tx tx, QueuedMessage parcel, Outgoing rest) {
        tx.update(
                "UPDATE outbox SET body = ?, attempts = 0, claimed_until = NULL, left_at = NULL WHERE id = ?",
                Json.write(rest),
                parcel.id());
    }

    /** The message is tried again after a pause; it counts as not having arrived. */
    void postpone(Tx tx, QueuedMessage parcel, Duration pause, boolean failed, String reason) {
        tx.update("""
                UPDATE outbox SET due_at = ?, attempts = attempts + ?, reason = ?, claimed_until = NULL, left_at = NULL
                WHERE id = ?
                """, clock.instant().plus(pause), failed ? 1 : 0, reason, parcel.id());
    }

    /** What a newer version kept and this one has no word for must not hold up the others. */
    private void refuse(long id) {
        database.change(tx -> tx.update(
                "UPDATE outbox SET state = 'REFUSED', done_at = ?, reason = 'unreadable' WHERE id = ?",
                clock.instant(),
                id));
    }

    private static QueuedMessage parcel(Row row) {
        return new QueuedMessage(
                row.number("id"),
                new Address(row.text("channel"), row.text("chat")),
                (int) row.number("priority"),
                (int) row.number("attempts"),
                row.instantIfAny("left_at").isPresent());
    }
}

package danvan.inbox;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.DatabaseAway;
import danvan.storage.Json;
import danvan.storage.Patience;
import danvan.storage.Row;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The updates that wait to be processed. Safe for use by several threads. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** How long another process leaves a claimed update alone; far longer than a turn takes. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** The marks of what led to no turn of a member's. */
    private static final String NOBODYS = "outcome IN ('stranger', 'presence') OR outcome LIKE 'passed over%'";
    /** Twice what Telegram gives at once. */
    private static final int MARKS = 200;

    /** The oldest open update of each chat, of those that are due. */
    private static final String HEADS = """
            FROM inbox i WHERE i.done_at IS NULL AND i.retry_at <= ? AND NOT EXISTS (
                SELECT 1 FROM inbox older WHERE older.channel = i.channel AND older.chat = i.chat
                AND older.done_at IS NULL AND older.id < i.id)
            """;

    private final Database database;
    private final Clock clock;
    private final String node;
    /** Those that this process has begun and that are not ended. */
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * An inbox.
     *
     * @param clock real time, not a rehearsal's
     * @param node this process's name among those that share the database
     */
    public Inbox(Database database, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /**
     * Keeps a batch in one transaction; what was kept before is skipped. When this returns, the batch is safe.
     *
     * @return how many were new
     */
    public int receive(List<Update> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        int kept = database.write(tx -> {
            int added = 0;
            for (Update update : batch) {
                added += tx.update(
                        """
                        INSERT INTO inbox (channel, chat, update_id, sender_name, body, received_at, done_at, outcome)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                        update.from().channel(),
                        update.from().chat(),
                        update.id(),
                        update.senderName(),
                        waits(update) ? Json.write(update.incoming()) : "",
                        clock.instant(),
                        waits(update) ? Optional.empty() : Optional.of(clock.instant()),
                        waits(update) ? Optional.empty() : Optional.of(passedOver(update)));
            }
            batch.stream()
                    .filter(update -> !waits(update))
                    .map(Update::from)
                    .distinct()
                    .forEach(from -> thinOut(tx, from));
            return added;
        });
        if (kept > 0) {
            listeners.forEach(Runnable::run);
        }
        return kept;
    }

    /**
     * Of what an address sent that led to no member's turn, the latest marks stay: Telegram repeats at most the batch that was
     * not confirmed, and whoever likes could otherwise fill the table.
     */
    public void thinOut(Tx tx, Address from) {
        // The first conditions are those of the index, word for word.
        tx.update(
                "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE channel = ? AND chat = ?"
                        + " AND done_at IS NOT NULL AND outcome <> 'answered' AND (" + NOBODYS
                        + ") ORDER BY id DESC LIMIT 1000 OFFSET " + MARKS + ")",
                from.channel(),
                from.chat());
    }

    /** What was not said to the bot needs no turn; it is kept so that it is known when it comes again. */
    private static boolean waits(Update update) {
        return !(update.incoming() instanceof Incoming.Other other) || other.addressed();
    }

    private static String passedOver(Update update) {
        return "passed over" + (update.incoming() instanceof Incoming.Other other ? ": " + other.what() : "");
    }

    /**
     * As {@link #receive}; where the database is away, waits until it is back.
     *
     * @param meanwhile run now and then while it waits
     */
    public int receiveSurely(List<Update> batch, Runnable meanwhile) {
        return Patience.untilBack(() -> receive(batch), meanwhile);
    }

    /** Has the listener told whenever updates came in. It must return at once. */
    public void onArrival(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Hands out updates to be processed: of each chat the oldest, and none of a chat that is being processed.
     *
     * @param busy the chats this process is working
     */
    public List<Received> claim(int most, Set<Address> busy) {
        return database.shared() ? claimAmongMany(most) : claimAlone(most, busy);
    }

    /**
     * Writes down, before they are processed, that this process has begun them: an update that ends its process is known by
     * that.
     */
    public void begin(List<Received> updates) {
        List<Received> first =
                updates.stream().filter(update -> begun.add(update.id())).toList();
        if (first.isEmpty()) {
            return;
        }
        try {
            database.change(tx ->
                    first.forEach(update -> tx.update("UPDATE inbox SET begun = begun + 1 WHERE id = ?", update.id())));
        } catch (RuntimeException e) {
            first.forEach(update -> begun.remove(update.id()));
            if (!DatabaseAway.causes(e)) {
                throw e;
            }
            // They are not held up by a count: where the database is still away, they are taken again.
        }
    }

    /** Told when one that was begun is done; not before what came of it is kept. */
    public void ended(Received update) {
        begun.remove(update.id());
    }

    private List<Received> claimAlone(int most, Set<Address> busy) {
        List<Received> heads = database.read(tx -> tx.list(
                "SELECT i.* " + HEADS + " ORDER BY i.id LIMIT ?",
                Inbox::received,
                clock.instant(),
                most + busy.size()));
        List<Received> free = new ArrayList<>(heads);
        free.removeIf(update -> busy.contains(update.from()));
        return free.size() > most ? free.subList(0, most) : free;
    }

    private List<Received> claimAmongMany(int most) {
        Instant now = clock.instant();
        List<Received> claimed = database.write(tx -> tx.list(
                "UPDATE inbox SET claimed_by = ?, claimed_until = ? WHERE id IN (SELECT i.id " + HEADS
                        + " AND (i.claimed_until IS NULL OR i.claimed_until < ?)"
                        + " ORDER BY i.id LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING *",
                Inbox::received,
                node,
                now.plus(LEASE),
                now,
                now,
                most));
        return claimed.stream().sorted((a, b) -> Long.compare(a.id(), b.id())).toList();
    }

    /**
     * Marks an update as processed, in the transaction that keeps what came of it. Its text is deleted.
     *
     * @param outcome a word for the operator, such as the feature that answered
     * @throws Conflict where another process has processed it
     */
    public void done(Tx tx, Received update, String outcome) {
        int changed = tx.update("""
                UPDATE inbox SET done_at = ?, outcome = ?, body = '', claimed_until = NULL
                WHERE id = ? AND done_at IS NULL AND (claimed_by IS NULL OR claimed_by = ?)
                """, clock.instant(), outcome, update.id(), node);
        if (changed == 0) {
            throw new Conflict("update " + update.id() + " was processed elsewhere");
        }
    }

    /** Puts an update back after a failure, to be processed again after a pause. Later ones of the chat wait for it. */
    public void retry(Received update, Duration pause) {
        database.change(tx -> tx.update(
                "UPDATE inbox SET attempts = attempts + 1, begun = 0, retry_at = ?, claimed_until = NULL"
                        + " WHERE id = ? AND done_at IS NULL",
                clock.instant().plus(pause),
                update.id()));
        begun.remove(update.id());
    }

    /** Sets free what a process that has ended was working on. */
    public void release(Tx tx, String of) {
        tx.update("UPDATE inbox SET claimed_until = NULL WHERE done_at IS NULL AND claimed_by = ?", of);
    }

    /** Whether an update of this chat waits. */
    public boolean isWaiting(Address from) {
        return database.read(tx -> tx.count(
                        "SELECT COUNT(*) AS n FROM inbox WHERE done_at IS NULL AND channel = ? AND chat = ?",
                        from.channel(),
                        from.chat()))
                > 0;
    }

    /** What waits for a time far off was put there by a clock that is set right since: it is due now. */
    public void takeUpAgain(Instant farOff) {
        database.change(tx -> {
            tx.update("UPDATE inbox SET retry_at = 0 WHERE done_at IS NULL AND retry_at > ?", farOff);
            tx.update("UPDATE inbox SET claimed_until = NULL WHERE done_at IS NULL AND claimed_until > ?", farOff);
        });
    }

    /** How many wait. */
    public long waiting() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM inbox WHERE done_at IS NULL"));
    }

    /** When the one came that has waited longest. */
    public Optional<Instant> oldest() {
        return database.read(tx -> tx.one(
                        "SELECT MIN(received_at) AS oldest FROM inbox WHERE done_at IS NULL",
                        row -> row.instantIfAny("oldest")))
                .flatMap(oldest -> oldest);
    }

    /** Deletes the marks that keep an update from being taken twice, for updates processed before the given time. */
    public int forget(Instant before) {
        return database.write(tx -> tx.update("DELETE FROM inbox WHERE done_at < ?", before));
    }

    /**
     * Deletes the marks of what led to no turn of a member's, skipped, said by strangers, or no more than the note that
     * somebody blocked the bot, before the given time: whoever likes can send it.
     */
    public int forgetPassedOver(Instant before) {
        return database.write(tx -> tx.update("DELETE FROM inbox WHERE done_at < ? AND (" + NOBODYS + ")", before));
    }

    private static Received received(Row row) {
        return new Received(
                row.number("id"),
                new Address(row.text("channel"), row.text("chat")),
                row.text("sender_name"),
                incoming(row),
                row.instant("received_at"),
                (int) row.number("attempts"),
                (int) row.number("begun"));
    }

    /** What a newer version kept and this one has no word for must not hold up the others. */
    private static Incoming incoming(Row row) {
        try {
            return Json.read(row.text("body"), Incoming.class);
        } catch (StorageException e) {
            LOG.error("update {} cannot be read", row.number("id"), e);
            return new Incoming.Other("unreadable", true);
        }
    }
}

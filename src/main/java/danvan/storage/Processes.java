package danvan.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that share a database. Each says every few seconds that it is there. When one has been silent for a while,
 * the others set free what it had claimed, long before its leases run out. A process that has itself been cut off from the
 * database judges nobody until it has been there for as long. Where the database is not shared, this does nothing.
 */
public final class Processes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Processes.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(9);
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    private static final long CLOSING_MILLIS = 10_000;

    private final Database database;
    private final String node;
    private final List<BiConsumer<Tx, String>> releases = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "process-beat");
    private long steadySince = System.nanoTime();

    /** @param node this process's name among those that share the database */
    public Processes(Database database, String node) {
        this.database = database;
        this.node = node;
        thread.setDaemon(true);
    }

    /** Has what a process had claimed set free when it has ended: told its name, within a transaction. */
    public void onEnd(BiConsumer<Tx, String> release) {
        releases.add(release);
    }

    public void start() {
        if (database.shared()) {
            thread.start();
        }
    }

    /** Leaves: what this process had claimed is free at once. */
    @Override
    public void close() {
        ended.countDown();
        if (!database.shared() || !thread.isAlive()) {
            return;
        }
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean unused = LastingWork.survive(LOG, "leaving the other processes", () -> release(node));
    }

    private void run() {
        while (ended.getCount() > 0) {
            boolean well = LastingWork.survive(LOG, "the word that this process is there", this::beat);
            if (!well) {
                steadySince = System.nanoTime();
            }
            try {
                var unused = ended.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void beat() {
        long begun = System.nanoTime();
        List<String> silent = new ArrayList<>(database.write(tx -> {
            tx.update(
                    "INSERT INTO process (node, started_at, seen_at) VALUES (?, " + NOW + ", " + NOW
                            + ") ON CONFLICT (node) DO UPDATE SET seen_at = excluded.seen_at",
                    node);
            return tx.list(
                    "SELECT node FROM process WHERE seen_at < " + NOW + " - ?",
                    row -> row.text("node"),
                    SILENCE.toMillis());
        }));
        long now = System.nanoTime();
        if (now - begun > BEAT.toNanos()) {
            // Slow enough to have kept the others from beating as well.
            steadySince = now;
        }
        if (now - steadySince < SILENCE.toNanos()) {
            return;
        }
        for (String other : silent) {
            LOG.warn("process {} has ended without a word; what it was working on goes on here", other);
            release(other);
        }
    }

    private void release(String of) {
        database.change(tx -> {
            releases.forEach(one -> one.accept(tx, of));
            tx.update("DELETE FROM process WHERE node = ?", of);
        });
    }
}

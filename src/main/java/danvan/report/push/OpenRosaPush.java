package danvan.report.push;

import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.LastingWork;
import danvan.storage.Tx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands submitted reports on to another server, each until that has it. A row of the ledger is entered before the first
 * attempt and says when the next one is due; where an answer was lost the report is sent again, and the server knows it
 * by its instanceID. Safe for use by several threads and processes.
 */
public final class OpenRosaPush implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenRosaPush.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 20;
    /** Reports that came in side by side are seen in another order than their numbers'. */
    private static final int LOOK_BACK = 1_000;

    private static final long DOZE_SECONDS = 5;

    private record Due(long report, String xml, int attempts) {}

    private final Database database;
    private final OpenRosaServer server;
    private final Attached attached;
    private final Clock clock;
    private final Semaphore closing = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "openrosa");

    /**
     * The push, to be {@linkplain #start started}.
     *
     * @param url where submissions are taken, such as {@code https://central.example.vn/v1/projects/1/submission}
     * @param clock real time
     */
    public OpenRosaPush(
            Database database,
            Files files,
            URI url,
            Optional<String> user,
            Optional<String> password,
            Attached attached,
            Clock clock) {
        this.database = database;
        this.server = new OpenRosaServer(url, user, password, files::open, clock);
        this.attached = attached;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(DOZE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing.tryAcquire(DOZE_SECONDS, TimeUnit.SECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        // The ledger keeps what is due.
        LastingWork.survive(LOG, "openrosa", () -> {
            int pushed = AT_ONCE;
            while (pushed == AT_ONCE && closing.availablePermits() == 0) {
                pushed = pushDue();
            }
        });
    }

    /** Hands on what is due, and says how many it tried. */
    int pushDue() {
        List<Due> due = database.write(this::claim);
        for (Due report : due) {
            PushResult sent = server.send(report.xml(), attached.of(report.report()));
            database.change(tx -> write(tx, report, sent));
        }
        return due.size();
    }

    private List<Due> claim(Tx tx) {
        Instant now = clock.instant();
        List<Due> due = tx.list(
                """
                SELECT r.id, r.instance_xml, COALESCE(p.attempts, 0) AS attempts
                FROM report r LEFT JOIN report_push p ON p.report_id = r.id
                WHERE (p.report_id IS NULL
                    AND r.id > (SELECT COALESCE(MAX(report_id), 0) FROM report_push) - ?)
                    OR (p.state = 'WAITING' AND p.due_at <= ?)
                ORDER BY r.id LIMIT ?
                """,
                row -> new Due(row.number("id"), row.text("instance_xml"), (int) row.number("attempts") + 1),
                LOOK_BACK,
                now,
                AT_ONCE);
        // Another process may claim the same one at this moment: only one of them changes the row.
        return due.stream()
                .filter(report -> tx.update("""
                                INSERT INTO report_push (report_id, state, attempts, due_at) VALUES (?, 'WAITING', 1, ?)
                                ON CONFLICT (report_id) DO UPDATE SET attempts = report_push.attempts + 1,
                                    due_at = excluded.due_at
                                WHERE report_push.state = 'WAITING' AND report_push.due_at <= ?
                                """, report.report(), now.plus(LEASE), now) == 1)
                .toList();
    }

    private void write(Tx tx, Due report, PushResult sent) {
        Instant now = clock.instant();
        if (sent instanceof PushResult.There there) {
            if (!there.leftOut().isEmpty()) {
                LOG.warn(
                        "openrosa: report {} was handed on without {}; raise the server's limit, or bring them there by"
                                + " hand",
                        report.report(),
                        String.join(", ", there.leftOut()));
            }
            tx.update(
                    "UPDATE report_push SET state = 'SENT', done_at = ?, reason = ? WHERE report_id = ?",
                    now,
                    there.leftOut().isEmpty()
                            ? Optional.empty()
                            : Optional.of("without " + String.join(", ", there.leftOut())),
                    report.report());
        } else if (sent instanceof PushResult.Refused refused) {
            LOG.error("openrosa: report {} is refused for good: {}", report.report(), refused.reason());
            tx.update(
                    "UPDATE report_push SET state = 'REFUSED', done_at = ?, reason = ? WHERE report_id = ?",
                    now,
                    refused.reason(),
                    report.report());
        } else if (sent instanceof PushResult.Later later) {
            Duration pause = pauseAfter(report.attempts());
            LOG.warn("openrosa: report {} not taken ({}), again in {}", report.report(), later.reason(), pause);
            tx.update(
                    "UPDATE report_push SET due_at = ?, reason = ? WHERE report_id = ?",
                    now.plus(pause),
                    later.reason(),
                    report.report());
        }
    }

    /** Ten seconds, doubled at each failure, to an hour. */
    private static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(10L << Math.min(attempts - 1, 9));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}

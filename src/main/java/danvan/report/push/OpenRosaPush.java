package danvan.report.push;

import danvan.report.store.PushLedger;
import danvan.report.store.ReportStore;
import danvan.storage.Files;
import danvan.storage.LastingWork;
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
    private static final long DOZE_SECONDS = 5;

    private final ReportStore store;
    private final OpenRosaServer server;
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
            ReportStore store, Files files, URI url, Optional<String> user, Optional<String> password, Clock clock) {
        this.store = store;
        this.server = new OpenRosaServer(url, user, password, files::open, clock);
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
        List<PushLedger.Due> due = store.pushes().claim(clock.instant(), LEASE, AT_ONCE);
        for (PushLedger.Due report : due) {
            write(report, server.send(report.xml(), store.attachments().ofReport(report.report())));
        }
        return due.size();
    }

    private void write(PushLedger.Due report, PushResult result) {
        Instant now = clock.instant();
        if (result instanceof PushResult.There there) {
            String leftOut = String.join(", ", there.leftOut());
            if (!leftOut.isEmpty()) {
                LOG.warn(
                        "openrosa: report {} was handed on without {}; raise the server's limit, or bring them there by"
                                + " hand",
                        report.report(),
                        leftOut);
            }
            store.pushes()
                    .sent(
                            report.report(),
                            now,
                            leftOut.isEmpty() ? Optional.empty() : Optional.of("without " + leftOut));
        } else if (result instanceof PushResult.Refused refused) {
            LOG.error("openrosa: report {} is rejected permanently: {}", report.report(), refused.reason());
            store.pushes().refused(report.report(), now, refused.reason());
        } else if (result instanceof PushResult.Later later) {
            Duration pause = pauseAfter(report.attempts());
            LOG.warn("openrosa: report {} not accepted ({}), retry in {}", report.report(), later.reason(), pause);
            store.pushes().again(report.report(), now.plus(pause), later.reason());
        }
    }

    /** Ten seconds, doubled at each failure, to an hour. */
    private static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(10L << Math.min(attempts - 1, 9));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}

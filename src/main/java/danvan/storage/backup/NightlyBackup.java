package danvan.storage.backup;

import danvan.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The night's backup: made where the youngest is not of today, and the oldest go. */
public final class NightlyBackup implements Runnable {
    /** Before the night's cleaning, so that what is deleted by mistake is in it once more. */
    public static final LocalTime HOUR = LocalTime.of(2, 30);

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    /** It is called at each start, too. */
    private static final Duration YOUNG = Duration.ofHours(20);

    private final Backups backups;
    private final int kept;
    private final Clock clock;

    /**
     * The night's work.
     *
     * @param kept how many backups stay
     * @param clock the system's time
     */
    public NightlyBackup(Backups backups, int kept, Clock clock) {
        this.backups = backups;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            Instant now = clock.instant();
            Optional<Instant> youngest = backups.youngest();
            // One from the future was made before the machine's clock was set right.
            if (youngest.isPresent()
                    && Duration.between(youngest.get(), now).abs().compareTo(YOUNG) < 0) {
                return;
            }
            Manifest made = backups.write(backups.next());
            int gone = backups.prune(kept);
            LOG.info(
                    "backup: {} rows in {}; {} old ones deleted. Keep a copy on another machine, and report.key in a third place",
                    made.rowsInAll(),
                    backups.folder(),
                    gone);
        } catch (StorageException e) {
            LOG.error("backup: {}; it is retried next night", e.getMessage());
        }
    }
}

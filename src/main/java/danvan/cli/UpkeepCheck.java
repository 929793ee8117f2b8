package danvan.cli;

import danvan.config.Config;
import danvan.storage.StorageException;
import danvan.storage.backup.Backups;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does not keep the bot from working today, and will one day: old backups, a full disk, an address that others can read. */
final class UpkeepCheck {
    /** Two nights may be missed: a machine that is off at night is caught up at its start. */
    private static final Duration OLD = Duration.ofDays(3);

    private static final long LITTLE = 2L << 30;
    private static final long NONE = 200L << 20;

    private final Config config;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private UpkeepCheck(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    static List<Finding> of(Config config, Clock clock) {
        UpkeepCheck check = new UpkeepCheck(config, clock);
        check.backups();
        check.disk();
        check.address();
        return List.copyOf(check.findings);
    }

    private void backups() {
        if (config.rehearsal()) {
            return;
        }
        if (config.operations().backupsKept() == 0) {
            warn("backup", "no nightly backups are made; set operations.backups-kept to 7, or make them otherwise");
            return;
        }
        try {
            Optional<Instant> youngest = new Backups(config, clock).youngest();
            Duration age = youngest.map(made -> Duration.between(made, clock.instant()))
                    .orElse(OLD.plusDays(1));
            if (age.compareTo(OLD) <= 0) {
                findings.add(new Finding(true, "backup", "the youngest is " + age.toHours() + " hours old"));
            } else if (youngest.isEmpty()) {
                warn(
                        "backup",
                        "there is none in " + config.operations().backups()
                                + "; the bot makes one at its start and each night, and its log says if it cannot");
            } else {
                warn(
                        "backup",
                        "the youngest in " + config.operations().backups() + " is " + age.toDays()
                                + " days old; the bot's log says why none is made (look for backup:)");
            }
        } catch (StorageException e) {
            warn("backup", String.valueOf(e.getMessage()));
        }
    }

    private void disk() {
        try {
            FileStore disk = Files.getFileStore(existing(config.data().toAbsolutePath()));
            long free = disk.getUsableSpace();
            String words = "%,d MB are free where %s is".formatted(free >> 20, config.data());
            if (free < NONE) {
                findings.add(
                        new Finding(false, "disk", words + "; make room, or the bot will soon keep nothing any more"));
            } else if (free < LITTLE) {
                warn("disk", words + "; make room: backups take as much as the database, twice while they are made");
            } else {
                findings.add(new Finding(true, "disk", words));
            }
        } catch (IOException e) {
            warn("disk", "its free space cannot be told: " + e.getMessage());
        }
    }

    private static Path existing(Path path) {
        Path place = path;
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    /** The desk, where it is served, says so itself. */
    private void address() {
        Optional<URI> outside = config.web().publicUrl();
        if (config.web().enabled()
                && !config.web().desk()
                && outside.filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
                        .isPresent()) {
            warn(
                    "phone page",
                    "members reach " + outside.get()
                            + " by plain HTTP, where their links and messages can be read on the"
                            + " way. Put HTTPS before it and set web.public-url to its https address");
        }
    }

    private void warn(String what, String words) {
        findings.add(Finding.warning(what, words));
    }
}

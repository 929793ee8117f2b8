package danvan.scenario;

import danvan.ChildJvm;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.storage.StorageException;
import danvan.storage.backup.Restore;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Backups of an office whose bot is killed again and again, made by processes that are themselves killed now and then. What
 * lies in the folder afterwards must be whole, each of it, and an office must come back from the youngest.
 */
final class CrashBackups {
    private static final int KILLED_OF = 3;

    private final Path folder;
    private final Random random;
    private final Duration patience;
    private int begun;
    private int made;
    private int killed;

    CrashBackups(Path folder, Random random, Duration patience) {
        this.folder = folder;
        this.random = random;
        this.patience = patience;
    }

    /** Makes one; what went wrong is said, and nothing otherwise. */
    String step() {
        Path log = folder.resolve("backup.log");
        List<String> command = List.of(
                "backup",
                target().toString(),
                "--config",
                folder.resolve("bot.yml").toString());
        try {
            Process backup = ChildJvm.CLASS_PATH
                    .process(folder, List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"), "danvan.Main", command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            boolean kill = ++begun % KILLED_OF == 0;
            boolean ended =
                    backup.waitFor(kill ? 500 + random.nextInt(4_000) : patience.toMillis(), TimeUnit.MILLISECONDS);
            backup.destroyForcibly().waitFor();
            if (kill && !ended) {
                killed++;
            } else if (ended && backup.exitValue() == 0) {
                made++;
            } else {
                return "a backup was not made: " + Files.readString(log);
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private Path target() {
        return folder.resolve("backups").resolve(begun + ".zip");
    }

    /** Looks at all that lies there, and restores the last one elsewhere; what is wrong with them. */
    List<String> check() throws IOException {
        List<String> wrong = new ArrayList<>();
        Config elsewhere = ConfigReader.read(
                Optional.empty(), Optional.of(folder.resolve("elsewhere")), Map.of("DANVAN_REHEARSAL", "true"));
        Path last = null;
        int youngest = -1;
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".zip")).toList()) {
                try {
                    var unused = new Restore(elsewhere, Clock.systemUTC()).check(file);
                } catch (StorageException e) {
                    wrong.add("backup " + file + ": " + e.getMessage());
                }
                int number = Integer.parseInt(file.getFileName().toString().replace(".zip", ""));
                if (number > youngest) {
                    youngest = number;
                    last = file;
                }
            }
        }
        if (last != null) {
            try {
                var unused = new Restore(elsewhere, Clock.systemUTC()).replace(last);
            } catch (StorageException e) {
                wrong.add("restoring " + last + ": " + e.getMessage());
            }
        }
        System.out.printf(
                "backups made %d, killed while they were made %d, restored %s%n",
                made, killed, last == null ? "none" : last.getFileName() + " into an empty folder");
        return wrong;
    }

    int made() {
        return made;
    }
}

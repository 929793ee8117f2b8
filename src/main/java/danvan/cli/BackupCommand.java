package danvan.cli;

import danvan.config.Config;
import danvan.storage.Backup;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the database while a bot may run. */
@Command(
        name = "backup",
        description = {
            "Copies the SQLite database into a new file; the bot may run meanwhile.",
            "To bring it back: stop the bot, put the file in the place of danvan.db, and take away the files"
                    + " danvan.db-wal and danvan.db-shm."
        })
final class BackupCommand implements Callable<Integer> {
    private final Supplier<Config> settings;

    @Parameters(paramLabel = "FILE", description = "The file to make; it must not exist.")
    private @Nullable Path file;

    BackupCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new IllegalStateException("picocli demands the file");
        }
        Config config = settings.get();
        long bytes = Backup.write(config.storage(), file);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf("%s: %,d KiB, checked.%n", file, bytes >> 10);
        Path key = config.data().resolve("report.key");
        if (Files.exists(key)) {
            out.println("Not in it: " + key + ", without which personal answers cannot be read."
                    + " Keep a copy of that one in another place.");
        }
        return 0;
    }
}

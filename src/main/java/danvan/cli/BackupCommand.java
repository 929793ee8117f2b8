package danvan.cli;

import danvan.config.Config;
import danvan.storage.PrivateFiles;
import danvan.storage.backup.Backups;
import danvan.storage.backup.Manifest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a backup while a bot may run. */
@Command(
        name = "backup",
        description = {
            "Makes a backup of the whole state, reports' and documents' files included; the bot may run meanwhile.",
            "The key of personal answers is not in it. restore brings it back."
        })
final class BackupCommand implements Callable<Integer> {
    private final Supplier<Config> settings;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to make; it must not exist. Without it, one in the folder operations.backups.")
    private @Nullable Path file;

    BackupCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Config config = settings.get();
        Backups backups = new Backups(config, Clock.systemUTC());
        Path target = file == null ? backups.next() : file;
        Manifest made = backups.write(target);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf("%s: %,d KiB, %,d rows, checked.%n", target, size(target) >> 10, made.rowsInAll());
        Path key = config.data().resolve(PrivateFiles.REPORT_KEY);
        if (Files.exists(key)) {
            out.println("Not in it: " + key + ", without which personal answers cannot be read."
                    + " Keep a copy of that one in another place.");
        } else if (config.reports().key().isPresent()) {
            out.println("Not in it: reports.key of the settings, without which personal answers cannot be read.");
        }
        return 0;
    }

    private static long size(Path target) {
        try {
            return Files.size(target);
        } catch (IOException e) {
            throw new UncheckedIOException("looking at " + target, e);
        }
    }
}

package danvan.cli;

import danvan.config.Config;
import danvan.storage.PrivateFiles;
import danvan.storage.backup.Manifest;
import danvan.storage.backup.Restore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@Command(
        name = "restore",
        description = {
            "Checks a backup whole (checksums, integrity, version, rows) and puts it in the database's place.",
            "The bot must be stopped. What was there is kept beside it."
        })
final class RestoreCommand implements Callable<Integer> {
    private final Supplier<Config> settings;

    @Parameters(paramLabel = "FILE", description = "A backup that `backup` or the night made.")
    private @Nullable Path file;

    @Option(names = "--check", description = "Only checks the backup; nothing is changed, and the bot may run.")
    private boolean onlyCheck;

    RestoreCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new IllegalStateException("picocli demands the file");
        }
        Config config = settings.get();
        Restore restore = new Restore(config, Clock.systemUTC());
        Restore.Done done = onlyCheck ? restore.check(file) : restore.replace(file);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Manifest manifest = done.manifest();
        out.printf(
                "%s of %s: %,d rows in %d tables, version V%s, whole.%n",
                file, manifest.madeAt(), manifest.rowsInAll(), manifest.rows().size(), manifest.schema());
        if (!onlyCheck) {
            out.println("It is in place; start the bot.");
        }
        done.before()
                .ifPresent(folder ->
                        out.println("The database before it is in " + folder + "; delete it once all is well."));
        if (done.keyMissing()) {
            out.println("Personal answers in it cannot be read with the keys that are here: put the "
                    + PrivateFiles.REPORT_KEY
                    + " of that time into " + config.data() + " before the bot is started (fingerprint "
                    + String.join(", ", manifest.keys()) + ").");
            return 1;
        }
        return 0;
    }
}

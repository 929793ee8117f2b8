package danvan.cli;

import danvan.config.Config;
import danvan.storage.move.DatabaseMove;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves an office from SQLite to PostgreSQL. */
@Command(
        name = "migrate",
        description = {
            "Copies the SQLite database of the settings into an empty PostgreSQL database and compares each table.",
            "Stop the bot first. The SQLite database is only read. Where it is cut short, run it again."
        })
final class MigrateCommand implements Callable<Integer> {
    /** Not an option, which would stand in the shell's history and in the list of processes. */
    static final String PASSWORD = "DANVAN_MIGRATE_PASSWORD";

    private final Supplier<Config> settings;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The new database: jdbc:postgresql://HOST/DATABASE.")
    private String to = "";

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "Its user; the password is taken from " + PASSWORD + ".")
    private @Nullable String user;

    MigrateCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Config config = settings.get();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Config.Storage target =
                new Config.Storage(to, Optional.ofNullable(user), Optional.ofNullable(System.getenv(PASSWORD)));
        long[] rows = new long[2];
        DatabaseMove.run(config.storage(), target, moved -> {
            rows[0]++;
            rows[1] += moved.rows();
            out.printf(
                    "%-28s %,12d rows  %.16s%s%n",
                    moved.table(), moved.rows(), moved.checksum(), moved.before() ? "  (came before)" : "");
        });
        out.printf("%d tables, %,d rows: all are there, and the same.%n", rows[0], rows[1]);
        out.println("Now set storage.url: " + target.shownUrl()
                + (user == null ? "" : ", storage.user: " + user + " and storage.password")
                + ", run doctor, and start the bot. Keep the SQLite file until you are sure.");
        Path key = config.data().resolve("report.key");
        if (Files.exists(key) && config.reports().key().isEmpty()) {
            out.println("Personal answers are sealed with " + key + ". Each process needs that key: set its content as"
                    + " reports.key (DANVAN_REPORTS_KEY), the same for all of them.");
        }
        return 0;
    }
}

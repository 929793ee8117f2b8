package danvan;

import danvan.config.Config;
import danvan.config.ConfigException;
import danvan.config.ConfigReader;
import danvan.library.evaluation.EvaluationProblem;
import danvan.storage.StorageException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Without a command, the bot runs. */
@Command(
        name = "danvan-bot",
        description = "Answers, field reports and reminders for mass-mobilization cadres, in a chat.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT)
public final class Main implements Runnable {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The settings; config.yml in the working folder counts if it is there.")
    private @Nullable Path configFile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the bot keeps its state (default: data).")
    private @Nullable Path data;

    /** Told the zone of the settings before anything is done in it. */
    private final Consumer<ZoneId> pinned;

    private Main(Consumer<ZoneId> pinned) {
        this.pinned = pinned;
    }

    /** Exit status 0 when all went well, 1 when something is wrong that the operator can mend, 2 for a wrong call. */
    public static void main(String[] args) {
        // JavaRosa and the log know no zone but the process's: the machine's own must not be it.
        System.exit(execute(zone -> TimeZone.setDefault(TimeZone.getTimeZone(zone)), args));
    }

    static int execute(String... args) {
        return execute(zone -> {}, args);
    }

    private static int execute(Consumer<ZoneId> pinned, String... args) {
        Main main = new Main(pinned);
        CommandLine line = new CommandLine(main)
                .addSubcommand(new RunCommand(main))
                .addSubcommand(new ChatCommand(main))
                .addSubcommand(new ImportCommand(main))
                .addSubcommand(new DoctorCommand(main))
                .addSubcommand(new ProgrammeCommand(main))
                .addSubcommand(new BackupCommand(main))
                .addSubcommand(new EvaluateCommand(main))
                .addSubcommand(new FormCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof ConfigException
                    || failure instanceof StorageException
                    || failure instanceof EvaluationProblem) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        return line.execute(args);
    }

    @Override
    public void run() {
        new RunCommand(this).run();
    }

    /** The settings as the command line, the environment and the file give them. */
    Config config() {
        Config config = ConfigReader.read(Optional.ofNullable(configFile), Optional.ofNullable(data), System.getenv());
        pinned.accept(config.zone());
        return config;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                        .orElse("development")
            };
        }
    }
}

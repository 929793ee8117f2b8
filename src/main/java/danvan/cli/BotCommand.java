package danvan.cli;

import danvan.config.Config;
import danvan.config.ConfigException;
import danvan.config.ConfigReader;
import danvan.library.evaluation.EvaluationProblem;
import danvan.storage.StorageException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: one class a command, and here what they share. Without a command, the bot runs. */
@Command(
        name = "danvan-bot",
        description = "Answers, field reports and reminders for mass-mobilization cadres, in a chat.",
        mixinStandardHelpOptions = true,
        versionProvider = BotCommand.Version.class,
        scope = ScopeType.INHERIT)
public final class BotCommand implements Runnable {
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

    private BotCommand(Consumer<ZoneId> pinned) {
        this.pinned = pinned;
    }

    /** Runs a command without a word about the process's zone. */
    static int execute(String... args) {
        return execute(zone -> {}, args);
    }

    /**
     * Runs a command.
     *
     * @param pinned told the zone of the settings before anything is done in it
     * @return 0 when all went well, 1 when something is wrong that the operator can fix, 2 for a wrong call
     */
    public static int execute(Consumer<ZoneId> pinned, String... args) {
        BotCommand bot = new BotCommand(pinned);
        CommandLine line = new CommandLine(bot)
                .addSubcommand(new RunCommand(bot::config))
                .addSubcommand(new ChatCommand(bot::config))
                .addSubcommand(new ImportCommand(bot::config))
                .addSubcommand(new DoctorCommand(bot::config))
                .addSubcommand(new ProgrammeCommand(bot::config))
                .addSubcommand(new BackupCommand(bot::config))
                .addSubcommand(new MigrateCommand(bot::config))
                .addSubcommand(new RestoreCommand(bot::config))
                .addSubcommand(new EvaluateCommand(bot::config))
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
        new RunCommand(this::config).run();
    }

    /** The settings as the command line, the environment and the file give them. */
    private Config config() {
        Config config = ConfigReader.read(Optional.ofNullable(configFile), Optional.ofNullable(data), System.getenv());
        pinned.accept(config.zone());
        return config;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                Optional.ofNullable(BotCommand.class.getPackage().getImplementationVersion())
                        .orElse("development")
            };
        }
    }
}

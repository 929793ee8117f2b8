package danvan.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import danvan.config.Config;
import danvan.config.ConfigException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Checks what an operator can fix, and says how: one line a check. */
@Command(
        name = "doctor",
        description = {
            "Checks settings, token, database and knowledge base, and says what to fix.",
            "Exit status 1 when something is wrong; ~~ warns of what will be. A running bot is not disturbed."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Supplier<Config> settings;

    DoctorCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Finding> findings = findings();
        findings.forEach(finding -> out.println(line(finding)));
        long wrong = findings.stream().filter(finding -> !finding.good()).count();
        long warnings = findings.stream().filter(Finding::warns).count();
        out.println((wrong == 0 ? "No problems found." : "To fix: " + wrong)
                + (warnings == 0 ? "" : " Warnings: " + warnings));
        return wrong == 0 ? 0 : 1;
    }

    /** What the libraries log of a failure is said here in plain words; their own words would only stand between. */
    private List<Finding> findings() {
        Logger log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger("danvan");
        Level before = log.getLevel();
        Level ownBefore = own.getLevel();
        log.setLevel(Level.OFF);
        own.setLevel(Level.OFF);
        try {
            return new Checkup(settings.get(), Clock.systemUTC()).findings();
        } catch (ConfigException e) {
            return List.of(new Finding(false, "settings", e.getMessage() + ". The other checks need the settings"));
        } finally {
            log.setLevel(before);
            own.setLevel(ownBefore);
        }
    }

    private static String line(Finding finding) {
        String words = finding.words().lines().map(String::strip).collect(Collectors.joining(" "));
        return "%s  %-14s  %s".formatted(finding.warns() ? "~~" : finding.good() ? "ok" : "!!", finding.what(), words);
    }
}

package danvan.cli;

import danvan.config.Config;
import danvan.config.ConfigException;
import danvan.report.store.KeyFile;
import danvan.storage.PrivateFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** The keys of personal answers. */
@Command(name = "keys", description = "Changes the key that personal answers of reports are sealed with.")
final class KeysCommand implements Runnable {
    private final Supplier<Config> settings;

    KeysCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        Config config = settings.get();
        Path file = config.data().resolve(PrivateFiles.REPORT_KEY);
        try {
            out().println(KeyFile.read(file).size() + " keys in " + file
                    + "; `keys rotate` puts a new one before them");
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** A new key. */
    @Command(
            name = "rotate",
            description = {
                "Makes a new key; older ones go on opening what they sealed.",
                "At its next start the bot seals everything again under the new one, beside its work."
            })
    int rotate() {
        Config config = settings.get();
        Path file = config.data().resolve(PrivateFiles.REPORT_KEY);
        if (config.reports().key().isPresent()) {
            throw new ConfigException("the key is set by reports.key: put the one that is there now as a line into "
                    + file + ", then set reports.key to a new one (openssl rand -base64 32) and start the bot again");
        }
        try {
            KeyFile.rotate(
                    file,
                    "in use until " + LocalDate.ofInstant(Clock.systemUTC().instant(), config.zone()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(file + " was not changed: " + e.getMessage(), e);
        }
        PrintStream out = out();
        out.println("A new key is in " + file + ". Keep a copy of the file in another place, and start the bot again:"
                + " it seals everything under the new key and says when it is done.");
        out.println("Leave the older keys in the file as long as there are backups of their time.");
        return 0;
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}

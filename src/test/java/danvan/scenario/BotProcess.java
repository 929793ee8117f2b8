package danvan.scenario;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** The bot as a process of its own, which can be killed. */
public final class BotProcess {
    private BotProcess() {}

    /**
     * Starts it.
     *
     * @param folder with the settings as {@code bot.yml}; gets the log as {@code bot.log}
     */
    public static Process launch(Path folder) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "danvan.Main",
                        "run",
                        "--config",
                        folder.resolve("bot.yml").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("bot.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }
}

package danvan.scenario;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bot as a process of its own, which can be killed. */
public final class BotProcess {
    private BotProcess() {}

    /**
     * Starts it.
     *
     * @param folder with the settings as {@code bot.yml}; gets the log as {@code bot.log}
     */
    public static Process launch(Path folder) throws IOException {
        return launch(folder, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    }

    /**
     * The same.
     *
     * @param options of the Java machine
     */
    public static Process launch(Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                "danvan.Main", "run", "--config", folder.resolve("bot.yml").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("bot.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }
}

package danvan.scenario;

import danvan.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
        return launch(folder, ChildJvm.CLASS_PATH, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    }

    /**
     * The same.
     *
     * @param options of the Java machine
     */
    public static Process launch(Path folder, ChildJvm launch, List<String> options) throws IOException {
        List<String> arguments =
                List.of("run", "--config", folder.resolve("bot.yml").toString());
        return launch.process(folder, options, "danvan.Main", arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("bot.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }
}

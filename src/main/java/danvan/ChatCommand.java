package danvan;

import danvan.config.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The chat in the terminal, typed or piped; ends with its input, after the last reply. */
@Command(name = "chat", description = "Chats in the terminal, typed or piped.")
final class ChatCommand implements Callable<Integer> {
    private final Main main;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "lan",
            description = "The member to chat as; in a rehearsal lan, minh or hoa (default: lan).")
    private String member = "lan";

    ChatCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        Config config = main.config();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (App app = new App(config, RunCommand.reading(config), Clock.systemUTC())) {
            app.openConsole(member, System.in, out, Terminal.isTyped()).run();
        }
        return 0;
    }
}

package danvan.cli;

import danvan.App;
import danvan.channel.console.Console;
import danvan.chat.Address;
import danvan.config.Config;
import danvan.organization.chat.ExampleMember;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The chat in the terminal, typed or piped; ends with its input, after the last reply. */
@Command(name = "chat", description = "Chats in the terminal, typed or piped.")
final class ChatCommand implements Callable<Integer> {
    private final Supplier<Config> settings;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "lan",
            description = "The member to chat as; in a rehearsal lan, minh or hoa (default: lan).")
    private String member = "lan";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ChatCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        Config config = settings.get();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (App app = new App(config, RunCommand.knowledge(config), Clock.systemUTC())) {
            if (config.rehearsal() && !app.mayComeIn(new Address(Console.CHANNEL, member))) {
                // Without the usage that a parameter exception would add: this line is the whole fix.
                spec.commandLine()
                        .getErr()
                        .println("--as: the rehearsal has no member " + member + "; there are " + examples());
                return ExitCode.USAGE;
            }
            Console console = app.openConsole(member, true, System.in, out, Terminal.isTyped());
            app.begin();
            console.run();
        }
        return 0;
    }

    private static String examples() {
        return Arrays.stream(ExampleMember.values()).map(ExampleMember::key).collect(Collectors.joining(", "));
    }
}

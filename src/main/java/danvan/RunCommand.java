package danvan;

import danvan.channel.console.Console;
import danvan.config.Config;
import danvan.outbox.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the bot until it is told to end. */
@Command(name = "run", description = "Runs the bot (the default).")
final class RunCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    private final Main main;

    RunCommand(Main main) {
        this.main = main;
    }

    @Override
    public void run() {
        Config config = main.config();
        CompletableFuture<Knowledge> knowledge = reading(config);
        CountDownLatch ended = new CountDownLatch(1);
        try (App app = new App(config, knowledge, Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                app.close();
                ended.countDown();
            }));
            config.telegram().token().ifPresent(token -> {
                String name = app.openTelegram(token, Pace.telegram(), RunCommand::die);
                LOG.info("Telegram: {}", name.isEmpty() ? "cannot be reached yet" : "@" + name);
            });
            if (config.rehearsal()) {
                rehearse(app);
            }
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static CompletableFuture<Knowledge> reading(Config config) {
        return CompletableFuture.supplyAsync(() -> Knowledge.read(
                KnowledgeFolder.find(config.knowledgeBase()), problem -> LOG.warn("knowledge base: {}", problem)));
    }

    private static void rehearse(App app) {
        Console console = app.openConsole(Examples.LAN.key(), System.in, System.out, Terminal.isTyped());
        Thread terminal = new Thread(
                () -> {
                    try {
                        console.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException("reading the terminal", e);
                    }
                },
                "terminal");
        terminal.setDaemon(true);
        terminal.start();
    }

    /** From a thread of its own, because leaving waits for the thread that found the reason. */
    private static void die() {
        new Thread(() -> System.exit(1), "exit").start();
    }
}

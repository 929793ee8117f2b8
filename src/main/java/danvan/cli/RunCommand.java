package danvan.cli;

import danvan.App;
import danvan.channel.console.Console;
import danvan.config.Config;
import danvan.knowledge.Knowledge;
import danvan.knowledge.KnowledgeFolder;
import danvan.organization.chat.ExampleMember;
import danvan.outbox.Pace;
import danvan.storage.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the bot until it is told to end. */
@Command(name = "run", description = "Runs the bot (the default).")
final class RunCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    private final Supplier<Config> settings;

    RunCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        Config config = settings.get();
        Knowledge knowledge = knowledge(config);
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
            String page = config.web().enabled() ? app.openPage() : "";
            if (config.rehearsal()) {
                rehearse(app, page, config.web().desk());
            } else {
                app.begin();
                LOG.info(
                        "running; phone page: {}; desk: {}",
                        page.isEmpty() ? "switched off" : page,
                        page.isEmpty() || !config.web().desk() ? "switched off" : page + "desk");
            }
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Knowledge knowledge(Config config) {
        try {
            Path index = PrivateFiles.folder(config.data().resolve(PrivateFiles.SEARCH_INDEX));
            return Knowledge.read(
                    KnowledgeFolder.find(config.knowledgeBase()),
                    index,
                    problem -> LOG.warn("knowledge base: {}", problem));
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the search index in " + config.data(), e);
        }
    }

    /** What a newcomer sees first. */
    private static void rehearse(App app, String page, boolean desk) {
        System.out.println("""
                Dân Vận Bot – diễn tập (rehearsal): no config.yml, no Telegram; the bot's clock begins on 2 January 2024.
                  Phone page : %s
                  Desk (PC)  : %s
                  Members    : Lan (cán bộ xã), Minh (phụ trách xã), Hoa (quản trị tỉnh)
                  Terminal   : you are Lan. Type a question and press Enter; #1 taps the first button;
                               /clock +7d moves the clock on, /help lists the commands, Ctrl-C ends.
                """.formatted(
                        page.isEmpty() ? "switched off" : page,
                        page.isEmpty() || !desk ? "switched off" : page + "desk"));
        Console console =
                app.openConsole(ExampleMember.LAN.key(), Terminal.isTyped(), System.in, System.out, Terminal.isTyped());
        app.begin();
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

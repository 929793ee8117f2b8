package danvan.cli;

import danvan.App;
import danvan.channel.console.Console;
import danvan.config.Config;
import danvan.knowledge.Knowledge;
import danvan.knowledge.KnowledgeFolder;
import danvan.organization.chat.ExampleMember;
import danvan.outbox.Pace;
import danvan.storage.PrivateFiles;
import danvan.text.Dates;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
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
                rehearse(app, config.zone(), page, config.web().desk());
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
                    config.search().embeddings(),
                    problem -> LOG.warn("knowledge base: {}", problem));
        } catch (IOException e) {
            throw PrivateFiles.unwritable("the folder " + config.data(), e);
        }
    }

    /** What a newcomer sees first. */
    private static void rehearse(App app, ZoneId zone, String page, boolean desk) {
        for (Language language : List.of(Language.VI, Language.EN)) {
            System.out.println(greeting(app, zone, page, desk, language));
        }
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

    static String greeting(App app, ZoneId zone, String page, boolean desk, Language language) {
        Texts.Phrases words = new Texts().in(language);
        ZonedDateTime now = app.clock().instant().atZone(zone);
        return words.plain(
                "console.rehearsal",
                "page",
                page.isEmpty() ? words.plain("console.noPage") : page,
                "desk",
                page.isEmpty() || !desk ? words.plain("console.noPage") : page + "desk",
                "time",
                String.format(Locale.ROOT, "%02d:%02d ", now.getHour(), now.getMinute())
                        + Dates.day(now.toLocalDate(), language));
    }

    /** From a thread of its own, because leaving waits for the thread that found the reason. */
    private static void die() {
        new Thread(() -> System.exit(1), "exit").start();
    }
}

package danvan.scenario;

import danvan.channel.telegram.Telegram;
import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.conversation.Downloads;
import danvan.inbox.Inbox;
import danvan.inbox.Received;
import danvan.outbox.Dispatcher;
import danvan.outbox.Outbox;
import danvan.outbox.Pace;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Inbox, outbox and Telegram's channel on the fake server; nobody answers what comes in. */
final class TelegramLine implements AutoCloseable {
    static final long MOST_FILE = 20L << 20;
    static final Address LAN = new Address(Telegram.CHANNEL, "7");

    final FakeTelegram server = new FakeTelegram();
    final Inbox inbox;
    final Files files;
    final Downloads downloads;
    private final Database database;
    private final Outbox outbox;
    private final Telegram telegram;
    private final Dispatcher dispatcher;

    TelegramLine(Path folder) {
        Config config = ConfigReader.read(
                Optional.empty(),
                Optional.of(folder),
                Map.of("DANVAN_TELEGRAM_API_URL", server.url().toString(), "DANVAN_REHEARSAL", "true"));
        Clock clock = Clock.systemUTC();
        this.database = Database.open(config.storage());
        this.inbox = new Inbox(database, clock, "test");
        this.outbox = new Outbox(database, clock, "test");
        this.files = new Files(database, clock);
        this.downloads = new Downloads(files, MOST_FILE);
        this.telegram = new Telegram(
                config.telegram(), FakeTelegram.TOKEN, java.util.Optional.empty(), inbox, files::open, () -> {});
        this.downloads.from(Telegram.CHANNEL, telegram::download);
        this.dispatcher = new Dispatcher(
                Telegram.CHANNEL, outbox, database, telegram.courier(), Pace.unlimited(), (tx, to) -> {});
    }

    /** Takes in what Lan has sent, and keeps watching. */
    List<Incoming> comesIn(int many) {
        var unused = telegram.start(Map.of());
        telegram.poll();
        Await.until(() -> many + " updates", () -> inbox.waiting() == many);
        return claimed();
    }

    /** What waits in the inbox, in order; a chat's next one shows when the one before it is done. */
    private List<Incoming> claimed() {
        List<Incoming> all = new java.util.ArrayList<>();
        for (List<Received> next = inbox.claim(1, Set.of()); !next.isEmpty(); next = inbox.claim(1, Set.of())) {
            Received update = next.get(0);
            all.add(update.incoming());
            database.change(tx -> inbox.done(tx, update, "read"));
        }
        return all;
    }

    /** Puts a message to Lan into the outbox and says its number; it leaves when the line is {@linkplain #opens open}. */
    long says(Outgoing what, Priority priority) {
        long number = database.write(tx -> outbox.add(tx, LAN, what, priority));
        outbox.dispatch();
        return number;
    }

    String stores(byte[] content) {
        try {
            return files.store(new ByteArrayInputStream(content), MOST_FILE).id();
        } catch (IOException | FileTooLarge e) {
            throw new AssertionError("storing a file", e);
        }
    }

    void letsGoOf(String file) {
        database.change(tx -> files.forget(tx, file));
    }

    void opens() {
        dispatcher.start();
    }

    void comesToRest() {
        Await.until(() -> "the outbox to be empty", () -> outbox.waiting() == 0);
    }

    List<FakeTelegram.Shown> seen() {
        return server.chat(7);
    }

    String state(long number) {
        return database.read(tx -> tx.one("SELECT state FROM outbox WHERE id = ?", row -> row.text("state"), number))
                .orElse("");
    }

    @Override
    public void close() {
        telegram.stopPolling();
        dispatcher.close();
        telegram.close();
        database.close();
        server.close();
    }
}

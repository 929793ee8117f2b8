package danvan.channel.web;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Joining;
import danvan.chat.Outgoing;
import danvan.config.Config;
import danvan.inbox.Inbox;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The phone page: serves it, brings what members say and tap into the inbox, and delivers what the bot says. Safe for use
 * by several threads.
 */
public final class PhonePage implements Courier, AutoCloseable {
    /** The channel's name in addresses. */
    public static final String CHANNEL = "web";

    private final TalkLog log;
    private final Watchers watchers;
    private final LogWriter writer;
    private final Server server;

    /**
     * A phone page, to be {@linkplain #start started}.
     *
     * @param files where files are kept, those that members send too; {@link Incoming.File#ref} is the name there
     * @param mostFile the largest file a member may send, in bytes
     * @param allowance how much a member may send a day
     * @param vitals how the rest of the bot is
     * @param clock the bot's clock, which a rehearsal may move; pages and the log tell its time
     * @param language the code of the language the page begins in
     * @param zone the time zone of days and hours on the page
     * @param rehearsal whether the page shows the bot's clock and means to move it
     * @param others what other rooms serve on the same port
     * @param examples the members to choose from in a rehearsal; shown only where the page listens on this machine alone
     */
    public PhonePage(
            Config.Web config,
            Database database,
            Inbox inbox,
            Outbox outbox,
            Files files,
            long mostFile,
            Allowance allowance,
            Links links,
            Joining joining,
            Vitals vitals,
            Clock clock,
            String language,
            ZoneId zone,
            boolean rehearsal,
            List<Example> examples,
            List<Routes> others) {
        this.log = new TalkLog(database, clock);
        this.watchers = new Watchers(log, clock, database.shared());
        this.writer = new LogWriter(database, log, watchers::news);
        Door door = new Door(config, links);
        Function<Inside, Talk> talks = inside -> {
            ChatRoutes chats = new ChatRoutes(inside, log, watchers, inbox, clock);
            return new Talk(chats, new FileRoutes(inside, log, chats, files, mostFile, allowance));
        };
        Pages pages = new Pages(language, zone, rehearsal, mostFile, examples);
        this.server = new Server(
                config,
                door,
                pages,
                new JoinRoutes(door, pages, joining),
                talks,
                new Health(inbox, outbox, vitals, clock, new Caller(config)),
                others);
    }

    /** The routes of what another channel's server posts. */
    public static Routes routes(Hook hook) {
        return new HookRoutes(hook);
    }

    /**
     * Starts serving.
     *
     * @return the port it listens on
     * @throws danvan.config.ConfigException where it cannot listen
     */
    public int start() {
        return server.start();
    }

    /** Delivered is what stands in the log: the member reads it now or later. */
    @Override
    public CompletableFuture<Delivery> deliver(Address to, Outgoing what) {
        if (what instanceof Outgoing.Ack ack) {
            watchers.tell(to, ack);
            return CompletableFuture.completedFuture(new Delivery.Delivered(""));
        }
        return writer.write(to, what);
    }

    /** Deletes what was said before the given time. */
    public int forget(Instant before) {
        return log.forget(before);
    }

    /** Stops serving. What was handed over for delivery is written down first. */
    @Override
    public void close() {
        writer.close();
        watchers.close();
        server.close();
    }
}

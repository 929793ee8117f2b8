package danvan.channel.web;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.storage.LastingWork;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that are open now. Safe for use by several threads. */
final class Watchers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    /** A link is one person's: more open pages than this are forgotten tabs, and the oldest is closed. */
    static final int MOST_PER_CHAT = 8;

    private static final long BEAT_SECONDS = 20;
    /** How late a page learns what another process delivered. */
    private static final long LOOK_SECONDS = 2;

    /** The bot's time, in milliseconds since 1970. */
    record Beat(long now) {}

    private final TalkLog log;
    private final Clock clock;
    private final Map<Address, Deque<Watcher>> byChat = new HashMap<>();
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "web-beat"));

    /**
     * The watchers of a log.
     *
     * @param shared whether other processes write to the log, so that it must be looked at
     */
    Watchers(TalkLog log, Clock clock, boolean shared) {
        this.log = log;
        this.clock = clock;
        // A network that drops idle connections would drop ours; and the page can tell a silent line from a dead one.
        // A task that throws is never run again.
        var unused = beats.scheduleAtFixedRate(
                () -> LastingWork.survive(LOG, "the beat of open pages", () -> all().forEach(this::beat)),
                BEAT_SECONDS,
                BEAT_SECONDS,
                TimeUnit.SECONDS);
        if (shared) {
            var unusedToo = beats.scheduleWithFixedDelay(
                    () -> LastingWork.survive(LOG, "looking for news of the phone page", this::look),
                    LOOK_SECONDS,
                    LOOK_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    /** Has a page watch: it gets what it has not seen, and from now on what comes. */
    void add(Watcher watcher) {
        Optional<Watcher> tooMany;
        synchronized (byChat) {
            Deque<Watcher> sameChat = byChat.computeIfAbsent(watcher.chat(), chat -> new ArrayDeque<>());
            sameChat.add(watcher);
            tooMany = sameChat.size() > MOST_PER_CHAT ? Optional.of(sameChat.getFirst()) : Optional.empty();
        }
        tooMany.ifPresent(Watcher::close);
        var unused = watcher.gone().whenComplete((nothing, failure) -> remove(watcher));
        // After it was added, not before: what comes between the two would be missed.
        catchUp(watcher);
    }

    /** A chat's log has changed. */
    void news(Address chat) {
        of(chat).forEach(this::catchUp);
    }

    /** A tap arrived. */
    void tell(Address chat, Outgoing.Ack ack) {
        of(chat).forEach(watcher -> watcher.tell("ack", ack));
    }

    /** Lets all go. */
    @Override
    public void close() {
        beats.shutdownNow();
        all().forEach(Watcher::close);
    }

    private void catchUp(Watcher watcher) {
        attempt(watcher, page -> page.catchUp(log));
        beat(watcher);
    }

    private void beat(Watcher watcher) {
        attempt(watcher, page -> page.tell("beat", new Beat(clock.millis())));
    }

    /** What another process wrote, seen by comparing numbers. */
    private void look() {
        List<Watcher> open = all();
        Map<String, Long> last = log.lastChanges(
                open.stream().map(page -> page.chat().chat()).distinct().toList());
        open.stream()
                .filter(page -> page.seen() < last.getOrDefault(page.chat().chat(), 0L))
                .forEach(this::catchUp);
    }

    /** A page that cannot be reached is disconnected: it comes back and names what it has seen. */
    private static void attempt(Watcher watcher, Consumer<Watcher> what) {
        try {
            what.accept(watcher);
        } catch (RuntimeException | Error e) {
            LOG.warn("notifying an open page: {}", e.getMessage());
            watcher.close();
        }
    }

    private List<Watcher> of(Address chat) {
        synchronized (byChat) {
            return List.copyOf(byChat.getOrDefault(chat, new ArrayDeque<>()));
        }
    }

    private List<Watcher> all() {
        synchronized (byChat) {
            return byChat.values().stream().flatMap(Deque::stream).toList();
        }
    }

    private void remove(Watcher watcher) {
        synchronized (byChat) {
            Deque<Watcher> sameChat = byChat.getOrDefault(watcher.chat(), new ArrayDeque<>());
            sameChat.remove(watcher);
            if (sameChat.isEmpty()) {
                byChat.remove(watcher.chat());
            }
        }
    }
}

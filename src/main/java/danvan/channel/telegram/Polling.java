package danvan.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.inbox.Inbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.ExponentialBackOff;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Long polling that loses nothing. The library moves its offset before it calls the consumer and ends silently when the
 * consumer throws; so the consumer keeps the whole batch before it returns, a batch that cannot be kept ends the
 * process, and a watchdog begins anew when polling has gone quiet. A new session asks from the start: Telegram delivers
 * again what was not confirmed, and the inbox keeps each update once.
 */
final class Polling implements LongPollingUpdateConsumer {
    /** How long Telegram holds a request open when there is nothing new. */
    static final Duration POLL = Duration.ofSeconds(50);

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final Duration QUIET = POLL.plusSeconds(30);
    private static final Duration WATCH = Duration.ofSeconds(2);
    /** After a week without updates Telegram chooses a new first number, which an old offset would miss. */
    private static final Duration STALE = Duration.ofDays(6);

    private static final int BATCH = 100;
    private static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member");

    private final String token;
    private final TelegramUrl url;
    private final ObjectMapper mapper;
    private final OkHttpClient http;
    private final Inbox inbox;
    private final Runnable fatal;
    private final ScheduledExecutorService poller =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "telegram-poll"));
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "telegram-watchdog"));
    private volatile long lastPoll = System.nanoTime();
    private volatile long lastUpdate = System.nanoTime();
    private @Nullable BotSession session;
    private volatile boolean closed;

    Polling(String token, TelegramUrl url, ObjectMapper mapper, OkHttpClient http, Inbox inbox, Runnable fatal) {
        this.token = token;
        this.url = url;
        this.mapper = mapper;
        // The library logs a stack trace for each failed poll; the operator gets a line that says what to mend.
        this.http = http.newBuilder().addInterceptor(this::told).build();
        this.inbox = inbox;
        this.fatal = fatal;
    }

    void start() {
        var unused = watchdog.scheduleWithFixedDelay(this::watch, 0, WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void consume(List<Update> updates) {
        lastUpdate = System.nanoTime();
        try {
            // Telegram keeps the batch as long as it is not confirmed, so a database that is away is waited for.
            int unused = inbox.receiveSurely(
                    updates.stream().map(UpdateReader::read).toList(), () -> lastPoll = System.nanoTime());
        } catch (RuntimeException e) {
            if (closed) {
                // Interrupted while it waited; not confirmed, so Telegram delivers it again.
                throw e;
            }
            LOG.error("updates could not be kept: {}. Stopping, so that Telegram delivers them again", e.toString(), e);
            fatal.run();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        watchdog.shutdownNow();
        end();
        poller.shutdownNow();
    }

    private Response told(Interceptor.Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            if (!response.isSuccessful()) {
                LOG.warn("Telegram polling was answered {}; trying on", response.code());
            }
            return response;
        } catch (IOException e) {
            if (!closed) {
                LOG.warn("Telegram polling: no connection ({}); trying on. Is telegram.proxy needed?", e.toString());
            }
            throw e;
        }
    }

    private void watch() {
        try {
            watchOnce();
        } catch (RuntimeException | TelegramApiException e) {
            // The watchdog itself must survive whatever a session does.
            LOG.warn("Telegram polling could not begin: {}; trying again", e.getMessage());
        }
    }

    private synchronized void watchOnce() throws TelegramApiException {
        if (closed) {
            return;
        }
        if (session == null) {
            begin();
        } else if (isDead(session) || isOlder(lastPoll, QUIET) || isOlder(lastUpdate, STALE)) {
            LOG.warn("Telegram polling has gone quiet; beginning anew");
            end();
            begin();
        }
    }

    private void begin() throws TelegramApiException {
        lastPoll = System.nanoTime();
        lastUpdate = System.nanoTime();
        BotSession begun =
                new BotSession(mapper, http, poller, token, () -> url, this::request, ExponentialBackOff::new, this);
        begun.start();
        session = begun;
    }

    private void end() {
        if (session != null) {
            BotSession ended = session;
            session = null;
            if (ended.isRunning()) {
                ended.stop();
            }
            http.dispatcher().cancelAll();
        }
    }

    private GetUpdates request(int last) {
        lastPoll = System.nanoTime();
        return GetUpdates.builder()
                .offset(last + 1)
                .limit(BATCH)
                .timeout((int) POLL.toSeconds())
                .allowedUpdates(KINDS)
                .build();
    }

    private static boolean isDead(BotSession session) {
        return session.getRunningPolling() == null
                || session.getRunningPolling().isDone();
    }

    private static boolean isOlder(long time, Duration age) {
        return System.nanoTime() - time > age.toNanos();
    }
}

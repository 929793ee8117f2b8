package danvan.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.channel.telegram.Batch.Piece;
import danvan.inbox.Inbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long polling that loses nothing and that nothing holds up. An answer's updates are read one by one, kept in the inbox,
 * and only then confirmed by the next request's {@linkplain Offset offset}; what cannot be read is kept for its number.
 * Whatever fails is logged and retried from where it was: Telegram delivers again what was not confirmed, and the inbox
 * keeps each update once.
 */
final class Polling implements AutoCloseable {
    /** How long Telegram holds a request open when there is nothing new. */
    static final Duration POLL = Duration.ofSeconds(50);

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    /** After a week without updates Telegram chooses a new first number, which an old offset would miss. */
    private static final Duration STALE = Duration.ofDays(6);

    private static final int BATCH = 100;
    /** Far more than a hundred updates take. */
    private static final int MOST_BYTES = 32 << 20;

    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long SHORTEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_SILENCE_SECONDS = 3_600;
    private static final long SHORT_ANSWER = 64 * 1024;
    /** How often what cannot be read is asked for before it is skipped: damage on the way disappears by itself. */
    private static final int ASKED = 2;
    /** The same for an answer that breaks off within its only update; between these lie the pauses of failed polls. */
    private static final int ASKED_IF_CUT = 20;

    private final HttpUrl bot;
    private final OkHttpClient http;
    private final ObjectMapper mapper;
    private final Runnable fatal;
    private final PollWatch watch = new PollWatch(System::nanoTime);
    private final UpdateKeeper keeper;
    private final Offset offset = new Offset();
    private final Thread thread = new Thread(this::run, "telegram-poll");
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Call call;
    private boolean started;
    private boolean webhookGone;
    private int spoilt;
    private long lastUpdate = System.nanoTime();

    /**
     * Polling, to be {@linkplain #start started}.
     *
     * @param bot the bot's address, without a method's name
     * @param fatal run when the process is not fit to go on
     */
    Polling(HttpUrl bot, OkHttpClient http, ObjectMapper mapper, Inbox inbox, Runnable fatal) {
        this.bot = bot;
        this.http = http;
        this.mapper = mapper;
        this.keeper = new UpdateKeeper(inbox, watch, this::isClosed);
        this.fatal = fatal;
    }

    synchronized void start() {
        if (!started && !isClosed()) {
            started = true;
            thread.start();
        }
    }

    PollWatch watch() {
        return watch;
    }

    /** Ends polling. What is being kept is kept; no turn of the loop begins afterwards. */
    @Override
    public void close() {
        synchronized (this) {
            ended.countDown();
            if (call != null) {
                call.cancel();
            }
        }
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return ended.getCount() == 0;
    }

    private void run() {
        while (!isClosed()) {
            try {
                boolean news = poll();
                watch.good();
                if (!news) {
                    pause(SHORTEST_PAUSE_MILLIS);
                }
            } catch (IOException | RuntimeException | StackOverflowError e) {
                if (!isClosed()) {
                    watch.failed(reason(e));
                    long backOff =
                            Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(watch.failures() - 1, 10));
                    pause(Math.max(backOff, e instanceof Refused refused ? refused.pauseMillis : 0));
                }
            } catch (Error e) {
                LOG.error("Telegram polling: {}. Stopping; Telegram delivers again what was not kept", e.toString(), e);
                fatal.run();
                return;
            }
        }
    }

    private void pause(long millis) {
        try {
            var unused = ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread to end it; see close.
            LOG.debug("a pause of polling was cut short");
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof Batch.Foreign || failure instanceof Refused
                ? String.valueOf(failure.getMessage())
                : failure instanceof IOException
                        ? "no connection (" + failure + "). Is telegram.proxy needed?"
                        : "what came could not be kept (" + failure + "); Telegram delivers it again";
    }

    /** Telegram's answer was no. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        /** For how long Telegram wants not to be asked. */
        private final long pauseMillis;

        Refused(String message, long pauseMillis) {
            super(message);
            this.pauseMillis = pauseMillis;
        }
    }

    /** Polls once; says whether it is worth asking again at once. */
    private boolean poll() throws IOException {
        if (!webhookGone) {
            read("deleteWebhook", Map.of());
            webhookGone = true;
        }
        if (System.nanoTime() - lastUpdate > STALE.toNanos()) {
            offset.forget();
            lastUpdate = System.nanoTime();
        }
        Batch batch = read(
                "getUpdates",
                Map.of("offset", offset.next(), "limit", BATCH, "timeout", POLL.toSeconds(), "allowed_updates", KINDS));
        return batch.pieces().isEmpty() || took(batch);
    }

    private boolean took(Batch batch) throws IOException {
        List<Piece> pieces = new ArrayList<>(batch.pieces());
        if (batch.isCut() && pieces.size() > 1 && pieces.get(pieces.size() - 1).content() == null) {
            // It comes again, and then whole.
            pieces.remove(pieces.size() - 1);
        }
        int unreadable = firstUnreadable(pieces);
        boolean all = unreadable == pieces.size();
        spoilt = all ? 0 : spoilt + 1;
        if (!all && batch.isCut() && spoilt < ASKED_IF_CUT) {
            throw new Batch.Foreign("its answer broke off");
        }
        boolean again = !all && spoilt < ASKED;
        List<Piece> taken = again ? pieces.subList(0, unreadable) : pieces;
        long before = offset.next();
        int news = keeper.keep(taken);
        if (!taken.isEmpty()) {
            offset.pass(taken.stream().map(Piece::number).toList());
        }
        lastUpdate = news > 0 ? System.nanoTime() : lastUpdate;
        spoilt = again ? spoilt : 0;
        return news > 0 || offset.next() > before || again;
    }

    private static int firstUnreadable(List<Piece> pieces) {
        int at = 0;
        while (at < pieces.size() && pieces.get(at).content() != null) {
            at++;
        }
        return at;
    }

    private Batch read(String method, Map<String, Object> arguments) throws IOException {
        Call asked = http.newCall(new Request.Builder()
                .url(bot.newBuilder().addPathSegment(method).build())
                .post(RequestBody.create(mapper.writeValueAsBytes(arguments), JSON))
                .build());
        synchronized (this) {
            if (isClosed()) {
                throw new IOException("polling has ended");
            }
            call = asked;
        }
        try (Response answer = asked.execute()) {
            if (!answer.isSuccessful()) {
                // A webhook set meanwhile, by whoever else has the token, is a conflict that this undoes.
                webhookGone &= answer.code() != 409;
                long pause = answer.code() == 429 ? retryAfter(answer) : 0;
                throw new Refused(
                        "Telegram answered " + answer.code()
                                + (pause > 0
                                        ? ": it is asked again in " + pause / 1_000 + " s"
                                        : advice(answer.code())),
                        pause);
            }
            return method.equals("getUpdates") ? body(answer.body().source()) : new Batch(List.of(), false);
        }
    }

    /** What stands in the answer, within reason: a damaged one must not silence the bot for a year. */
    private long retryAfter(Response answer) throws IOException {
        long seconds = mapper.readTree(answer.peekBody(SHORT_ANSWER).bytes())
                .path("parameters")
                .path("retry_after")
                .asLong(0);
        return TimeUnit.SECONDS.toMillis(Math.max(0, Math.min(seconds, LONGEST_SILENCE_SECONDS)));
    }

    private static String advice(int code) {
        return switch (code) {
            case 401, 404 -> ": the token is not known (any more). Set telegram.token again";
            case 409 -> ": another program polls with this token, or a webhook is set. Let one of them run only";
            default -> "";
        };
    }

    private static Batch body(BufferedSource source) throws IOException {
        Buffer read = new Buffer();
        boolean brokeOff = false;
        try {
            boolean more = true;
            while (more && read.size() < MOST_BYTES) {
                more = source.read(read, 8192) >= 0;
            }
            brokeOff = read.size() >= MOST_BYTES;
        } catch (IOException e) {
            if (read.size() == 0) {
                throw e;
            }
            brokeOff = true;
        }
        return Batch.read(read.readString(StandardCharsets.UTF_8), brokeOff);
    }
}

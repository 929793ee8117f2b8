package danvan.outbox;

import danvan.chat.Address;
import danvan.storage.Database;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The pace of a channel that all processes keep together: places in the database, of which each message takes one before it
 * leaves. A place is free again when the answer has come and the window has gone by, less the shortest way of the two
 * messages, as in {@link ServerWindow}. Times are the database's, in millionths of a second.
 */
final class SharedPace {
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";
    private static final long SECOND = 1_000_000;
    /** A message whose answer nobody wrote down after so long was its process's last. */
    private static final long NEVER_ANSWERED = 20 * SECOND;
    /** As in {@link EvenSteps}: as long as a disk or a garbage collector may hold up a process. */
    private static final long LATE = 300_000;
    /** How long to wait for an answer that another process gets. */
    private static final long ANSWERS = 20_000;
    /** So many rows of messages that hold no place any more may lie about. */
    private static final int OVER = 200;

    private final Database database;
    private final String channel;
    private final String node;
    private final int places;
    private final int perChat;
    private final long window;
    private final long chatWindow;
    private final long step;

    SharedPace(Database database, String channel, String node, Pace pace) {
        this.database = database;
        this.channel = channel;
        this.node = node;
        this.places = pace.perWindow();
        this.perChat = pace.perChat();
        this.window = micros(pace.window());
        this.chatWindow = micros(pace.chatWindow());
        this.step = micros(pace.step());
    }

    /**
     * A place, or how long there is none.
     *
     * @param number the place's; empty where there is none
     * @param ofChat whether it is the chat that has to wait and not the channel
     * @param pause nanoseconds
     */
    record Place(OptionalLong number, boolean ofChat, long pause) {}

    /** A message of the last seconds; {@code answeredAt} is the present where no answer has come. */
    private record Sent(long id, String chat, long sentAt, boolean answered, long answeredAt, long way) {}

    private record State(long now, long pausedChat, long pausedAll) {}

    /**
     * Takes a place for a message, if there is one.
     *
     * @param way nanoseconds that the way there and back surely takes from here
     */
    Place take(QueuedMessage parcel, long way) {
        long micros = way / 1_000;
        return database.write(tx -> {
            long nextStep = locked(tx);
            State state = state(tx, parcel.to());
            List<Sent> sent = sent(tx, state.now());
            long forChat = Math.max(state.pausedChat() - state.now(), waitForChat(sent, parcel.to(), state.now()));
            if (forChat > 0) {
                return new Place(OptionalLong.empty(), true, 1_000 * forChat);
            }
            boolean toMany = parcel.priority() != Priority.REPLY;
            long wait = Math.max(
                    Math.max(state.pausedAll() - state.now(), waitForPlace(sent, micros, state.now())),
                    toMany ? nextStep - state.now() : 0);
            if (wait > 0) {
                return new Place(OptionalLong.empty(), false, 1_000 * wait);
            }
            boolean hardlyLate = state.now() - nextStep < LATE;
            // A reply takes the place of a step, so the next is put off by one.
            long next = toMany && !hardlyLate ? state.now() + step : nextStep + step;
            tx.update("UPDATE pace SET next_step = ? WHERE channel = ?", next, channel);
            long number = tx.insert(
                            "INSERT INTO pace_sent (channel, chat, node, sent_at) VALUES (?, ?, ?, ?) RETURNING id",
                            channel,
                            parcel.to().chat(),
                            node,
                            state.now())
                    .orElseThrow(() -> new StorageException("a place has no number"));
            return new Place(OptionalLong.of(number), false, 0);
        });
    }

    /** Gives back a place that was taken for nothing. */
    void giveBack(long number) {
        database.change(tx -> tx.update("DELETE FROM pace_sent WHERE id = ?", number));
    }

    /**
     * The answer to a message has come.
     *
     * @param ago nanoseconds since it came
     * @param way nanoseconds that the way there and back surely takes from here
     */
    void answered(Tx tx, long number, long ago, long way) {
        tx.update(
                "UPDATE pace_sent SET answered_at = " + NOW + " - ?, way = ? WHERE id = ?",
                ago / 1_000,
                way / 1_000,
                number);
    }

    /** As {@link Throttle#paused}, for all processes. */
    void paused(Tx tx, Address chat, Duration pause) {
        long unused = locked(tx);
        String pauses = "INSERT INTO pace_pause AS p (channel, chat, told_at, until_at) SELECT ?, ?, " + NOW + ", " + NOW
                + " + ? WHERE %s ON CONFLICT (channel, chat) DO UPDATE SET told_at = excluded.told_at,"
                + " until_at = GREATEST(p.until_at, excluded.until_at)";
        tx.update("DELETE FROM pace_pause WHERE channel = ? AND until_at < " + NOW + " - ?", channel, SECOND);
        tx.update(
                pauses.formatted("EXISTS (SELECT 1 FROM pace_pause o WHERE o.channel = ? AND o.chat NOT IN ('', ?)"
                        + " AND o.told_at > " + NOW + " - ?)"),
                channel,
                "",
                micros(pause),
                channel,
                chat.chat(),
                SECOND);
        tx.update(pauses.formatted("TRUE"), channel, chat.chat(), micros(pause));
    }

    /** When the next step may be taken. To the end of the transaction no other process takes a place. */
    private long locked(Tx tx) {
        String ours = "SELECT next_step AS n FROM pace WHERE channel = ? FOR UPDATE";
        return tx.one(ours, row -> row.number("n"), channel).orElseGet(() -> {
            tx.update("INSERT INTO pace (channel, next_step) VALUES (?, 0) ON CONFLICT DO NOTHING", channel);
            return tx.count(ours, channel);
        });
    }

    private State state(Tx tx, Address chat) {
        String until = "(SELECT COALESCE(MAX(until_at), 0) FROM pace_pause WHERE channel = ? AND chat = ?)";
        return tx.one(
                        "SELECT " + NOW + " AS now, " + until + " AS paused_chat, " + until + " AS paused_all",
                        row -> new State(row.number("now"), row.number("paused_chat"), row.number("paused_all")),
                        channel,
                        chat.chat(),
                        channel,
                        "")
                .orElseThrow(() -> new StorageException("the database does not tell its time"));
    }

    /** Those that count; what lies about is deleted when it is much. */
    private List<Sent> sent(Tx tx, long now) {
        List<Sent> rows = tx.list(
                "SELECT * FROM pace_sent WHERE channel = ?",
                row -> new Sent(
                        row.number("id"),
                        row.text("chat"),
                        row.number("sent_at"),
                        row.numberIfAny("answered_at").isPresent(),
                        row.numberIfAny("answered_at").orElse(now),
                        row.number("way")),
                channel);
        List<Sent> counting = rows.stream()
                .filter(one -> one.answered()
                        ? one.answeredAt() + Math.max(window, chatWindow) > now
                        : one.sentAt() + NEVER_ANSWERED > now)
                .toList();
        if (rows.size() - counting.size() > OVER) {
            tx.update(
                    "DELETE FROM pace_sent WHERE channel = ? AND (answered_at < ? OR (answered_at IS NULL AND sent_at < ?))",
                    channel,
                    now - Math.max(window, chatWindow),
                    now - NEVER_ANSWERED);
        }
        return counting;
    }

    private long waitForPlace(List<Sent> sent, long way, long now) {
        List<Long> until = sent.stream()
                .map(one -> one.answered() ? one.answeredAt() + window - Math.min(Math.min(way, one.way()), window) : now + ANSWERS)
                .filter(free -> free > now)
                .sorted()
                .toList();
        return until.size() < places ? 0 : until.get(until.size() - places) - now;
    }

    private long waitForChat(List<Sent> sent, Address chat, long now) {
        List<Long> until = sent.stream()
                .filter(one -> one.chat().equals(chat.chat()))
                .map(one -> one.answered() ? one.answeredAt() + chatWindow : now + ANSWERS)
                .filter(free -> free > now)
                .sorted()
                .toList();
        return until.size() < perChat ? 0 : until.get(until.size() - perChat) - now;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}

package danvan.outbox;

import danvan.chat.Address;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

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
     * @param number the place's; empty where there is none, or the message cannot be had
     * @param body what the message says, where there is a place
     * @param ofChat whether it is the chat that has to wait and not the channel
     * @param pause nanoseconds; 0 where there is a place, or the message cannot be had
     */
    record Place(OptionalLong number, Optional<String> body, boolean ofChat, long pause) {
        static Place none(boolean ofChat, long micros) {
            return new Place(OptionalLong.empty(), Optional.empty(), ofChat, 1_000 * micros);
        }
    }

    /** A message of the last seconds; {@code answeredAt} is the present where no answer has come. */
    private record Sent(long id, String chat, long sentAt, boolean answered, long answeredAt, long way) {}

    private record State(long now, long pausedChat, long pausedAll, List<Sent> sent) {}

    /**
     * Takes a message and a place for it, if there is one, in one transaction: what lies between the place and the message's
     * leaving is time in which nobody has the place.
     *
     * @param way nanoseconds that the way there and back surely takes from here
     * @param claim makes the message this process's, and says its body; empty where it cannot be had
     */
    Place take(QueuedMessage parcel, long way, Function<Tx, Optional<String>> claim) {
        long micros = way / 1_000;
        return database.write(tx -> {
            long nextStep = locked(tx);
            State state = state(tx, parcel.to());
            long forChat =
                    Math.max(state.pausedChat() - state.now(), waitForChat(state.sent(), parcel.to(), state.now()));
            if (forChat > 0) {
                return Place.none(true, forChat);
            }
            boolean toMany = parcel.priority() != Priority.REPLY;
            long wait = Math.max(
                    Math.max(state.pausedAll() - state.now(), waitForPlace(state.sent(), micros, state.now())),
                    toMany ? nextStep - state.now() : 0);
            if (wait > 0) {
                return Place.none(false, wait);
            }
            Optional<String> body = claim.apply(tx);
            if (body.isEmpty()) {
                return Place.none(false, 0);
            }
            boolean hardlyLate = state.now() - nextStep < LATE;
            // A reply takes the place of a step, so the next is put off by one.
            long next = toMany && !hardlyLate ? state.now() + step : nextStep + step;
            long number = tx.insert(
                            "WITH steps AS (UPDATE pace SET next_step = ? WHERE channel = ?)"
                                    + " INSERT INTO pace_sent (channel, chat, node, sent_at) VALUES (?, ?, ?, ?) RETURNING id",
                            next,
                            channel,
                            channel,
                            parcel.to().chat(),
                            node,
                            state.now())
                    .orElseThrow(() -> new StorageException("a place has no number"));
            return new Place(OptionalLong.of(number), body, false, 0);
        });
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
        String pauses =
                "INSERT INTO pace_pause AS p (channel, chat, told_at, until_at) SELECT ?, ?, " + NOW + ", " + NOW
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

    /** The time, the pauses, and the messages that count; what lies about of others is deleted when it is much. */
    private State state(Tx tx, Address chat) {
        String until = "(SELECT COALESCE(MAX(until_at), 0) FROM pace_pause WHERE channel = ? AND chat = ?)";
        List<Optional<Sent>> rows = new ArrayList<>();
        State told = tx.list(
                        "SELECT t.*, s.* FROM (SELECT " + NOW + " AS now, " + until + " AS paused_chat, " + until
                                + " AS paused_all) t LEFT JOIN pace_sent s ON s.channel = ?",
                        row -> {
                            long now = row.number("now");
                            rows.add(row.numberIfAny("id").map(id -> sent(row, id, now)));
                            return new State(now, row.number("paused_chat"), row.number("paused_all"), List.of());
                        },
                        channel,
                        chat.chat(),
                        channel,
                        "",
                        channel)
                .get(0);
        long now = told.now();
        List<Sent> counting = rows.stream()
                .flatMap(Optional::stream)
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
        return new State(now, told.pausedChat(), told.pausedAll(), counting);
    }

    private static Sent sent(Row row, long id, long now) {
        Optional<Long> answered = row.numberIfAny("answered_at");
        return new Sent(
                id,
                row.text("chat"),
                row.number("sent_at"),
                answered.isPresent(),
                answered.orElse(now),
                row.number("way"));
    }

    private long waitForPlace(List<Sent> sent, long way, long now) {
        List<Long> until = sent.stream()
                .map(one -> one.answered()
                        ? one.answeredAt() + window - Math.min(Math.min(way, one.way()), window)
                        : now + ANSWERS)
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

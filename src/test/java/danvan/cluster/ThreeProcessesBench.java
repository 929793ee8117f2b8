package danvan.cluster;

import danvan.chat.Outgoing;
import danvan.outbox.Pace;
import danvan.storage.Json;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Three processes on one PostgreSQL: first a broadcast, to see what of Telegram's 30 messages a second they reach together once they are at work,
 * then members who write while a process is killed every few seconds and the server is restarted half way. Arguments:
 * recipients of the broadcast (1500), kills (20), seconds from one to the next at least (5), milliseconds between two
 * members' messages (70), seed (1).
 */
final class ThreeProcessesBench {
    private static final int MEMBERS = 400;
    private static final int WARM_UP = 120;

    private ThreeProcessesBench() {}

    public static void main(String[] arguments) throws Exception {
        int recipients = argument(arguments, 0, 1_500);
        int kills = argument(arguments, 1, 20);
        int pause = argument(arguments, 2, 5);
        int between = argument(arguments, 3, 70);
        Random random = new Random(argument(arguments, 4, 1));
        try (LimitedTelegram telegram = new LimitedTelegram();
                Cluster cluster = new Cluster(Files.createTempDirectory("three-processes"), telegram, MEMBERS)) {
            until(() -> cluster.alive() == 3);
            broadcast(cluster, telegram, recipients);
            int before = telegram.heard();
            AtomicBoolean over = new AtomicBoolean();
            Thread load = new Thread(() -> speak(telegram, between, over), "members");
            load.start();
            long longest = 0;
            for (int i = 0; i < kills; i++) {
                LockSupport.parkNanos(Duration.ofMillis(1_000L * pause + random.nextInt(1_000))
                        .toNanos());
                until(() -> cluster.alive() == 3);
                boolean poller = i % 2 == 0;
                int which = poller ? cluster.poller() : random.nextInt(3);
                long at = System.nanoTime();
                cluster.kill(Math.max(0, which));
                until(() -> last(telegram.polls()) > at);
                longest = Math.max(longest, last(telegram.polls()) - at);
                if (i == kills / 2) {
                    cluster.restartServer();
                }
            }
            over.set(true);
            load.join();
            until(() -> telegram.lacking() == 0 && settled(cluster));
            System.out.printf(
                    "said %d, kept %d, answered %d, without an answer %d, second answers %d of %d kills%n",
                    telegram.said(),
                    cluster.count("SELECT COUNT(*) FROM inbox"),
                    telegram.heard() - before,
                    telegram.lacking(),
                    telegram.doubled() - before,
                    kills);
            System.out.printf(
                    "longest time without a poll after a kill %.1f s; two polled at once %d times; answers 429: %d%n",
                    longest / 1e9, telegram.conflicts(), telegram.tooMany());
        }
    }

    /** What processes that have just started are slow with is sent before: the pace is that of a bot at work. */
    private static void broadcast(Cluster cluster, LimitedTelegram telegram, int recipients) throws SQLException {
        add(cluster, 4_000_000L, WARM_UP);
        until(() -> telegram.heard() >= WARM_UP);
        add(cluster, 5_000_000L, recipients);
        until(() -> telegram.heard() >= WARM_UP + recipients);
        List<Long> sent = telegram.sent().subList(WARM_UP, WARM_UP + recipients);
        double seconds = (last(sent) - sent.get(0)) / 1e9;
        System.out.printf(
                "a broadcast to %d by three processes: %.2f/s, %.1f %% of 30/s; answers 429: %d; second ones %d%n",
                recipients,
                (sent.size() - 1) / seconds,
                (sent.size() - 1) / seconds / 0.3,
                telegram.tooMany(),
                telegram.heard() - WARM_UP - recipients);
        behind(sent);
        places(cluster);
    }

    private static void add(Cluster cluster, long firstChat, int recipients) throws SQLException {
        try (var connection = DriverManager.getConnection(cluster.url());
                var row = connection.prepareStatement(
                        "INSERT INTO outbox (channel, chat, priority, body, created_at, due_at)"
                                + " VALUES ('telegram', ?, 2, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            long now = Clock.systemUTC().millis();
            for (int i = 0; i < recipients; i++) {
                row.setString(1, Long.toString(firstChat + i));
                row.setString(2, Json.write(Outgoing.message("Thông báo số " + i)));
                row.setLong(3, now);
                row.setLong(4, now);
                row.addBatch();
            }
            row.executeBatch();
            connection.commit();
        }
    }

    /**
     * How far the messages were behind the even steps of the pace, and whether they made up for it: what is behind at the
     * end is what the rate lacks.
     */
    private static void behind(List<Long> sent) {
        long step = Pace.telegram().step().toNanos();
        StringBuilder line = new StringBuilder("behind the steps in ms at each 50th:");
        for (int i = 50; i < sent.size(); i += 50) {
            line.append(' ').append((sent.get(i) - sent.get(0) - i * step) / 1_000_000);
        }
        System.out.printf("%s; steps alone %.1f %% of 30/s%n", line, 1e9 / step / 0.3);
    }

    /** How long a message had its place before its answer came, and what of that was surely the way. */
    private static void places(Cluster cluster) throws SQLException {
        System.out.printf(
                "place taken to answer %.1f ms; surely on the way %.1f ms; places taken by each process %d to %d%n",
                cluster.count("SELECT CAST(AVG(answered_at - sent_at) AS BIGINT) FROM pace_sent") / 1e3,
                cluster.count("SELECT CAST(AVG(way) AS BIGINT) FROM pace_sent") / 1e3,
                cluster.count("SELECT MIN(n) FROM (SELECT COUNT(*) AS n FROM pace_sent GROUP BY node) t"),
                cluster.count("SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM pace_sent GROUP BY node) t"));
    }

    private static boolean settled(Cluster cluster) {
        try {
            return cluster.count("SELECT (SELECT COUNT(*) FROM inbox WHERE done_at IS NULL)"
                            + " + (SELECT COUNT(*) FROM outbox WHERE state = 'QUEUED')")
                    == 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private static long last(List<Long> times) {
        return times.isEmpty() ? 0 : times.get(times.size() - 1);
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) {
        while (!condition.holds()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void speak(LimitedTelegram telegram, int millis, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            telegram.says(Cluster.FIRST_CHAT + i % MEMBERS, "/help");
            LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}

package danvan.cluster;

import static danvan.storage.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three bots on one database, under load, while they are killed one after the other and the server is restarted. */
class ThreeProcessesTest {
    private static final int MEMBERS = 150;
    private static final Duration TAKEOVER = Duration.ofSeconds(15);

    /** Three JVMs start beside whatever else the machine does. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 400, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void killedOneAfterTheOtherTheyLoseNothingAndAnswerOnce() throws Exception {
        try (LimitedTelegram telegram = new LimitedTelegram();
                Cluster cluster = new Cluster(folder, telegram, MEMBERS)) {
            AtomicBoolean over = new AtomicBoolean();
            Thread load = new Thread(() -> speak(telegram, over), "members");
            load.start();
            await("the first answers", () -> telegram.heard() > 10, PATIENCE);
            List<Duration> takeovers = new ArrayList<>();
            int kills = 0;
            try {
                atWork(cluster, telegram);
                cluster.kill((cluster.poller() + 1) % 3);
                kills++;
                atWork(cluster, telegram);
                takeovers.add(polledAgain(telegram, () -> cluster.kill(cluster.poller())));
                kills++;
                atWork(cluster, telegram);
                takeovers.add(polledAgain(telegram, cluster::restartServer));
                int until = telegram.said() + 60;
                await("some more", () -> telegram.said() >= until, PATIENCE);
            } finally {
                over.set(true);
                load.join();
            }
            try {
                await("all is answered", () -> telegram.lacking() == 0, PATIENCE);
            } catch (AssertionError e) {
                throw new AssertionError(
                        telegram.lacking() + " of " + telegram.said() + " have no answer\n" + cluster.log(0)
                                + cluster.log(1) + cluster.log(2),
                        e);
            }
            await("nothing waits", () -> waiting(cluster) == 0, Duration.ofSeconds(30));
            assertThat(takeovers).allMatch(time -> time.compareTo(TAKEOVER) <= 0);
            assertThat(cluster.count("SELECT COUNT(*) FROM inbox")).isEqualTo(telegram.said());
            assertThat(telegram.doubled()).as("second answers").isLessThanOrEqualTo(kills);
            assertThat(telegram.tooMany()).as("answers 429").isZero();
            assertThat(telegram.conflicts()).as("two polled at once").isZero();
        }
    }

    /** A process that has just started and is slow to read the first answers would have some of them under way. */
    private static void atWork(Cluster cluster, LimitedTelegram telegram) {
        await("three are there", () -> cluster.alive() == 3, PATIENCE);
        await("nobody waits for long", () -> telegram.lacking() <= 2, PATIENCE);
    }

    private interface Blow {
        void strike() throws Exception;
    }

    /** How long nobody polled after a blow. */
    private static Duration polledAgain(LimitedTelegram telegram, Blow blow) throws Exception {
        blow.strike();
        long at = System.nanoTime();
        await(
                "somebody polls again",
                () -> telegram.polls().get(telegram.polls().size() - 1) > at,
                PATIENCE);
        return Duration.ofNanos(telegram.polls().get(telegram.polls().size() - 1) - at);
    }

    private static long waiting(Cluster cluster) {
        try {
            return cluster.count("SELECT (SELECT COUNT(*) FROM inbox WHERE done_at IS NULL)"
                    + " + (SELECT COUNT(*) FROM outbox WHERE state = 'QUEUED')");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each in turn, so that a chat is not asked to slow down. */
    private static void speak(LimitedTelegram telegram, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            telegram.says(Cluster.FIRST_CHAT + i % MEMBERS, "/help");
            LockSupport.parkNanos(Duration.ofMillis(70).toNanos());
        }
    }
}

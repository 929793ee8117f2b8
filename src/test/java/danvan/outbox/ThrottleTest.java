package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pace by a clock that the test moves on, so that what else the machine does counts for nothing. */
class ThrottleTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private record UnderWay(Priority priority, long sentAt, long answeredAt) {}

    /** With a reply now and then in between, which does not wait for the broadcast's steps. */
    @ParameterizedTest
    @CsvSource({"2, 0", "40, 0", "200, 0", "40, 25", "40, 14"})
    void aBroadcastKeepsNinetySevenHundredthsOfTelegramsPace(long way, int everyNthIsAReply) {
        Throttle throttle = new Throttle(Pace.telegram(), 0, true);
        List<UnderWay> underWay = new ArrayList<>();
        List<Long> sent = new ArrayList<>();
        long now = 0;
        long longestReply = 0;
        while (sent.size() < 3_000) {
            boolean reply = everyNthIsAReply > 0 && sent.size() % everyNthIsAReply == 0;
            Priority priority = reply ? Priority.REPLY : Priority.BROADCAST;
            long asked = now;
            for (long wait = throttle.waitForChannel(priority, now);
                    wait > 0;
                    wait = throttle.waitForChannel(priority, now)) {
                long next =
                        underWay.stream().mapToLong(UnderWay::answeredAt).min().orElse(Long.MAX_VALUE);
                now = Math.min(next, wait == ServerWindow.UNTIL_ANSWERED ? next : now + wait);
                answered(throttle, underWay, now);
            }
            // Until the line is known a place is held for longer.
            longestReply = reply && sent.size() > 300 ? Math.max(longestReply, now - asked) : longestReply;
            Address chat = chat(sent.size());
            assertThat(throttle.waitForChat(chat, now)).isNotPositive();
            throttle.leaves(priority, now);
            throttle.left(chat, now);
            underWay.add(new UnderWay(priority, now, now + way * MILLI));
            sent.add(now);
        }

        for (int i = 30; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 30)).isGreaterThanOrEqualTo(SECOND);
        }
        double seconds = (sent.get(sent.size() - 1) - sent.get(300)) / 1e9;
        assertThat((sent.size() - 301) / seconds).isGreaterThanOrEqualTo(0.97 * 30);
        assertThat(longestReply)
                .as("less than half a step, however many replies there are")
                .isLessThanOrEqualTo(Duration.ofMillis(15).toNanos());
    }

    /** A process that had just begun was slow to read the first answers, was killed, and sent two dozen a second time. */
    @Test
    void ofABroadcastNoMoreIsUnderWayThanTheLineIsLong() {
        Throttle throttle = new Throttle(Pace.telegram(), 0, true);
        assertThat(leavingUnanswered(throttle, Priority.BROADCAST, 0)).isEqualTo(2);
        throttle.answered(Priority.BROADCAST, 0, 200 * MILLI, true);
        assertThat(leavingUnanswered(throttle, Priority.BROADCAST, SECOND))
                .as("200 ms are six steps, one more is to spare, one is under way")
                .isEqualTo(6);
        assertThat(throttle.waitForChannel(Priority.REPLY, 2 * SECOND)).isZero();
    }

    /** One of several processes is ended now and then, and all it has under way is sent again. */
    @Test
    void whereOthersShareThePaceNoMoreRepliesAreUnderWayThanTheLineIsLong() {
        Throttle alone = new Throttle(Pace.telegram(), 0, true);
        assertThat(leavingUnanswered(alone, Priority.REPLY, 0)).isEqualTo(30);
        Throttle shared = new Throttle(Pace.telegram(), 0, false);
        assertThat(leavingUnanswered(shared, Priority.REPLY, 0)).isEqualTo(3);
        shared.answered(Priority.REPLY, 0, 200 * MILLI, true);
        assertThat(leavingUnanswered(shared, Priority.REPLY, SECOND)).isEqualTo(6);
    }

    /** So that whatever a process that is killed had under way is one; and strangers take no place from members. */
    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "STRANGER"})
    void remindersAndWordsToStrangersLeaveOneByOneUnlessOneTakesLongerThanASecond(Priority priority) {
        Throttle throttle = new Throttle(Pace.telegram(), 0, true);
        throttle.leaves(priority, 0);
        assertThat(throttle.waitForChannel(priority, 400 * MILLI)).isEqualTo(600 * MILLI);
        assertThat(throttle.waitForChannel(Priority.REPLY, 400 * MILLI)).isZero();
        throttle.leaves(priority, SECOND);
        throttle.answered(priority, 0, 1_100 * MILLI, true);
        assertThat(throttle.waitForChannel(priority, 1_200 * MILLI)).isEqualTo(800 * MILLI);
        throttle.answered(priority, SECOND, 1_200 * MILLI, true);
        assertThat(throttle.waitForChannel(priority, 1_200 * MILLI)).isNotPositive();
    }

    @Test
    void aChatTakesItsBurstAndThenWaitsForTheOldestToBeOver() {
        Throttle throttle = new Throttle(Pace.telegram(), 0, true);
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.waitForChat(chat(1), i * SECOND / 2)).isZero();
            throttle.left(chat(1), i * SECOND / 2);
        }
        assertThat(throttle.waitForChat(chat(1), SECOND)).isEqualTo(2 * SECOND);
        assertThat(throttle.waitForChat(chat(2), SECOND)).isZero();
        assertThat(throttle.waitForChat(chat(1), 3 * SECOND)).isZero();
    }

    /** Telegram does not say whether it means the chat or the bot. */
    @Test
    void whenASecondChatIsAskedToWaitWithinASecondEverybodyWaits() {
        Throttle throttle = new Throttle(Pace.telegram(), 0, true);
        throttle.paused(chat(1), Duration.ofSeconds(5), 10 * SECOND);
        throttle.paused(chat(1), Duration.ofSeconds(5), 10 * SECOND + 1);
        assertThat(throttle.waitForChat(chat(1), 11 * SECOND)).isEqualTo(4 * SECOND + 1);
        assertThat(throttle.waitForChat(chat(2), 11 * SECOND)).isZero();
        assertThat(throttle.waitForChannel(Priority.REPLY, 11 * SECOND)).isZero();
        throttle.paused(chat(2), Duration.ofSeconds(5), 11 * SECOND + 1);
        assertThat(throttle.waitForChannel(Priority.REPLY, 12 * SECOND))
                .as("a second later: the chat")
                .isZero();
        throttle.paused(chat(3), Duration.ofSeconds(7), 12 * SECOND);
        assertThat(throttle.waitForChannel(Priority.REPLY, 13 * SECOND)).isEqualTo(6 * SECOND);
        assertThat(throttle.waitForChannel(Priority.REPLY, 19 * SECOND)).isNotPositive();
        assertThat(throttle.waitForChat(chat(1), 19 * SECOND)).isNotPositive();
    }

    /** What is sent to many goes in steps; a reply takes none and puts the next off by one. */
    @Test
    void aReplyPutsTheNextStepOff() {
        long step = Pace.telegram().step().toNanos();
        Throttle throttle = new Throttle(Pace.telegram(), 0, true);
        throttle.leaves(Priority.BROADCAST, 0);
        assertThat(throttle.waitForChannel(Priority.BROADCAST, 0)).isEqualTo(step);
        throttle.leaves(Priority.REPLY, 1);
        assertThat(throttle.waitForChannel(Priority.BROADCAST, 0)).isEqualTo(2 * step);
        assertThat(throttle.waitForChannel(Priority.REMINDER, 0)).isEqualTo(2 * step);
        assertThat(throttle.surelyOnTheWay()).isZero();
        Throttle shared = new Throttle(Pace.telegram(), 0, false);
        shared.leaves(Priority.BROADCAST, 0);
        assertThat(shared.waitForChannel(Priority.BROADCAST, 0))
                .as("others count the steps")
                .isZero();
    }

    /** How many leave from then on, each at its step, while nothing is answered. */
    private static int leavingUnanswered(Throttle throttle, Priority priority, long from) {
        int left = 0;
        for (long now = from; throttle.waitForChannel(priority, now) < SECOND; now += 35 * MILLI) {
            throttle.leaves(priority, now);
            left++;
        }
        return left;
    }

    private static Address chat(int number) {
        return new Address("telegram", "c" + number);
    }

    private static void answered(Throttle throttle, List<UnderWay> underWay, long now) {
        List<UnderWay> over =
                underWay.stream().filter(message -> message.answeredAt() <= now).toList();
        over.forEach(message -> throttle.answered(message.priority(), message.sentAt(), message.answeredAt(), true));
        underWay.removeAll(over);
    }
}

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

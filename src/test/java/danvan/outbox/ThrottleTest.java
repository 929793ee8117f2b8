package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pace by a clock that the test moves on, so that what else the machine does counts for nothing. */
class ThrottleTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private record UnderWay(long sentAt, long answeredAt) {}

    /** With a reply now and then in between, which does not wait for the broadcast's steps. */
    @ParameterizedTest
    @CsvSource({"2, 0", "40, 0", "200, 0", "40, 25"})
    void aBroadcastKeepsNinetySevenHundredthsOfTelegramsPace(long way, int everyNthIsAReply) {
        Throttle throttle = new Throttle(Pace.telegram(), 0);
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
            Address chat = new Address("telegram", "c" + sent.size());
            assertThat(throttle.waitForChat(chat, now)).isNotPositive();
            throttle.sent(chat, priority, now);
            underWay.add(new UnderWay(now, now + way * MILLI));
            sent.add(now);
        }

        for (int i = 30; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 30)).isGreaterThanOrEqualTo(SECOND);
        }
        double seconds = (sent.get(sent.size() - 1) - sent.get(300)) / 1e9;
        assertThat((sent.size() - 301) / seconds).isGreaterThanOrEqualTo(0.97 * 30);
        assertThat(longestReply)
                .as("two steps")
                .isLessThanOrEqualTo(Duration.ofMillis(70).toNanos());
    }

    private static void answered(Throttle throttle, List<UnderWay> underWay, long now) {
        List<UnderWay> over =
                underWay.stream().filter(message -> message.answeredAt() <= now).toList();
        over.forEach(message -> throttle.answered(message.sentAt(), message.answeredAt(), true));
        underWay.removeAll(over);
    }
}

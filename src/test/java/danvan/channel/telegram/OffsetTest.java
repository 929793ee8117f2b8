package danvan.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The next request's offset confirms all before it, for good. A damaged number must confirm nothing that nobody has seen,
 * and must not hold up what comes behind it.
 */
class OffsetTest {
    private final Offset offset = new Offset();

    @Test
    void goesOnBehindTheLastOfASequence() {
        pass(1_000, 1_001, 1_002);
        assertThat(offset.next()).isEqualTo(1_003);
        pass(1_003);
        assertThat(offset.next()).isEqualTo(1_004);
    }

    @Test
    void anEmptyAnswerChangesNothing() {
        pass(1_000);
        pass();
        assertThat(offset.next()).isEqualTo(1_001);
    }

    @Test
    void updatesWithoutANumberArePassedWithTheirNeighbours() {
        pass(1_000);
        pass(0, 1_002, 0, 1_004, 1_005);
        assertThat(offset.next()).isEqualTo(1_006);
        // The last number may be wrong: it is passed when it comes where it is expected.
        pass(0, 1_007);
        pass(1_007);
        assertThat(offset.next()).isEqualTo(1_008);
    }

    @Test
    void oneWithoutANumberThatComesAloneIsPassed() {
        pass(1_000);
        pass(0);
        assertThat(offset.next()).isEqualTo(1_002);
    }

    @Test
    void oneNumberThatStandsOutConfirmsNothing() {
        pass(1_000);
        pass(1_001, 1_002, 91_000);
        assertThat(offset.next()).isLessThanOrEqualTo(1_004);
        pass(1_004, 90_000, 1_006);
        assertThat(offset.next()).isBetween(1_005L, 1_007L);
    }

    @Test
    void aNumberFarOffOrBackIsNone() {
        pass(1_000);
        pass(900_000);
        assertThat(offset.next()).isEqualTo(1_002);
        pass(17);
        assertThat(offset.next()).isEqualTo(1_003);
    }

    @Test
    void numbersLeftOutArePassedWhenTheNextOneComesAgain() {
        pass(1_000);
        pass(1_050);
        assertThat(offset.next()).isLessThanOrEqualTo(1_050);
        pass(1_050);
        assertThat(offset.next()).isEqualTo(1_051);
    }

    /** After a week without updates Telegram begins anywhere, lower as well; an old offset would miss those. */
    @Test
    void afterAWeekItBeginsWithWhateverTelegramHas() {
        pass(500_000, 500_001);
        pass(1_200);
        assertThat(offset.next()).as("never back by itself").isGreaterThan(500_000);
        offset.forget();
        assertThat(offset.next()).isZero();
        pass(1_200, 1_201);
        assertThat(offset.next()).isEqualTo(1_202);
    }

    @Test
    void atTheBeginningTheSmallestCounts() {
        pass(0, 90_000_000, 1_000);
        assertThat(offset.next()).isBetween(1_000L, 1_001L);
    }

    @Test
    void onlyPositiveNumbersOf32BitsArePlausible() {
        assertThat(Offset.plausible(1)).hasValue(1);
        assertThat(Offset.plausible(Integer.MAX_VALUE - 1)).hasValue(Integer.MAX_VALUE - 1);
        for (long no : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 1L << 32}) {
            assertThat(Offset.plausible(no)).isEmpty();
        }
    }

    /** One false number in an answer, any number missing: whatever is confirmed was seen, and all comes to an end. */
    @Test
    void whateverIsDamagedAllIsSeenBeforeItIsConfirmed() {
        Random random = new Random(11);
        for (int story = 0; story < 2_000; story++) {
            sees(random, 1 + random.nextInt(10), random.nextBoolean());
        }
    }

    private static void sees(Random random, int limit, boolean hasGaps) {
        Offset offset = new Offset();
        NavigableSet<Long> waiting = new TreeSet<>();
        long number = 1_000;
        for (int i = 0; i < 40; i++) {
            // Where numbers are left out, a false one cannot be told from a true one.
            number += hasGaps && random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 1;
            waiting.add(number);
        }
        TreeSet<Long> seen = new TreeSet<>();
        for (int polls = 0; !waiting.isEmpty(); polls++) {
            assertThat(polls).as("polls").isLessThan(400);
            List<Long> delivered = waiting.stream().limit(limit).toList();
            seen.addAll(delivered);
            offset.pass(damaged(random, delivered, !hasGaps && offset.next() > 0));
            NavigableSet<Long> confirmed = waiting.headSet(offset.next(), false);
            assertThat(seen).containsAll(confirmed);
            confirmed.clear();
        }
    }

    private static List<OptionalLong> damaged(Random random, List<Long> numbers, boolean oneIsFalse) {
        List<OptionalLong> damaged = new ArrayList<>();
        numbers.forEach(number -> damaged.add(random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(number)));
        if (oneIsFalse) {
            damaged.set(random.nextInt(damaged.size()), Offset.plausible(random.nextInt(200_000)));
        }
        return damaged;
    }

    private void pass(long... numbers) {
        offset.pass(Arrays.stream(numbers)
                .mapToObj(number -> number == 0 ? OptionalLong.empty() : OptionalLong.of(number))
                .toList());
    }
}

package danvan.channel.telegram;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * From which number on Telegram is asked, which is also what confirms all before it. It never goes by one number alone
 * that stands out: a damaged one would confirm updates that nobody has seen. What it is told has been kept already, so to
 * go too slowly costs a repeated delivery and nothing else.
 */
final class Offset {
    /** Numbers count up by one, apart from what is not delivered; none is ever this far ahead of the one expected. */
    private static final long FAR = 100_000;

    /** Where to ask from; 0 where Telegram is to begin with the first it has. */
    private long next;
    /** The number that stood first in the last answer although another one was expected there; 0 for none. */
    private long suspect;

    long next() {
        return next;
    }

    /** Begins with the first that Telegram has. */
    void forget() {
        next = 0;
        suspect = 0;
    }

    /** The Bot API's numbers are positive and have 32 bits. */
    static OptionalLong plausible(long number) {
        return number > 0 && number < Integer.MAX_VALUE ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** Goes on behind an answer whose updates are all kept. */
    void pass(List<OptionalLong> answer) {
        long[] numbers = answer.stream()
                .mapToLong(number -> number.orElse(0))
                .map(number -> isExpected(number) ? number : 0)
                .toArray();
        long reached = inSequence(numbers, Math.max(next, lastFollowed(numbers) + 1));
        if (numbers.length == 0 || (reached > next && next > 0)) {
            suspect = 0;
        } else if (next == 0) {
            // Nothing to compare with: the smallest sets the beginning.
            long least =
                    Arrays.stream(numbers).filter(number -> number > 0).min().orElse(-1);
            reached = reached > 1 ? reached : least + 1;
        } else if (numbers[0] != 0 && numbers[0] == suspect) {
            // It still comes after the number expected there was passed: numbers were left out.
            reached = numbers[0] + 1;
            suspect = 0;
        } else {
            // Whatever stands first has a number from here on, so this passes over that one or over none.
            suspect = numbers[0];
            reached = next + 1;
        }
        next = Math.max(next, reached);
    }

    private boolean isExpected(long number) {
        return number > 0 && (next == 0 || (number >= next && number < next + FAR));
    }

    /** The largest number that is smaller than all behind it, of which there is one at least. */
    private static long lastFollowed(long[] numbers) {
        long least = Long.MAX_VALUE;
        for (int i = numbers.length - 1; i >= 0; i--) {
            if (numbers[i] != 0 && least != Long.MAX_VALUE && numbers[i] < least) {
                return numbers[i];
            }
            least = numbers[i] == 0 ? least : Math.min(least, numbers[i]);
        }
        return 0;
    }

    /** The end of those that follow each other one by one, from the given number on. */
    private static long inSequence(long[] numbers, long expected) {
        long reached = expected;
        for (long number : numbers) {
            if (number == reached) {
                reached++;
            }
        }
        return reached;
    }
}

package danvan.library.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparedAheadTest {
    @Test
    void allComeInOrderAndOnlySomeAreMadeAhead() {
        AtomicInteger made = new AtomicInteger();
        var ahead = new PreparedAhead<>(500, place -> {
            made.incrementAndGet();
            return place;
        });
        List<Integer> handedOut = new ArrayList<>();
        while (ahead.hasNext()) {
            handedOut.add(ahead.next());
            assertThat(made.get()).isBetween(handedOut.size(), handedOut.size() + 24);
        }
        assertThat(handedOut).isEqualTo(IntStream.range(0, 500).boxed().toList());
        assertThat(made).hasValue(500);
    }

    /** The document is not put in then; the index takes back what it had of it. */
    @Test
    void whatCannotBeMadeFailsWhereItIsAskedFor() {
        var ahead = new PreparedAhead<>(40, place -> {
            if (place == 10) {
                throw new IllegalArgumentException("passage " + place);
            }
            return place;
        });
        for (int i = 0; i < 10; i++) {
            assertThat(ahead.next()).isEqualTo(i);
        }
        assertThatThrownBy(ahead::next).isInstanceOf(IllegalArgumentException.class);
    }
}

package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisjointPeriodsTest {
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "2024-Q1, 2024-Q1",
        "2024-Q1 2024-H1 2024, 2024",
        "2024-01 2024-02 2024-03 2024-Q1, 2024-Q1",
        "2024-01 2024-02 2024-Q2, 2024-01 2024-02 2024-Q2",
        "2024-Q1 2024-Q2 2024-Q3 2024-9M 2024-Q4, 2024-9M 2024-Q4",
        "2024-H1 2024-9M 2024-H2, 2024-H1 2024-H2",
        "2023-Q4 2024-01 2024-Q1, 2023-Q4 2024-Q1",
    })
    void asManyMonthsAsThereAreInAsLongPeriodsAsThereAre(String sent, String added) {
        assertThat(DisjointPeriods.of(periods(sent))).isEqualTo(Set.copyOf(periods(added)));
    }

    /** Compared with all choices there are. */
    @Test
    void noOtherChoiceCoversMoreMonths() {
        Random random = new Random(9);
        for (int round = 0; round < 300; round++) {
            List<Period> all = Period.ofYear(2024).stream()
                    .filter(any -> random.nextInt(3) == 0)
                    .toList();
            Set<Period> chosen = DisjointPeriods.of(all);
            assertThat(overlap(chosen)).isFalse();
            long most = 0;
            for (int bits = 0; bits < 1 << all.size(); bits++) {
                Set<Period> choice = new HashSet<>();
                for (int at = 0; at < all.size(); at++) {
                    if ((bits >> at & 1) == 1) {
                        choice.add(all.get(at));
                    }
                }
                if (!overlap(choice)) {
                    most = Math.max(most, months(choice));
                }
            }
            assertThat(months(chosen)).as(all.toString()).isEqualTo(most);
        }
    }

    private static List<Period> periods(String codes) {
        return Stream.of(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> Period.of(code).orElseThrow())
                .toList();
    }

    private static long months(Set<Period> periods) {
        return periods.stream().mapToLong(period -> period.months().length()).sum();
    }

    private static boolean overlap(Set<Period> periods) {
        return months(periods)
                > periods.stream()
                        .flatMap(period -> Stream.iterate(
                                period.months().from(),
                                month -> !month.isAfter(period.months().to()),
                                month -> month.plusMonths(1)))
                        .collect(Collectors.toSet())
                        .size();
    }
}

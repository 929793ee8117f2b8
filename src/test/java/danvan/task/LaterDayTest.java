package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day as somebody types it, in the place of a deadline. */
class LaterDayTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2024-03-20, 31/3,       2024-03-31
            2024-03-20, 31.3.2024,  2024-03-31
            2024-03-20, 2024-03-31, 2024-03-31
            2024-03-20, 15/3,       2025-03-15
            2024-12-20, 5/1 mai,    2025-01-05
            2027-12-20, 29/2,       2028-02-29
            2024-03-20, 29/2,       -
            2024-03-20, 30/2,       -
            2024-03-20, 29/2/2025,  -
            2024-03-20, 31/4,       -
            2024-03-20, 12/13,      -
            2024-03-20, mai,        -
            """)
    void aDayWithoutAYearIsTheFirstAfterTheDeadline(LocalDate due, String typed, LocalDate day) {
        assertThat(LaterDay.typed(typed, due).map(LaterDay.Typed::day).orElse(null))
                .isEqualTo(day);
    }
}

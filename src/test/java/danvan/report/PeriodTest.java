package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024-03, 2024-03, 2024-03-01, 2024-03-31",
        "3/2024, 2024-03, 2024-03-01, 2024-03-31",
        "2024-3, 2024-03, 2024-03-01, 2024-03-31",
        "2024-Q1, 2024-Q1, 2024-01-01, 2024-03-31",
        "q4/2024, 2024-Q4, 2024-10-01, 2024-12-31",
        "2024-H2, 2024-H2, 2024-07-01, 2024-12-31",
        "2024-9M, 2024-9M, 2024-01-01, 2024-09-30",
        "9m/2024, 2024-9M, 2024-01-01, 2024-09-30",
        "' 2024 ', 2024, 2024-01-01, 2024-12-31",
    })
    void aCodeIsReadAsFormsAndPeopleWriteIt(String typed, String code, LocalDate from, LocalDate to) {
        Period period = Period.of(typed).orElseThrow();
        assertThat(period.code()).isEqualTo(code);
        assertThat(period.months().firstDay()).isEqualTo(from);
        assertThat(period.months().lastDay()).isEqualTo(to);
        assertThat(Period.of(code)).contains(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2024-13", "2024-00", "2024-Q5", "2024-H3", "2024-6M", "Q1", "24", "tháng ba", "99/2024"})
    void whatIsNoPeriodIsNone(String typed) {
        assertThat(Period.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01, 2023-12",
        "2024-Q3, 2024-Q2",
        "2024-Q1, 2023-Q4",
        "2024-H1, 2023-H2",
        "2024-9M, 2023-9M",
        "2024, 2023",
    })
    void theOneBeforeIsOfItsKind(String code, String before) {
        assertThat(Period.of(code).map(Period::previous).map(Period::code)).contains(before);
    }

    @Test
    void whatLiesWithinMonthsAreAllPeriodsOfThem() {
        assertThat(Period.of("2024-H1").orElseThrow().months().codes())
                .containsExactlyInAnyOrder(
                        "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-Q1", "2024-Q2",
                        "2024-H1");
        assertThat(Period.of("2024-9M").orElseThrow().months().codes())
                .contains("2024-9M", "2024-H1", "2024-Q3", "2024-09")
                .doesNotContain("2024", "2024-H2", "2024-Q4", "2024-10");
        assertThat(new MonthSpan(YearMonth.of(2023, 12), YearMonth.of(2024, 1)).codes())
                .containsExactly("2023-12", "2024-01");
    }

    @Test
    void aDayLiesInOnePeriodOfEachKind() {
        LocalDate day = LocalDate.of(2024, 11, 30);
        assertThat(Period.offered(day).stream().map(Period::code))
                .containsExactly("2024-11", "2024-10", "2024-Q4", "2024-Q3", "2024-H2", "2024-H1", "2024", "2023");
        assertThat(Period.around(day, Period.Kind.NINE_MONTHS).code()).isEqualTo("2024-9M");
        assertThat(Optional.of(Period.of("2024-Q2").orElseThrow().yearSoFar()))
                .contains(new MonthSpan(YearMonth.of(2024, 1), YearMonth.of(2024, 6)));
    }
}

package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void weeklyFallsOnEverySuchDayOfTheYear() {
        assertThat(new Schedule.Weekly(DayOfWeek.FRIDAY).in(2024))
                .hasSize(52)
                .startsWith(new Occurrence("2024-W01", LocalDate.of(2024, 1, 5)))
                .endsWith(new Occurrence("2024-W52", LocalDate.of(2024, 12, 27)));
        assertThat(new Schedule.Weekly(DayOfWeek.MONDAY).in(2024))
                .hasSize(53)
                .endsWith(new Occurrence("2025-W01", LocalDate.of(2024, 12, 30)))
                .extracting(Occurrence::period)
                .doesNotHaveDuplicates();
    }

    @Test
    void monthlyKnowsTheLastDayOfEachMonth() {
        assertThat(new Schedule.Monthly(Schedule.DayOfMonth.LAST).in(2024))
                .hasSize(12)
                .contains(new Occurrence("2024-02", LocalDate.of(2024, 2, 29)))
                .contains(new Occurrence("2024-04", LocalDate.of(2024, 4, 30)));
        assertThat(new Schedule.Monthly(Schedule.DayOfMonth.LAST).in(2023))
                .contains(new Occurrence("2023-02", LocalDate.of(2023, 2, 28)));
    }

    @Test
    void quarterlyFallsInTheLastMonthOfTheQuarter() {
        assertThat(new Schedule.Quarterly(new Schedule.DayOfMonth(25)).in(2024))
                .containsExactly(
                        new Occurrence("2024-Q1", LocalDate.of(2024, 3, 25)),
                        new Occurrence("2024-Q2", LocalDate.of(2024, 6, 25)),
                        new Occurrence("2024-Q3", LocalDate.of(2024, 9, 25)),
                        new Occurrence("2024-Q4", LocalDate.of(2024, 12, 25)));
    }

    @Test
    void yearlyAndOnceFallOnce() {
        assertThat(new Schedule.Yearly(MonthDay.of(10, 15)).in(2024))
                .containsExactly(new Occurrence("2024", LocalDate.of(2024, 10, 15)));
        assertThat(new Schedule.Once(LocalDate.of(2024, 2, 29), Optional.empty()).in(2024))
                .containsExactly(new Occurrence("2024", LocalDate.of(2024, 2, 29)));
    }
}

package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.VIETNAM;

    /** As printed in Vietnamese calendars. In 2030 China's new year is a day later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
                "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31",
                "2034-02-19", "2035-02-08", "2036-01-28", "2037-02-15", "2038-02-04", "2039-01-24", "2040-02-12"
            })
    void tetIsVietnams(String day) {
        LocalDate tet = LocalDate.parse(day);
        assertThat(WorkingCalendar.tet(tet.getYear())).isEqualTo(tet);
        assertThat(calendar.works(tet)).isFalse();
    }

    /** The rest that was announced in each year: its first and last day, weekends included. */
    @ParameterizedTest
    @CsvSource({
        "2021-02-10, 2021-02-16",
        "2022-01-29, 2022-02-06",
        "2023-01-20, 2023-01-26",
        "2024-02-08, 2024-02-14",
        "2025-01-25, 2025-02-02",
        "2026-02-14, 2026-02-22",
        "2021-09-02, 2021-09-05",
        "2022-09-01, 2022-09-04",
        "2023-09-01, 2023-09-04",
        "2024-08-31, 2024-09-03",
        "2025-08-30, 2025-09-02",
        "2022-04-09, 2022-04-11",
        "2023-04-29, 2023-05-03",
        "2024-04-18, 2024-04-18",
        "2025-04-07, 2025-04-07",
        "2022-01-01, 2022-01-03"
    })
    void theRestIsAsItWasAnnounced(LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(calendar.works(day)).as(day.toString()).isFalse();
        }
        assertThat(calendar.onOrAfter(last)).isEqualTo(last.plusDays(1));
        LocalDate before = calendar.onOrBefore(first);
        assertThat(before).isBefore(first);
        for (LocalDate day = before.plusDays(1); day.isBefore(first); day = day.plusDays(1)) {
            assertThat(day.getDayOfWeek().getValue()).as(day.toString()).isGreaterThan(5);
        }
    }

    @Test
    void everyYearHasElevenPublicHolidaysInPlaceOfWorkingDays() {
        for (int year = 2021; year <= 2040; year++) {
            List<LocalDate> off = new ArrayList<>();
            for (int day = 1; day <= Year.of(year).length(); day++) {
                LocalDate at = Year.of(year).atDay(day);
                if (at.getDayOfWeek().getValue() < 6 && !calendar.works(at)) {
                    off.add(at);
                }
            }
            assertThat(off).as("%d", year).hasSize(11);
        }
    }

    @Test
    void theLastWorkingDayOfAMonthIsFound() {
        assertThat(new Schedule.Monthly(Schedule.DayOfMonth.LAST_WORKING).in(2024))
                .contains(new Occurrence("2024-03", LocalDate.of(2024, 3, 29)))
                .contains(new Occurrence("2024-04", LocalDate.of(2024, 4, 29)))
                .contains(new Occurrence("2024-08", LocalDate.of(2024, 8, 30)));
        assertThat(new Schedule.HalfYearly(new Schedule.DayOfMonth(10)).in(2024))
                .containsExactly(
                        new Occurrence("2024-H1", LocalDate.of(2024, 6, 10)),
                        new Occurrence("2024-H2", LocalDate.of(2024, 12, 10)));
    }
}

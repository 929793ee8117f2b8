package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource({
        "07:30, 21:00, 06:30, 07:30",
        "05:00, 21:00, 06:30, 06:30",
        "06:30, 21:00, 06:30, 06:30",
        "22:00, 21:00, 06:30, 20:59",
        "21:00, 21:00, 06:30, 20:59",
        "12:30, 12:00, 13:00, 13:00",
        "22:00, 21:00, 00:00, 20:59",
        "03:00, 00:00, 06:00, 06:00",
        "23:00, 00:00, 00:00, 23:00"
    })
    void remindersKeepOutOfQuietHoursOnTheirOwnDay(LocalTime hour, LocalTime from, LocalTime to, LocalTime expected) {
        LocalDate day = LocalDate.of(2024, 1, 9);
        Instant on = new ReminderHours(ZONE, hour, from, to, Duration.ZERO).on(day);
        assertThat(on.atZone(ZONE).toLocalDateTime()).isEqualTo(day.atTime(expected));
    }

    @Test
    void quietHoursEndInTheMorning() {
        ReminderHours hours =
                new ReminderHours(ZONE, LocalTime.of(7, 30), LocalTime.of(21, 0), LocalTime.of(6, 30), Duration.ZERO);
        Instant evening = LocalDate.of(2024, 1, 9).atTime(23, 0).atZone(ZONE).toInstant();
        Instant night = evening.plus(Duration.ofHours(3));
        Instant morning = LocalDate.of(2024, 1, 10).atTime(6, 30).atZone(ZONE).toInstant();
        assertThat(hours.quiet(evening)).isTrue();
        assertThat(hours.endOfQuiet(evening)).isEqualTo(morning);
        assertThat(hours.endOfQuiet(night)).isEqualTo(morning);
        assertThat(hours.quiet(morning)).isFalse();
    }
}

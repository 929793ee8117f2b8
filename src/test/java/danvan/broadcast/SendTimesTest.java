package danvan.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.input.TypedHour;
import danvan.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time of a broadcast as it is typed on Tuesday, 1 December 2026, at ten in the morning. */
class SendTimesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final SendTimes TIMES = new SendTimes(ZONE, TypedHour::of, UnaryOperator.identity());
    private static final Instant NOW = at("2026-12-01T10:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gửi lúc 7h30 sáng mai | 2026-12-02T07:30",
                "7h30 sáng mai | 2026-12-02T07:30",
                "sáng mai 7h30 | 2026-12-02T07:30",
                "Sáng mai, lúc 7 giờ rưỡi nhé | 2026-12-02T07:30",
                "8h tối mai | 2026-12-02T20:00",
                "tối mai 8h | 2026-12-02T20:00",
                "3h chiều nay | 2026-12-01T15:00",
                "chiều nay 3 giờ | 2026-12-01T15:00",
                "14:00 | 2026-12-01T14:00",
                "9h | 2026-12-02T09:00",
                "thứ 6 lúc 14h | 2026-12-04T14:00",
                "8h sáng thứ hai tuần sau | 2026-12-07T08:00",
                "7h tối thứ 6 | 2026-12-04T19:00",
                "20/12 8h | 2026-12-20T08:00",
                "8h ngày 20/12/2026 | 2026-12-20T08:00",
                "ngày 20 tháng 12 lúc 8 giờ | 2026-12-20T08:00",
                "2026-12-24 16:45 | 2026-12-24T16:45",
                "1/12 18h | 2026-12-01T18:00",
                "1/12 9h | 2026-12-01T09:00",
                "5/1 8h | 2027-01-05T08:00",
                "tomorrow at 7:30 am | 2026-12-02T07:30",
                "7:30 tomorrow morning | 2026-12-02T07:30",
                "tomorrow evening 8:00 | 2026-12-02T20:00",
                "Friday 14:00 | 2026-12-04T14:00",
                "December 20, 8:15 | 2026-12-20T08:15",
                "yarın 07:30'da | 2026-12-02T07:30",
                "yarın sabah 7.30 | 2026-12-02T07:30",
                "cuma saat 14:00 | 2026-12-04T14:00",
                "20 Aralık 8:00 | 2026-12-20T08:00",
            })
    void isUnderstoodAsItIsTyped(String typed, String meant) {
        assertThat(TIMES.typed(typed, NOW)).contains(at(meant.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mai",
                "7",
                "7 30",
                "25h mai",
                "lúc nào cũng được",
                "7h 31/2",
                "họp lúc 7h ở xã",
                "",
                "sớm nhất có thể"
            })
    void whatIsNoTimeIsNone(String typed) {
        assertThat(TIMES.typed(typed, NOW)).isEmpty();
    }

    @Test
    void wordsWithoutEndAreNoTimeAndTakeNone() {
        assertThat(TIMES.typed("7h ".repeat(2_000), NOW)).isEmpty();
    }

    @Test
    void theDesksFieldIsInTheBotsZone() {
        assertThat(TIMES.written("2026-12-02T07:30")).contains(at("2026-12-02T07:30"));
        assertThat(TIMES.written("2026-12-02T24:30")).isEmpty();
        assertThat(TIMES.written("2026-02-30T07:30")).isEmpty();
        assertThat(TIMES.written("rubbish")).isEmpty();
    }

    @Test
    void isToldInTheBotsZoneInTheReadersWords() {
        Instant at = Instant.parse("2026-12-02T00:30:00Z");
        assertThat(TIMES.said(at, Language.VI)).isEqualTo("07:30, thứ Tư 02/12/2026");
        assertThat(TIMES.said(at, Language.TR)).isEqualTo("07:30, Çarşamba 2.12.2026");
        assertThat(TIMES.said(at, Language.EN)).isEqualTo("07:30, Wednesday 2 December 2026");
        assertThat(TIMES.said(at.plus(Duration.ofHours(17)), Language.VI)).isEqualTo("00:30, thứ Năm 03/12/2026");
    }
}

package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office sets a time for a broadcast, and has files go with it. The rehearsal begins on Tuesday, 2 January 2024, 07:30. */
class ScheduledBroadcastTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3, 4};
    private static final byte[] PDF = "%PDF-1.7 giấy mời".getBytes(StandardCharsets.UTF_8);

    /** The machine's time, and how far the test has moved it on. */
    private static final class Moved extends Clock {
        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir
    private Path data;

    private final Moved machine = new Moved();
    private Bot bot;
    private Member thu;
    private Member lan;

    @BeforeEach
    void start() {
        bot = Bot.atTime(data, machine);
        thu = bot.member("Thu", Role.OFFICE, "xa-chi-hoa", Language.VI);
        lan = bot.member("Lan", Role.CADRE, "xa-chi-hoa", Language.VI);
        thu.hasSeenAll();
        lan.hasSeenAll();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private void sets(String words, String time) {
        thu.says("/broadcast " + words);
        thu.taps("⏰ Hẹn giờ gửi");
        thu.sees("Gửi vào lúc nào?");
        thu.says(time);
    }

    private void arrives(String words) {
        Await.until(() -> "the broadcast to arrive", () -> lan.countOf(words) == 1);
    }

    @Test
    void itIsSentOnceAtItsTimeAlsoWhenTheBotWasRestarted() {
        sets("Mời họp giao ban", "gửi lúc 7h30 sáng mai");
        thu.sees("Giờ gửi: 07:30, thứ Tư 03/01/2024", "⏰ Hẹn gửi cho 1 người");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        thu.sees("Đã hẹn: thông báo sẽ được gửi lúc 07:30, thứ Tư 03/01/2024");
        bot.restarts();
        bot.clockAdvances(Duration.ofHours(23));
        assertThat(lan.countOf("Mời họp giao ban")).as("before its time").isZero();
        bot.clockAdvances(Duration.ofMinutes(61));
        arrives("Mời họp giao ban");
        Await.until(() -> "it to be over", () -> thu.countOf("Đã gửi xong") == 1);
        assertThat(thu.countOf("Đã tới: 1/1")).as("its sender is not counted").isEqualTo(1);
        bot.restarts();
        bot.clockAdvances(Duration.ofDays(2));
        assertThat(lan.countOf("Mời họp giao ban")).isEqualTo(1);
    }

    @Test
    void whoTapsTwiceHasSetItOnce() {
        sets("Mời họp", "8h");
        thu.tapsTwice("⏰ Hẹn gửi cho 1 người");
        bot.clockAdvances(Duration.ofHours(1));
        arrives("Mời họp");
        bot.clockAdvances(Duration.ofHours(5));
        assertThat(lan.countOf("Mời họp")).isEqualTo(1);
    }

    /** A walk over several days stops where something is due: it must not find the broadcast a day late. */
    @Test
    void aLongWalkOfTheClockSendsItOnItsDay() {
        sets("Mời họp", "15h ngày mai");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        bot.clockAdvances(Duration.ofDays(7));
        arrives("Mời họp");
        assertThat(thu.countOf("đã không được gửi")).isZero();
    }

    @Test
    void whatWasMissedByAnHourIsSentLate() {
        sets("Mời họp", "8h");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        bot.isDownWhile(() -> machine.by = Duration.ofMinutes(90));
        arrives("Mời họp");
    }

    @Test
    void whatWasMissedByHoursIsNotSentAndItsAuthorDecides() {
        sets("Mời họp lúc 9 giờ", "8h");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        bot.isDownWhile(() -> machine.by = Duration.ofHours(6));
        Await.until(() -> "the author to be asked", () -> thu.countOf("đã không được gửi") == 1);
        bot.settles();
        assertThat(lan.countOf("Mời họp lúc 9 giờ")).isZero();
        thu.taps("📣 Gửi cho 1 người");
        arrives("Mời họp lúc 9 giờ");
        bot.restarts();
        bot.clockAdvances(Duration.ofDays(1));
        assertThat(lan.countOf("Mời họp lúc 9 giờ")).isEqualTo(1);
    }

    @Test
    void nothingGoesOutInTheQuietHours() {
        sets("Lịch trực", "23h");
        thu.sees("giờ nghỉ");
        thu.sees("Giờ gửi: 06:30, thứ Tư 03/01/2024");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        bot.clockAdvances(Duration.ofHours(22));
        assertThat(lan.countOf("Lịch trực")).isZero();
        bot.clockAdvances(Duration.ofHours(2));
        arrives("Lịch trực");
    }

    @Test
    void theListShowsItAndItCanBeChangedAndCancelled() {
        sets("Họp chi bộ", "9h");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        thu.says("/broadcasts");
        thu.taps("⏰ Họp chi bộ · 09:00, thứ Ba 02/01/2024");
        thu.taps("⏰ Đổi giờ gửi");
        thu.says("hôm qua 8h");
        thu.sees("Bot chưa hiểu giờ này");
        thu.says("2/1 7h");
        thu.sees("đã qua");
        thu.says("10h");
        thu.sees("sẽ được gửi lúc 10:00, thứ Ba 02/01/2024");
        thu.taps("✏️ Sửa");
        assertThat(thu.countOf("Đã gỡ giờ hẹn để sửa")).isEqualTo(1);
        thu.taps("✍️ Sửa nội dung");
        thu.says("Họp chi bộ, phòng 2");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        Member other = bot.member("Bảy", Role.OFFICE, "tinh-thai-binh", Language.VI);
        other.says("/broadcasts");
        other.taps("⏰ Họp chi bộ, phòng 2 · 10:00, thứ Ba 02/01/2024");
        other.doesNotSeeButton("⏰ Đổi giờ gửi");
        other.taps("✖️ Không gửi nữa");
        bot.clockAdvances(Duration.ofDays(1));
        assertThat(lan.countOf("Họp chi bộ")).isZero();
    }

    @Test
    void whoHasLeftSendsNothingMore() {
        sets("Họp", "10h");
        thu.taps("⏰ Hẹn gửi cho 1 người");
        Member ba = bot.member("Ba", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        ba.says("/members Thu");
        ba.taps("Thu · Văn phòng · xã Chí Hòa");
        ba.taps("🚪 Nghỉ");
        ba.taps("🚪 Cho nghỉ");
        bot.clockAdvances(Duration.ofHours(4));
        assertThat(lan.countOf("Họp")).isZero();
    }

    @Test
    void filesGoWithItInTheirOrderAreUploadedOnceAndComeBackWithIt() {
        Member sau = bot.member("Sáu", Role.LEAD, "xa-chi-hoa", Language.VI);
        lan.hasSeenAll();
        thu.says("/broadcast Mời họp");
        thu.taps("📎 Đính kèm tệp");
        thu.sendsFile("giay-moi.pdf", "application/pdf", PDF, "Trang 2 có sơ đồ");
        thu.sees("Thông báo kèm 1 tệp");
        thu.sendsPhoto(JPEG);
        thu.sees("Thông báo kèm 2 tệp");
        thu.sendsFile("virus.exe", "application/octet-stream", new byte[] {77, 90});
        thu.sees("Tệp này không gửi kèm được");
        thu.sendsFile("doi-ten.pdf", "application/pdf", new byte[] {77, 90, 1, 2});
        thu.sees("Tệp này không gửi kèm được");
        thu.sendsFile("giay.pdf", "application/pdf", PDF, "CCCD 034188001234");
        thu.sees("số căn cước");
        bot.restarts();
        thu.taps("✔️ Xong");
        assertThat(thu.countOf("Kèm 2 tệp")).isEqualTo(1);
        thu.taps("📣 Gửi cho 2 người");
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        bot.settles();
        assertThat(lan.receives("giay-moi.pdf")).isEqualTo(PDF);
        lan.sees("Trang 2 có sơ đồ");
        assertThat(lan.receives("anh-2.jpg")).isEqualTo(JPEG);
        assertThat(sau.receives("anh-2.jpg")).isEqualTo(JPEG);
        thu.taps("✏️ Thu hồi (thay bằng lời báo)");
        thu.taps("↩️ Có, thu hồi");
        Await.until(() -> "the files to be gone", () -> lan.countOf("Trang 2 có sơ đồ") == 0);
        bot.settles();
        assertThat(bot.telegram().chat(lan.chat()))
                .noneMatch(shown -> shown.file().isPresent());
        assertThat(lan.countOf("đã được đơn vị gửi thu hồi")).isEqualTo(1);
    }

    /** What thousands get is uploaded once; a name that Telegram has forgotten is no loss. */
    @Test
    void aFileIsUploadedOnce() {
        thu.says("/broadcast");
        thu.sendsFile("giay-moi.pdf", "application/pdf", PDF, "Mời họp");
        thu.taps("✔️ Xong");
        assertThat(thu.countOf("Mời họp")).isPositive();
        thu.taps("📣 Gửi cho 1 người");
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        bot.settles();
        assertThat(lan.receives("giay-moi.pdf")).isEqualTo(PDF);
        assertThat(bot.telegram().uploads()).isEqualTo(1);
    }
}

package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.App;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.form.TestWorkbooks;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database, behind a balancer that sends each request to whichever it likes. */
class AnyProcessTest {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Object[] HEADINGS = {"type", "name", "label"};
    private static final Object[] ROAD = {"text", "road", "Đường nào hỏng?"};

    @TempDir
    Path data;

    private final Config.Storage storage = TestDatabase.postgres();
    private Bot bot;
    private App other;
    private String here;
    private String there;
    private Member lan;
    private Member hoa;

    @BeforeEach
    void open() {
        bot = Bot.withPages(
                data,
                Clock.systemUTC(),
                Map.of("DANVAN_STORAGE_URL", storage.url()));
        here = bot.app().openPage();
        other = bot.another();
        there = other.openPage();
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
    }

    @AfterEach
    void close() {
        other.close();
        bot.close();
    }

    @Test
    void aPcThatCameInByOneProcessIsInAtTheOtherAndItsFormsAreTaken() {
        lan.says("/baocao");
        lan.taps("Báo nhanh");
        lan.taps("Thôn 2");
        lan.taps("✅ Gửi báo cáo");
        lan.sees("BC-2024-0001");
        OfficePc pc = new OfficePc(bot, here).comesInAs(hoa);
        pc.opens("desk/reports/BC-2024-0001").isAnswered(200).sees("BC-2024-0001");
        OfficePc there2 = pc.at(there);
        there2.opens("desk/reports/BC-2024-0001").isAnswered(200).sees("BC-2024-0001");
        // The form came from one process and goes to the other.
        there2.posts("desk/reports/BC-2024-0001/show", "csrf=" + pc.token(), "Sec-Fetch-Site", "same-origin")
                .isAnswered(200);
        pc.opens("desk/audit").sees("BC-2024-0001");
    }

    @Test
    void aFormThatIsPutLiveIsServedByBothWithinSeconds() throws IOException {
        hoa.sendsFile("duong hong.xlsx", EXCEL, TestWorkbooks.form("duong-hong", "1", "Đường hỏng", new Object[][] {
            HEADINGS, ROAD
        }));
        hoa.taps("✅ Đưa vào dùng");
        long begun = System.nanoTime();
        Await.until(() -> "the other process to be in step", other::idle);
        assertThat((System.nanoTime() - begun) / 1_000_000_000).as("seconds").isLessThan(10);
        bot.endsBefore(other);
        lan.says("/baocao");
        lan.taps("Đường hỏng");
        lan.sees("Đường nào hỏng?");
    }

    /** Both look for what is due, at its time and every minute; whoever moves it on sends it. */
    @Test
    void aBroadcastAtATimeGoesOnceFromOneOfThem() throws SQLException {
        hoa.says("/broadcast Mời họp");
        hoa.taps("⏰ Hẹn giờ gửi");
        hoa.says("8h");
        hoa.taps(hoa.labels().stream()
                .filter(label -> label.startsWith("⏰ Hẹn gửi cho"))
                .findFirst()
                .orElseThrow());
        other.clock().advance(Duration.ofHours(1));
        bot.clockAdvances(Duration.ofHours(1));
        Await.until(() -> "it to arrive", () -> lan.countOf("Mời họp") > 0);
        Await.until(() -> "both to come to rest", () -> bot.app().idle() && other.idle());
        assertThat(lan.countOf("Mời họp")).isEqualTo(1);
        try (Rows rows = new Rows(storage)) {
            assertThat(rows.text("SELECT COUNT(*) FROM job WHERE kind = 'broadcast'"))
                    .isEqualTo("1");
            assertThat(rows.text("SELECT COUNT(*) FROM audit WHERE action = 'broadcast sent'"))
                    .isEqualTo("1");
        }
    }
}

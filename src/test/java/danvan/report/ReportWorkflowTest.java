package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lead does with reports. The same on Telegram is in the scenarios. */
class ReportWorkflowTest {
    private static final Forms FORMS = Forms.load(Path.of("src/test/resources/scenario-forms"), problem -> {
        throw new AssertionError(problem.toString());
    });

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation talk;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(TestDatabase.sqlite(folder));
        talk = new ReportConversation(database, FORMS, new StartOptions(form -> false, form -> false), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReplyReachesTheReporterWhoAnswersInTheSameThread() {
        sends(7, "xa-1");
        talk.asLead(2, "xa").says("/reports").taps("BC-2024-0001");
        talk.taps("🔎 Nhận xử lý", "💬 Trao đổi").says("Thôn có mấy hộ?");
        assertThat(talk.told)
                .last()
                .asString()
                .contains("Minh trao đổi về BC-2024-0001")
                .contains("Thôn có mấy hộ?");
        talk.as(7, "xa-1").taps("💬 Trao đổi").says("Dạ 40 hộ");
        assertThat(talk.told)
                .last()
                .asString()
                .contains("Lan trao đổi về BC-2024-0001")
                .contains("Dạ 40 hộ");
        talk.asLead(2, "xa").taps("📄 Xem báo cáo", "🕓 Quá trình");
        assertThat(talk.last()).contains("trao đổi: Thôn có mấy hộ?").contains("trao đổi: Dạ 40 hộ");
    }

    @Test
    void aReturnedReportKeepsBothEditions() {
        sends(7, "xa-1");
        talk.asLead(2, "xa").says("/reports").taps("BC-2024-0001");
        talk.taps("↩️ Trả lại").says("Nhầm thôn");
        talk.as(7, "xa-1").taps("✏️ Sửa báo cáo", "✏️ Sửa", "Thôn nào?", "Thôn 5", "Hôm nay", "✅ Gửi báo cáo");
        assertThat(talk.last()).contains("Lan đã sửa và gửi lại BC-2024-0001");
        assertThat(edition("report_edition")).contains("<village>v2</village>");
        assertThat(edition("report")).contains("<village>v5</village>");
    }

    @Test
    void theListIsFilteredByStateTimeFormAndUnit() {
        sends(7, "xa-1");
        talk.now = talk.now.plus(Duration.ofDays(40));
        sends(8, "xa-2");
        sends(20, "khac");
        talk.asLead(2, "xa").says("/reports");
        assertThat(talk.last()).contains("2 báo cáo");
        talk.taps("Mọi kỳ", "Tháng này");
        assertThat(talk.last()).contains("1 báo cáo");
        assertThat(talk.buttons()).anyMatch(label -> label.startsWith("BC-2024-0002"));
        talk.taps("Tháng này", "Mọi kỳ", "Mọi đơn vị", "xa-1");
        assertThat(talk.last()).contains("1 báo cáo");
        assertThat(talk.buttons()).anyMatch(label -> label.startsWith("BC-2024-0001"));
        talk.taps("xa-1", "Mọi đơn vị", "Mọi mẫu", "Báo nhanh");
        assertThat(talk.last()).contains("2 báo cáo");
        talk.taps("Chờ xử lý", "Đã giải quyết");
        assertThat(talk.last()).contains("Không có báo cáo nào theo bộ lọc này");
    }

    @Test
    void aReportIsTakenBackInTimeAndNotLater() {
        sends(7, "xa-1");
        talk.says("/reports").taps("BC-2024-0001");
        assertThat(talk.buttons()).contains("🗑 Thu hồi");
        talk.now = talk.now.plus(Duration.ofHours(25));
        talk.taps("🗑 Thu hồi");
        assertThat(talk.said().toString()).contains("không còn thu hồi được nữa");
        assertThat(talk.last()).contains("Trạng thái: đã nhận");
        assertThat(talk.buttons()).doesNotContain("🗑 Thu hồi");
    }

    private void sends(long member, String unit) {
        talk.as(member, unit).says("/report").taps("Báo nhanh", "Thôn 2", "✅ Gửi báo cáo");
    }

    private String edition(String table) {
        return database.read(tx -> tx.one("SELECT instance_xml FROM " + table, row -> row.text("instance_xml"))
                .orElseThrow());
    }
}

package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group of answers as in the last report of the unit: one tap, with its values shown before. */
class LastPeriodTest {
    private static final String MONTHLY = """
            settings: {form_id: thang, version: "%s", form_title: "Tháng"}
            survey:
              - {type: text, name: mo, label: "Mở đầu?"}
              - {type: begin group, name: g, label: "Tuyên truyền"}
              - {type: integer, name: buoi, label: "%s", required: "yes"}
              - {type: integer, name: luot, label: "Số lượt?", constraint: ". <= 500"}
              - {type: select_one muc, name: muc, label: "Mức?"}
              - {type: select_multiple muc, name: cac, label: "Các mức?"}
              - {type: end group}
              - {type: begin group, name: h, label: "Riêng"}
              - {type: date, name: ngay, label: "Ngày nào?"}
              - {type: text, name: ten, label: "Người liên hệ?", "bind::bot:pii": "yes"}
              - {type: integer, name: tong, label: "Tổng?", "bind::bot:sum": khac.so}
              - {type: text, name: nam, label: "Năm nào?", "bind::bot:fresh": "yes"}
              - {type: end group}
              - {type: begin repeat, name: r, label: "Ý kiến"}
              - {type: text, name: a, label: "Nội dung?"}
              - {type: text, name: b, label: "Cơ quan?"}
              - {type: end repeat}
            choices:
              - {list_name: muc, name: t, label: "Tốt"}
              - {list_name: muc, name: k, label: "%s"}
            """;

    @TempDir
    private Path folder;

    private final List<Database> open = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(TestDatabase.sqlite(folder));
    }

    @AfterEach
    void close() {
        open.forEach(Database::close);
        database.close();
    }

    private ReportConversation lan(String... forms) throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("forms" + forms.length));
        for (int i = 0; i < forms.length; i++) {
            Files.writeString(sheets.resolve(i + ".yml"), forms[i]);
        }
        Forms read = Forms.load(sheets, problem -> {
            throw new AssertionError(problem.toString());
        });
        return new ReportConversation(database, read, new StartOptions(form -> false, form -> false), folder);
    }

    private static String form(String version) {
        return MONTHLY.formatted(version, "Số buổi?", "Khá");
    }

    private static void reports(ReportConversation lan, String luot) {
        lan.says("/report")
                .taps("Tháng")
                .says("mở")
                .says("4")
                .says(luot)
                .taps("Khá")
                .says("1, 2");
        lan.says("1/1/2024")
                .says("bà Sáu")
                .says("7")
                .says("2024")
                .says("ý 1")
                .says("xã")
                .taps("Không");
        lan.taps("✅ Gửi báo cáo");
        assertThat(lan.last()).contains("BC-2024-");
    }

    @Test
    void isTakenByOneTapAndShownBefore() throws IOException {
        ReportConversation lan = lan(form("1"));
        lan.says("/report").taps("Tháng").says("mở");
        assertThat(lan.last()).as("nothing was reported yet").doesNotContain("🕘");
        lan.says("/cancel").taps("🗑 Bỏ hẳn");
        reports(lan, "120");
        lan.now = lan.now.plus(Duration.ofDays(31));

        lan.says("/report").taps("Tháng");
        assertThat(lan.last()).doesNotContain("🕘");
        lan.says("mở");
        assertThat(lan.last())
                .contains("🕘 Báo cáo trước của đơn vị (BC-2024-0001): "
                        + "Số buổi: 4; Số lượt: 120; Mức: Khá; Các mức: Tốt, Khá");
        lan.taps("🕘 Lấy 4 câu này như kỳ trước");
        assertThat(lan.last())
                .as("no day, nobody's name, no figure of other reports, no year")
                .contains("Ngày nào?")
                .doesNotContain("🕘");
        lan.says("1/2/2024").says("bà Bảy");
        assertThat(lan.last()).contains("Tổng?").doesNotContain("🕘");
        lan.says("8").says("2024");
        assertThat(lan.last())
                .as("a repetition is another one")
                .contains("Nội dung?")
                .doesNotContain("🕘");
        lan.says("ý 2").says("xã").taps("Không");
        assertThat(lan.last()).contains("Số buổi? 4", "Số lượt? 120", "Mức? Khá", "Các mức? Tốt, Khá");
    }

    /** A colleague of the same unit goes on where the other one left; another unit's figures are none of ours. */
    /** Of an urgent report, too, the last one's "nobody was hurt" was offered for the next. */
    @Test
    void isNotOfferedWhereTheFormSaysNo() throws IOException {
        ReportConversation lan = lan(form("1").replace("settings: {", "settings: {\"bot::as_last\": \"no\", "));
        reports(lan, "120");
        lan.says("/report").taps("Tháng").says("mở");
        assertThat(lan.last()).contains("Số buổi?").doesNotContain("Báo cáo trước");
    }

    @Test
    void isTheUnitsAndNoOtherUnits() throws IOException {
        ReportConversation lan = lan(form("1"));
        reports(lan, "120");
        lan.as(5, "xa").says("/report").taps("Tháng").says("mở");
        assertThat(lan.last()).contains("🕘");
        lan.as(6, "xa-khac").says("/report").taps("Tháng").says("mở");
        assertThat(lan.last()).contains("Số buổi?").doesNotContain("🕘");
    }

    /** What the last report was not asked, or in other words, is not taken from it. */
    @Test
    void isOnlyWhatWasAskedInTheSameWords() throws IOException {
        reports(lan(form("1")), "120");
        ReportConversation lan = lan(form("1"), MONTHLY.formatted("2", "Số buổi tập huấn?", "Trung bình"));
        lan.says("/report").taps("Tháng").says("mở");
        assertThat(lan.last()).contains("Số buổi tập huấn?").doesNotContain("🕘");
        lan.says("1");
        assertThat(lan.last())
                .as("of the rest the choices are called otherwise; one question is no group")
                .contains("Số lượt?")
                .doesNotContain("🕘");
    }

    /** Somebody else of the unit has sent a report since: other values than those that were read would be taken. */
    @Test
    void isNotTakenWhereAnotherReportHasComeSinceItWasShown() throws IOException {
        ReportConversation lan = lan(form("1"));
        reports(lan, "120");
        lan.says("/report").taps("Tháng").says("mở");
        reports(lan.as(5, "xa"), "333");
        lan.as(1, "xa").taps("🕘 Lấy 4 câu này như kỳ trước");
        assertThat(lan.says("2").last()).contains("Số lượt?");
    }
}

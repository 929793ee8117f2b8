package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The period's report (F2) begins with what the other reports add up to. The figures are counted by hand. */
class PeriodTotalsTest {
    private static final Forms FORMS = Forms.load(Path.of("knowledge-base/forms"), problem -> {
        throw new AssertionError(problem.toString());
    });
    private static final String F2 = "Báo cáo công tác dân vận của xã";

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation talk;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(TestDatabase.sqlite(folder));
        talk = new ReportConversation(
                database,
                FORMS,
                new StartOptions(form -> form.allows("nil_report"), form -> form.allows("as_last")),
                folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachFigureIsAddedUpFromTheReportsOfTheUnitAndThoseBelowInThePeriod() {
        quarterOfReports();
        begin("Quý I");
        talk.says("Ổn định");
        seesFigure("Số báo cáo đột xuất trong kỳ?", "1", "Cộng từ 1 báo cáo: BC-2024-0005");
        talk.taps("✔️ Giữ").says("4").says("0");
        seesFigure("Số buổi tuyên truyền?", "5", "Cộng từ 3 báo cáo: BC-2024-0001, BC-2024-0002, BC-2024-0003");
        talk.taps("✔️ Giữ");
        seesFigure("Số lượt người dự?", "205", "Cộng từ 3 báo cáo");
        talk.taps("✔️ Giữ").says("10").says("98").says("6");
        assertThat(talk.last())
                .contains("Số cuộc đối thoại?")
                .contains("chưa có báo cáo nào để cộng")
                .doesNotContain("Đang ghi");
        talk.says("0");
        seesFigure("Đã tiếp nhận trong kỳ?", "6", "Cộng từ 1 báo cáo: BC-2024-0004");
        talk.taps("✔️ Giữ");
        seesFigure("Đã giải quyết trong kỳ?", "4", "Cộng từ 1 báo cáo: BC-2024-0004");
    }

    @Test
    void aFigureIsCorrectedByHandAndBothAreSeenInTheReport() {
        quarterOfReports();
        begin("Quý I");
        finish("6");
        assertThat(talk.last()).contains("Số buổi tuyên truyền? 6 (🔗 tổng của 3 báo cáo: 5)");
        assertThat(talk.last()).contains("Số lượt người dự? 205 🔗 3");
        talk.taps("✅ Gửi báo cáo");
        assertThat(talk.submitted.get(talk.submitted.size() - 1).period()).isEqualTo("2024-Q1");
        talk.says("/reports").taps("BC-2024-0009");
        assertThat(talk.last()).contains("Số buổi tuyên truyền? 6 (🔗 tổng của 3 báo cáo: 5)");
        talk.taps("🔗 Nguồn số liệu");
        assertThat(talk.last())
                .contains("Số buổi tuyên truyền?\n5 ← BC-2024-0001, BC-2024-0002, BC-2024-0003")
                .contains("Đã tiếp nhận trong kỳ?\n6 ← BC-2024-0004")
                .contains("Số cuộc đối thoại?\n🔗 Kỳ này chưa có báo cáo nào để cộng");
    }

    @Test
    void anotherPeriodIsAddedUpAnewAndWhatWasCorrectedStays() {
        quarterOfReports();
        begin("Quý I");
        finish("6");
        talk.taps("✏️ Sửa", "Kỳ báo cáo?", "6 tháng đầu năm");
        assertThat(talk.said().toString()).contains("số liệu được cộng lại theo kỳ mới");
        assertThat(talk.last())
                .contains("Số buổi tuyên truyền? 6 (🔗 tổng của 4 báo cáo: 14)")
                .contains("Số lượt người dự? 305 🔗 4");
        talk.taps("✅ Gửi báo cáo");
        assertThat(talk.submitted.get(talk.submitted.size() - 1).period()).isEqualTo("2024-H1");
    }

    @Test
    void theNextOneAsTheLastAsksForItsPeriodAndAddsUpItsOwnFigures() {
        quarterOfReports();
        begin("Quý I");
        finish("5");
        talk.taps("✅ Gửi báo cáo");
        on("2024-07-02");
        talk.says("/report").taps(F2, "📄 Như kỳ trước");
        assertThat(talk.last()).contains("Kỳ báo cáo?").doesNotContain("Đang ghi");
        talk.taps("Quý II").says("2024");
        assertThat(talk.last()).contains("Đời sống").contains("Đang ghi: Ổn định");
        talk.taps("✔️ Giữ");
        assertThat(talk.last()).contains("Số báo cáo đột xuất").doesNotContain("Đang ghi");
        talk.says("0").taps("✔️ Giữ", "✔️ Giữ");
        seesFigure("Số buổi tuyên truyền?", "9", "Cộng từ 1 báo cáo: BC-2024-0008");
    }

    @Test
    void whereNobodyReportedNothingIsPutIn() {
        begin("Quý I");
        talk.says("Ổn định");
        assertThat(talk.last())
                .contains("Số báo cáo đột xuất trong kỳ?")
                .contains("chưa có báo cáo nào để cộng")
                .doesNotContain("Đang ghi");
    }

    @Test
    void nothingToReportCountsAsNoughtAndIsASource() {
        on("2024-02-20");
        talk.as(7, "xa-1").says("/report").taps("Phản ánh nhanh của tổ dân vận", "🟢 Không phát sinh");
        talk.as(8, "xa-2").says("/report").taps("Phản ánh nhanh của tổ dân vận", "🟢 Không phát sinh");
        begin("Quý I");
        talk.says("Ổn định").says("0").says("4").says("0");
        seesFigure("Số buổi tuyên truyền?", "0", "Cộng từ 2 báo cáo: BC-2024-0001, BC-2024-0002");
    }

    /** The commune's sum held the first quarter of a village twice: once by itself and once in its half-year. */
    @Test
    void aVillageThatReportedForPeriodsThatOverlapIsAddedUpOnce() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.writeString(sheets.resolve("thon.yml"), """
                settings: {form_id: thon, version: "1", form_title: "Thôn báo cáo"}
                survey:
                  - {type: text, name: period, label: "Kỳ nào?"}
                  - {type: integer, name: so, label: "Số buổi?"}
                """);
        Files.writeString(sheets.resolve("xa.yml"), """
                settings: {form_id: xa, version: "1", form_title: "Xã tổng hợp"}
                survey:
                  - {type: text, name: period, label: "Kỳ của xã?"}
                  - {type: integer, name: tong, label: "Tổng số buổi?", "bind::bot:sum": thon.so}
                  - {type: integer, name: dem, label: "Mấy báo cáo?", "bind::bot:count": thon}
                """);
        Forms forms = Forms.load(sheets, problem -> {
            throw new AssertionError(problem.toString());
        });
        talk = new ReportConversation(
                database, forms, new StartOptions(form -> false, form -> false), folder.resolve("villages"));
        on("2024-07-02");
        for (Map.Entry<String, String> sent :
                List.of(Map.entry("2024-Q1", "10"), Map.entry("2024-H1", "25"), Map.entry("2024-Q2", "15"))) {
            talk.as(7, "xa-1").says("/report").taps("Thôn báo cáo");
            talk.says(sent.getKey()).says(sent.getValue()).taps("✅ Gửi báo cáo");
        }
        talk.as(9, "xa").says("/report").taps("Xã tổng hợp").says("2024-H1");
        seesFigure("Tổng số buổi?", "25", "Cộng từ 1 báo cáo: BC-2024-0002");
        talk.taps("✔️ Giữ");
        seesFigure("Mấy báo cáo?", "3", "Cộng từ 3 báo cáo");
    }

    @Test
    void everyMarkOfAShippedFormNamesAFormAndAQuestionThereIs() {
        for (Form form : FORMS.all()) {
            form.marked("count")
                    .values()
                    .forEach(mark -> assertThat(FORMS.find(mark)).as(mark).isPresent());
            form.marked("sum")
                    .values()
                    .forEach(mark -> assertThat(FORMS.find(mark.split("\\.", 2)[0])
                                    .orElseThrow()
                                    .fields("vi"))
                            .as(mark)
                            .anyMatch(field -> field.name().equals(mark.split("\\.", 2)[1])));
        }
        assertThat(FORMS.find("f2").orElseThrow().marked("sum")).hasSize(5);
    }

    /** BC-2024-0001 to 0008; the first five are the commune's in the first quarter. */
    private void quarterOfReports() {
        on("2024-01-10");
        f1(7, "xa-1", "2", "120");
        on("2024-02-10");
        f1(8, "xa-2", "3", "85");
        on("2024-03-10");
        talk.as(7, "xa-1").says("/report").taps("Phản ánh nhanh của tổ dân vận", "🟢 Không phát sinh");
        talk.as(9, "xa").says("/report").taps("Tổng hợp đơn thư, kiến nghị");
        for (String number : new String[] {"1", "0", "5", "4", "2", "0", "6", "4"}) {
            talk.says(number);
        }
        talk.taps("✅ Gửi báo cáo");
        talk.as(8, "xa-2").says("/report").taps("Báo cáo đột xuất").says("Ngập đường");
        talk.taps("Thiên tai, cháy nổ").says("thôn 3").taps("Hôm nay").says("4");
        talk.taps("Không", "⏭ Bỏ qua", "⏭ Bỏ qua", "⏭ Bỏ qua", "Bình thường", "✅ Gửi báo cáo");
        f1(20, "khac", "50", "999");
        f1(8, "xa-2", "40", "999");
        talk.says("/reports").taps("BC-2024-0007", "🗑 Thu hồi", "🗑 Thu hồi báo cáo");
        on("2024-04-03");
        f1(7, "xa-1", "9", "100");
    }

    private void f1(long member, String unit, String sessions, String attendance) {
        talk.as(member, unit).says("/report").taps("Phản ánh nhanh của tổ dân vận", "Ổn định");
        talk.says(sessions).says(attendance).says("1").taps("Đúng tiến độ", "Không", "✅ Gửi báo cáo");
    }

    private void begin(String period) {
        talk.as(9, "xa").says("/report").taps(F2);
        assertThat(talk.last()).contains("Kỳ báo cáo?");
        talk.taps(period);
        assertThat(talk.last()).contains("Năm?").contains("Đang ghi: 2024");
        talk.taps("✔️ Giữ");
    }

    /** Answers all the rest, with this number of meetings. */
    private void finish(String sessions) {
        talk.says("Ổn định").taps("✔️ Giữ").says("4").says("0").says(sessions).taps("✔️ Giữ");
        talk.says("10").says("98").says("6").says("0").taps("✔️ Giữ", "✔️ Giữ");
        talk.says("0").says("0").says("0").says("0");
        talk.taps("⏭ Bỏ qua").says("Tiếp tục tuyên truyền").taps("⏭ Bỏ qua");
        assertThat(talk.last()).contains("Xin xem lại trước khi gửi");
    }

    private void seesFigure(String question, String value, String sources) {
        assertThat(talk.last())
                .contains(question)
                .contains("Đang ghi: " + value + "\n")
                .contains(sources);
        assertThat(talk.said().get(talk.said().size() - 1)).isInstanceOf(Outgoing.class);
    }

    private void on(String day) {
        talk.now = Instant.parse(day + "T02:00:00Z");
    }
}

package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a question's message and on its buttons. The bot's day is 2 January 2024. */
class QuestionShownTest {
    private static final String LONG = """
            settings: {form_id: dai, version: "1", form_title: "Chọn việc"}
            survey:
              - {type: select_one viec, name: viec, label: "Việc nào?"}
              - {type: select_multiple viec, name: cac_viec, label: "Những việc nào?"}
              - {type: date, name: tu, label: "Từ ngày nào?", constraint: ". <= today()"}
              - {type: date, name: den, label: "Đến ngày nào?", constraint: ". > today()"}
              - {type: date, name: nao, label: "Ngày nào cũng được?"}
              - {type: datetime, name: gio, label: "Hẹn lúc nào?", constraint: "decimal-date-time(.) > decimal-date-time(now())"}
              - {type: datetime, name: luc, label: "Lúc nào?", constraint: "decimal-date-time(.) <= decimal-date-time(now())"}
            choices:
              - {list_name: viec, name: a, label: "Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn trên"}
              - {list_name: viec, name: b, label: "Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn dưới"}
              - {list_name: viec, name: c, label: "Việc khác"}
            """;

    private static final String GROUP = """
            settings: {form_id: nhom, version: "1", form_title: "Nhóm"}
            survey:
              - {type: begin group, name: g, label: "Tuyên truyền"}
              - {type: integer, name: buoi, label: "Số buổi?", required: "yes"}
              - {type: integer, name: luot, label: "Số lượt?", required: "yes", constraint: ". >= 0 and . <= 1000",
                 constraint_message: "Số này phải từ 0 đến 1000."}
              - {type: decimal, name: tien, label: "Số tiền?", required: "yes"}
              - {type: end group}
              - {type: text, name: ghi_chu, label: "Ghi chú?"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("dai.yml"), LONG);
        Files.writeString(forms.resolve("nhom.yml"), GROUP);
        for (Path shipped : Forms.filesBelow(Path.of("knowledge-base/forms"))) {
            Files.copy(shipped, forms.resolve(shipped.getFileName()));
        }
        database = Database.open(TestDatabase.sqlite(folder));
        Forms read = Forms.load(forms, problem -> {
            throw new AssertionError(problem.toString());
        });
        lan = new ReportConversation(database, read, new StartOptions(form -> false, form -> false), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Their buttons were cut before the words that differ. */
    @Test
    void longChoicesStandWholeInTheMessageAndTheButtonsBearTheirNumbers() {
        lan.says("/report").taps("Chọn việc");
        assertThat(lan.last())
                .contains("1. Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn trên")
                .contains("2. Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn dưới")
                .contains("3. Việc khác");
        assertThat(lan.buttons()).startsWith("1", "2", "3");
        lan.says("hiến đất");
        assertThat(lan.last()).startsWith("⚠️").contains("Việc nào?", "2. Tuyên truyền");
        assertThat(lan.buttons()).containsExactly("1", "2");
        lan.taps("2");
        assertThat(lan.buttons()).startsWith("▫️ 1", "▫️ 2", "▫️ 3");
        lan.says("1, 3");
        assertThat(lan.last()).contains("Từ ngày nào?");
    }

    /** "Yesterday" was offered for a day that lies ahead, and refused when it was tapped. */
    @Test
    void onlyDaysThatTheFormTakesAreOffered() {
        lan.says("/report").taps("Chọn việc", "3").says("3");
        assertThat(lan.buttons()).startsWith("Hôm nay", "Hôm qua", "📅 Ngày khác");
        lan.taps("Hôm nay");
        assertThat(lan.buttons()).startsWith("📅 Ngày khác").doesNotContain("Hôm nay", "Hôm qua");
        lan.taps("📅 Ngày khác");
        assertThat(lan.buttons())
                .as("the grid of January 2024: the 1st and the 2nd are refused")
                .contains("3", "31")
                .doesNotContain("1", "2");
        lan.says("5/2");
        assertThat(lan.buttons()).startsWith("Hôm nay", "Hôm qua");
        lan.taps("Hôm nay");
        assertThat(lan.last()).contains("Hẹn lúc nào?");
        assertThat(lan.buttons()).as("an hour that lies ahead").doesNotContain("🕒 Bây giờ");
        lan.says("2/1/2024 14:00");
        assertThat(lan.last()).contains("Lúc nào?");
        assertThat(lan.buttons()).contains("🕒 Bây giờ");
    }

    @Test
    void anAssessmentIsAfterTheDayOnWhichAModelBegins() {
        lan.says("/report")
                .taps("Đăng ký mô hình “Dân vận khéo”")
                .says("Đường hoa")
                .taps("Phát triển kinh tế");
        for (String words : new String[] {"lý do", "mục tiêu", "cách làm", "thôn 1", "chi hội", "10 triệu"}) {
            lan.says(words);
        }
        lan.taps("Hôm nay");
        assertThat(lan.last()).contains("Đánh giá vào ngày nào?");
        assertThat(lan.buttons()).doesNotContain("Hôm nay", "Hôm qua");
        lan.says("2/1/2024");
        assertThat(lan.last()).contains("Ngày đánh giá phải sau ngày bắt đầu.");
        lan.says("3/1/2024");
        assertThat(lan.last()).contains("Chỉ số đo");
    }

    /** The name was typed again, and not always in the same way. */
    @Test
    void theResultOfAModelOffersTheModelsThatWereRegistered() {
        registers("Đường hoa thôn 1");
        registers("Camera an ninh & đèn đường");
        registers("Đường hoa thôn 1");
        lan.as(5, "xa-khac");
        registers("Mô hình của xã khác");
        lan.as(1, "xa").says("/report").taps("Kết quả mô hình “Dân vận khéo”");
        assertThat(lan.last()).contains("Tên mô hình?");
        assertThat(lan.buttons()).startsWith("Đường hoa thôn 1", "Camera an ninh & đèn đường", "💾 Để sau");
        lan.taps("Camera an ninh & đèn đường");
        assertThat(lan.last()).contains("Mức đạt được");
        lan.taps("⬅️ Lùi");
        assertThat(lan.last()).contains("Đang ghi: Camera an ninh & đèn đường");
        lan.says("Mô hình chưa đăng ký");
        assertThat(lan.last()).as("another name may be typed").contains("Mức đạt được");
    }

    private void registers(String title) {
        lan.says("/report").taps("Đăng ký mô hình “Dân vận khéo”").says(title).taps("Phát triển kinh tế");
        for (String words : new String[] {"lý do", "mục tiêu", "cách làm", "thôn 1", "chi hội", "10 triệu"}) {
            lan.says(words);
        }
        lan.says("1/2/2024").says("1/12/2024");
        for (String words : new String[] {"đường, mét", "0", "500", "ảnh", "có"}) {
            lan.says(words);
        }
        lan.taps("✅ Gửi báo cáo");
        assertThat(lan.last()).contains("Đã gửi");
    }

    /** A group of figures was a message each. */
    @Test
    void aGroupOfFiguresIsAnsweredInOneMessage() {
        lan.says("/report").taps("Nhóm");
        assertThat(lan.last()).contains("Có thể trả lời cả nhóm trong một tin: Số buổi; Số lượt; Số tiền", "4, 0, 12");
        lan.says("3, 120, 1,5");
        assertThat(lan.standing()).contains("Số buổi? 3; Số lượt? 120; Số tiền? 1,5 ✓ [0]");
        assertThat(lan.last()).contains("Ghi chú?");
        lan.says("x");
        lan.taps("✏️ Sửa", "Số buổi?");
        assertThat(lan.last()).contains("đang ghi: 3; 120; 1,5");
        lan.taps("✔️ Giữ cả 3 số");
        assertThat(lan.last()).contains("Xin xem lại", "Số lượt? 120");
        lan.taps("✏️ Sửa", "Số buổi?").says("1 200");
        assertThat(lan.last())
                .as("one figure, with a blank between thousands")
                .contains("Số buổi? 1.200", "Số lượt? 120");
        lan.taps("✏️ Sửa", "Số buổi?").says("5 6 7");
        assertThat(lan.last()).contains("Số buổi? 5", "Số lượt? 6", "Số tiền? 7");
    }

    @Test
    void aFigureOfALineThatIsRefusedIsAskedAgain() {
        lan.says("/report").taps("Nhóm").says("3; 999999; 7");
        assertThat(lan.said().toString()).contains("⚠️ 999999: Số này phải từ 0 đến 1000.");
        assertThat(lan.last()).contains("Số lượt?");
        lan.says("120");
        assertThat(lan.last()).contains("Số tiền?");
        lan.says("4; 5");
        assertThat(lan.last()).as("more figures than questions are no line").contains("⚠️", "Số tiền?");
    }

    @Test
    void aYearHasNoFewerLettersThanThePeriod() {
        lan.says("/report").taps("Tổng hợp đơn thư, kiến nghị");
        lan.says("3").says("0").says("4").says("5").says("0");
        lan.says("6");
        assertThat(lan.last()).contains("Từ đầu năm không thể ít hơn trong kỳ.", "từ đầu năm?");
        lan.says("7").says("4");
        assertThat(lan.last()).contains("Từ đầu năm không thể ít hơn trong kỳ.");
        lan.says("5");
        assertThat(lan.last()).contains("Xin xem lại trước khi gửi");
    }
}

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
            choices:
              - {list_name: viec, name: a, label: "Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn trên"}
              - {list_name: viec, name: b, label: "Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn dưới"}
              - {list_name: viec, name: c, label: "Việc khác"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("dai.yml"), LONG);
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
        lan.says("5/2");
        assertThat(lan.buttons()).startsWith("Hôm nay", "Hôm qua");
    }

    @Test
    void anAssessmentIsAfterTheDayOnWhichAModelBegins() {
        lan.says("/report").taps("Đăng ký mô hình “Dân vận khéo”").says("Đường hoa").taps("Phát triển kinh tế");
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

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

/** "Put these in an order": such forms were refused. */
class OrderedChoicesTest {
    private static final String FORM = """
            settings: {form_id: uu_tien, version: "1", form_title: "Việc ưu tiên"}
            survey:
              - {type: rank viec, name: thu_tu, label: "Xếp thứ tự ưu tiên?", required: "yes"}
              - {type: rank dai, name: dai, label: "Xếp các việc dài?"}
              - {type: text, name: ghi_chu, label: "Ghi chú?"}
            choices:
              - {list_name: viec, name: dien, label: "Điện"}
              - {list_name: viec, name: duong, label: "Đường"}
              - {list_name: viec, name: nuoc, label: "Nước sạch"}
              - {list_name: dai, name: a, label: "Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn trên"}
              - {list_name: dai, name: b, label: "Tuyên truyền, vận động Nhân dân hiến đất làm đường ở thôn dưới"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("uu_tien.yml"), FORM);
        database = Database.open(TestDatabase.sqlite(folder));
        Forms read = Forms.load(forms, problem -> {
            throw new AssertionError(problem.toString());
        });
        lan = new ReportConversation(database, read, new StartOptions(form -> false, form -> false), folder);
        lan.says("/report").taps("Việc ưu tiên");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void areTappedOneAfterTheOtherAndTheLastFallsIntoItsPlace() {
        assertThat(lan.last()).contains("1. Điện\n2. Đường\n3. Nước sạch").doesNotContain("Thứ tự:");
        assertThat(lan.buttons())
                .startsWith("1. Điện", "2. Đường", "3. Nước sạch")
                .doesNotContain("✅ Xong");

        lan.taps("3. Nước sạch");
        assertThat(lan.last()).contains("Thứ tự: Nước sạch\n1. Điện\n2. Đường").doesNotContain("3. Nước");
        assertThat(lan.buttons())
                .startsWith("1. Điện", "2. Đường", "↩️ Bỏ mục vừa xếp")
                .doesNotContain("✅ Xong");

        lan.taps("1. Điện");
        assertThat(lan.last()).contains("Thứ tự: Nước sạch › Điện › Đường");
        assertThat(lan.buttons()).startsWith("✅ Xong", "↩️ Bỏ mục vừa xếp", "🔄 Xếp lại");

        lan.taps("✅ Xong");
        assertThat(lan.last()).contains("Xếp các việc dài?");
    }

    @Test
    void areTakenBackOneByOneOrAllAtOnce() {
        lan.taps("3. Nước sạch", "1. Điện", "↩️ Bỏ mục vừa xếp");
        assertThat(lan.last()).contains("Thứ tự: Nước sạch\n");
        lan.taps("↩️ Bỏ mục vừa xếp");
        assertThat(lan.last()).doesNotContain("Thứ tự:");
        lan.taps("2. Đường", "1. Điện", "🔄 Xếp lại");
        assertThat(lan.last()).contains("1. Điện\n2. Đường\n3. Nước sạch").doesNotContain("Thứ tự:");
    }

    @Test
    void stayInTheirOrderInSummaryReportAndEdit() {
        lan.says("3 1 2");
        assertThat(lan.standing()).contains("Xếp thứ tự ưu tiên? Nước sạch › Điện › Đường ✓ [0]");
        assertThat(lan.last()).contains("Xếp các việc dài?", "1. Tuyên truyền, vận động", "ở thôn trên", "2. Tuyên");
        assertThat(lan.buttons()).as("long ones bear their numbers").startsWith("1", "2");
        lan.taps("2", "✅ Xong").says("hết");
        assertThat(lan.last()).contains("Nước sạch › Điện › Đường").contains("ở thôn dưới › Tuyên truyền");

        lan.taps("✏️ Sửa", "Xếp thứ tự ưu tiên?");
        assertThat(lan.last()).contains("Thứ tự: Nước sạch › Điện › Đường");
        lan.taps("🔄 Xếp lại", "2. Đường", "1. Điện", "✅ Xong");
        assertThat(lan.last()).contains("Đường › Điện › Nước sạch");

        lan.taps("✅ Gửi báo cáo");
        assertThat(lan.submitted).hasSize(1);
    }

    @Test
    void areTypedByNumberOrNameAndAnOrderThatLacksOneIsRefused() {
        for (String words : new String[] {"3 1", "3 1 1", "3 1 2 2", "Điện", "4 1 2"}) {
            lan.says(words);
            assertThat(lan.last()).as(words).startsWith("⚠️").contains("Xếp thứ tự ưu tiên?");
        }
        for (String words : new String[] {
            "3 1 2",
            "3, 1, 2",
            "3>1>2",
            "312",
            "３ １ ２",
            "nước sạch, điện, đường",
            "Nước › Điện › Đường",
            "nuoc;dien;duong"
        }) {
            lan.says(words);
            assertThat(lan.last()).as(words).contains("Xếp các việc dài?");
            lan.taps("⬅️ Lùi");
            assertThat(lan.last()).as(words).contains("Thứ tự: Nước sạch › Điện › Đường");
        }
    }
}

package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that look like marks of the bot's own are words, wherever they are typed. */
class MarksFromOutsideTest {
    private static final String FORM = """
            settings: {form_id: f, version: "1", form_title: "Thử"}
            survey:
              - {type: text, name: what, label: "Việc gì?"}
              - {type: text, name: who, label: "Ai?", "bind::bot:pii": "yes"}
              - {type: image, name: photo, label: "Ảnh?"}
              - {type: text, name: end, label: "Còn gì?"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("f.yml"), FORM);
        database = Database.open(TestDatabase.sqlite(folder));
        Forms read = Forms.load(forms, problem -> {
            throw new AssertionError(problem.toString());
        });
        lan = new ReportConversation(database, read, new StartOptions(form -> false, form -> true), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Typed as a personal answer it blocked the dialog; typed elsewhere it hid, and spoilt every export. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed1:AAAA",
                "sealed1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "outbox:7",
                "uuid:1",
                "#1",
                "•••",
                "<who>sealed1:AAAA</who>",
                "]]><meta><instanceID>uuid:x</instanceID></meta>",
                "!/f/what",
                "report:s:1",
                "{\"period\":\"2024-01\"}",
                "${who}",
                "{{don_vi}}",
            })
    void wordsThatLookLikeMarksAreKeptAndShownAsTheyWereTyped(String typed) {
        lan.says("/report").taps("Thử").says(typed).says(typed);
        assertThat(lan.last()).contains("Ảnh?");
        lan.says("/cancel");
        assertThat(lan.last()).contains("Bỏ báo cáo này?");
        lan.taps("▶️ Viết tiếp", "⏭ Bỏ qua").says(typed);
        assertThat(lan.last())
                .contains("Việc gì? " + typed)
                .contains("Ai? " + typed)
                .contains("Còn gì? " + typed);
        lan.taps("✅ Gửi báo cáo").says("/reports").taps("BC-2024-0001");
        assertThat(lan.last()).contains("Việc gì? " + typed).contains("Ai? •••").contains("Còn gì? " + typed);
        String stored = stored("instance_xml");
        assertThat(stored).contains("<who>sealed1:").doesNotContain("<who>sealed1:AAAA<");
        assertThat(stored("sealed")).isEqualTo("[\"/data/who\"]");
    }

    @Test
    void aNameOfAFileThatIsTypedIsNoPhoto() {
        lan.says("/report").taps("Thử").says("a").says("b").says("picture-12345678-1234.jpg");
        assertThat(lan.last()).contains("⚠️");
        lan.taps("⏭ Bỏ qua").says("xong");
        assertThat(lan.last()).contains("Ảnh? –");
    }

    @Test
    void anAnswerThatCannotBeOpenedLeavesTheReportAndTheDraftUsable() {
        lan.says("/report")
                .taps("Thử")
                .says("a")
                .says("bà Tư")
                .taps("⏭ Bỏ qua")
                .says("hết")
                .taps("✅ Gửi báo cáo");
        database.change(tx -> tx.update(
                "UPDATE report SET status = 'RETURNED', instance_xml = ?",
                stored("instance_xml").replaceFirst("sealed1:....", "sealed1:XXXX")));
        lan.says("/reports").taps("BC-2024-0001");
        assertThat(lan.last()).contains("Việc gì? a").contains("không mở được");
        lan.taps("✏️ Sửa báo cáo");
        assertThat(lan.said().toString()).contains("đang để trống");
        assertThat(lan.last()).contains("Việc gì? a").contains("Ai? –");
        lan.taps("✅ Gửi báo cáo");
        assertThat(lan.last()).contains("BC-2024-0001");
    }

    @Test
    void aReportSealedBeforePlacesWereRecordedIsOpenedToItsWriter() {
        lan.says("/report")
                .taps("Thử")
                .says("a")
                .says("bà Tư")
                .taps("⏭ Bỏ qua")
                .says("hết")
                .taps("✅ Gửi báo cáo");
        database.change(tx -> tx.update("UPDATE report SET status = 'RETURNED', sealed = NULL"));
        lan.says("/reports").taps("BC-2024-0001", "✏️ Sửa báo cáo");
        assertThat(lan.last()).contains("Ai? bà Tư");
    }

    private String stored(String column) {
        Optional<String> found =
                database.read(tx -> tx.one("SELECT " + column + " FROM report", row -> row.text(column)));
        return found.orElseThrow();
    }
}

package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Incoming;
import danvan.form.Form;
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

/** A draft is read back once a message, whatever the message does; it was six to eight times. */
class FormSessionsTest {
    private static final String FORM = """
            settings: {form_id: tin, version: "1", form_title: "Bản tin"}
            survey:
              - {type: note, name: hello, label: "Chào"}
              - {type: text, name: where, label: "Ở đâu?"}
              - {type: select_one colour, name: colour, label: "Màu gì?"}
              - {type: select_multiple colour, name: colours, label: "Những màu nào?"}
              - {type: note, name: soon, label: "Sắp xong"}
              - {type: image, name: photo, label: "Ảnh?"}
              - {type: begin repeat, name: house, label: "Hộ"}
              - {type: integer, name: people, label: "Mấy người?", constraint: ". < 50"}
              - {type: end repeat}
            choices:
              - {list_name: colour, name: red, label: "Đỏ"}
              - {list_name: colour, name: blue, label: "Xanh"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private Form form;
    private ReportConversation lan;
    private long before;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("tin.yml"), FORM);
        database = Database.open(TestDatabase.sqlite(folder));
        Forms read = Forms.load(forms, problem -> {
            throw new AssertionError(problem.toString());
        });
        form = read.find("tin").orElseThrow();
        lan = new ReportConversation(database, read, new StartOptions(any -> false, any -> false), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWholeDialogRestoresOnceAMessage() {
        before = form.usage().restores();
        lan.says("/report").taps("Bản tin");
        restored(0, "a new draft is not restored");
        lan.says("thôn 1", "m1");
        restored(1, "typed");
        lan.taps("Đỏ");
        restored(1, "tapped");
        lan.taps("⬅️ Lùi");
        restored(1, "back");
        lan.taps("Xanh");
        restored(1, "tapped again");
        lan.taps("▫️ Đỏ");
        restored(1, "ticked");
        lan.edits("m1", "thôn 2");
        assertThat(lan.last()).contains("thôn 2");
        restored(1, "edited in the middle");
        lan.sends(photo());
        assertThat(lan.last()).contains("Những màu nào?");
        restored(1, "a photo where none is asked for");
        lan.taps("✅ Xong (1)");
        assertThat(lan.last()).contains("Ảnh?");
        restored(1, "past a note");
        lan.sends(photo());
        restored(1, "a photo");
        lan.taps("✔️ Xong (1 tệp)");
        restored(1, "into the repetition");
        lan.says("70");
        assertThat(lan.last()).startsWith("⚠️");
        restored(1, "refused");
        lan.says("7").taps("Có").says("8");
        restored(3, "another repetition");
        lan.taps("Không");
        assertThat(lan.last()).contains("Mấy người? 7");
        restored(1, "to the summary");
        lan.edits("m1", "thôn 3");
        assertThat(lan.last()).contains("thôn 3");
        restored(1, "edited at the summary");
        lan.taps("✏️ Sửa");
        restored(1, "the list of answers");
        lan.taps("🗑 Bỏ bớt");
        restored(1, "the list of repetitions");
        lan.taps("🗑 Hộ 1");
        restored(1, "asked whether to remove one");
        lan.taps("🗑 Bỏ mục này");
        assertThat(lan.last()).doesNotContain("Mấy người? 7");
        restored(1, "removed");
        lan.taps("✅ Gửi báo cáo");
        assertThat(lan.last()).contains("BC-2024-0001");
        restored(1, "sent");
    }

    private static Incoming.File photo() {
        return new Incoming.File(Incoming.Medium.PICTURE, "photo", "", "image/jpeg", 10, "", "");
    }

    private void restored(int times, String what) {
        assertThat(form.usage().restores() - before).as(what).isEqualTo(times);
        assertThat(form.usage().open()).as("sessions left open: " + what).isZero();
        before = form.usage().restores();
    }
}

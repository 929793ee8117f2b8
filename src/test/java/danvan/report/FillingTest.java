package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos with their captions, a question's own picture, and repetitions taken away. */
class FillingTest {
    private static final String FORM = """
            settings: {form_id: ho, version: "1", form_title: "Các hộ"}
            survey:
              - {type: text, name: where, label: "Ở đâu?", "media::image": so-do.png}
              - {type: begin repeat, name: household, label: "Hộ"}
              - {type: integer, name: people, label: "Mấy người?"}
              - {type: image, name: photo, label: "Ảnh?"}
              - {type: end repeat}
              - {type: image, name: paper, label: "Ảnh riêng?", "bind::bot:pii": "yes"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private Talk lan;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("ho.yml"), FORM);
        Files.copy(Path.of("src/test/resources/scenario-forms/so-do.png"), forms.resolve("so-do.png"));
        database = Database.open(TestDatabase.sqlite(folder));
        Forms read = Forms.load(forms, problem -> {
            throw new AssertionError(problem.toString());
        });
        lan = new Talk(database, read, new Habits(form -> false, form -> false), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aQuestionsPictureComesBeforeItsWords() {
        lan.says("/report").taps("Các hộ");
        List<Outgoing> said = lan.said();
        assertThat(said.get(said.size() - 2)).isInstanceOfSatisfying(Outgoing.File.class, file -> {
            assertThat(file.name()).isEqualTo("so-do.png");
            assertThat(file.picture()).isTrue();
        });
        assertThat(lan.last()).contains("Ở đâu?");
        lan.says("thôn 1");
        assertThat(lan.said().stream().filter(Outgoing.File.class::isInstance)).hasSize(1);
    }

    @Test
    void aRepetitionIsTakenAwayWithItsPhotosAndThoseBehindItKeepTheirs() {
        threeHouseholds();
        lan.taps("🗑 Bỏ bớt", "🗑 Hộ 2");
        assertThat(lan.last()).contains("Bỏ Hộ 2?").contains("Mấy người? 2");
        lan.taps("Giữ lại");
        assertThat(lan.last()).contains("Hộ: đã ghi 3");
        lan.taps("🗑 Bỏ bớt", "🗑 Hộ 2", "🗑 Bỏ mục này");
        lan.taps("Không", "⏭ Bỏ qua");
        assertThat(lan.last())
                .contains("Mấy người? 1")
                .contains("Mấy người? 3")
                .doesNotContain("Mấy người? 2")
                .contains("cổng nhà 1")
                .contains("cổng nhà 3")
                .doesNotContain("cổng nhà 2");
        lan.taps("✅ Gửi báo cáo").says("/reports").taps("BC-2024-0001");
        assertThat(lan.last()).contains("cổng nhà 3");
        lan.taps("📎 2 tệp");
        assertThat(lan.said().stream()
                        .filter(Outgoing.File.class::isInstance)
                        .map(file -> ((Outgoing.File) file).caption()))
                .endsWith("BC-2024-0001: cổng nhà 1", "BC-2024-0001: cổng nhà 3");
    }

    @Test
    void theFirstRepetitionGoesToo() {
        threeHouseholds();
        lan.taps("🗑 Bỏ bớt", "🗑 Hộ 1", "🗑 Bỏ mục này");
        lan.taps("🗑 Bỏ bớt", "🗑 Hộ 2", "🗑 Bỏ mục này");
        lan.taps("Không", "⏭ Bỏ qua");
        assertThat(lan.last()).contains("Mấy người? 2").contains("cổng nhà 2").doesNotContain("cổng nhà 1", "nhà 3");
        lan.taps("✏️ Sửa", "🗑 Bỏ bớt", "🗑 Hộ 1", "🗑 Bỏ mục này");
        assertThat(lan.last()).doesNotContain("Mấy người?");
    }

    @Test
    void aCaptionIsCheckedLikeAnyOtherWordsAndSealedWhereTheQuestionIsPersonal() {
        lan.says("/report").taps("Các hộ").says("thôn 1").says("4");
        lan.sends(photo("a", "gọi bà 0912 345 678", ""));
        assertThat(lan.last()).contains("số điện thoại");
        lan.sends(photo("a", "", "album")).sends(photo("b", "gọi 0912 345 678", "album"));
        assertThat(lan.last()).contains("số điện thoại");
        lan.taps("Không").sends(photo("c", "nhà bà Tư 0912 345 678", ""));
        assertThat(lan.last()).contains("📎 1 tệp").doesNotContain("0912").contains("Xin xem lại");
        assertThat(database.<Long>read(
                        tx -> tx.count("SELECT COUNT(*) AS n FROM report_file WHERE caption LIKE '%0912%'")))
                .isZero();
    }

    private void threeHouseholds() {
        lan.says("/report").taps("Các hộ").says("thôn 1");
        for (int i = 1; i <= 3; i++) {
            lan.says(Integer.toString(i)).sends(photo("p" + i, "cổng nhà " + i, ""));
            if (i < 3) {
                lan.taps("Có");
            }
        }
    }

    private static Incoming.File photo(String ref, String caption, String album) {
        return new Incoming.File(Incoming.Medium.PICTURE, ref, "", "image/jpeg", 10, caption, album);
    }
}

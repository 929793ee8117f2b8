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
class DraftActionsTest {
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
    private static final String RECORDINGS = """
            settings: {form_id: ghi, version: "1", form_title: "Ghi lại"}
            survey:
              - {type: integer, name: count, label: "Mấy buổi?", required: "yes"}
              - {type: audio, name: voice, label: "Lời kể?", required: "yes"}
              - {type: video, name: film, label: "Đoạn phim?", required: "yes"}
              - {type: file, name: paper, label: "Văn bản?", required: "yes"}
            """;

    private static final String CONTACT = """
            settings: {form_id: lien-he, version: "1", form_title: "Liên hệ"}
            survey:
              - {type: text, name: who, label: "Gọi ai?", "bind::bot:pii": "yes"}
              - {type: text, name: where, label: "Ở đâu?"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("ho.yml"), FORM);
        Files.writeString(forms.resolve("ghi.yml"), RECORDINGS);
        Files.writeString(forms.resolve("lien-he.yml"), CONTACT);
        Files.copy(Path.of("src/test/resources/scenario-forms/so-do.png"), forms.resolve("so-do.png"));
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

    /** Questions answered in words kept their buttons for good, and a tapped one showed a bare tick. */
    @Test
    void anAnsweredQuestionKeepsItsAnswerAndLosesItsButtons() {
        lan.says("/report").taps("Ghi lại");
        lan.says("hai").says("nhiều lắm");
        assertThat(lan.standing()).contains("Mấy buổi? 2 ✓ [0]");
        lan.says("/cancel");
        assertThat(lan.standing())
                .as("the question it stands at is left without a tick")
                .contains("Lời kể? [0]");
        assertThat(lan.standing().stream().filter(said -> !said.endsWith("[0]")))
                .as("only the newest message has buttons, beside the list of forms")
                .hasSize(2);
        lan.taps("▶️ Viết tiếp");
        assertThat(lan.last()).contains("Lời kể?");
    }

    /** The error stood alone: what was asked had to be sought above it. */
    @Test
    void afterARefusalTheQuestionStandsBelowTheErrorWithItsButtons() {
        lan.says("/report").taps("Ghi lại").says("nhiều lắm");
        assertThat(lan.last()).startsWith("⚠️").contains("Mấy buổi?");
        assertThat(lan.buttons()).contains("💾 Để sau", "✖️ Hủy");
        assertThat(lan.standing().stream().filter(said -> said.contains("Mấy buổi?")))
                .first()
                .isEqualTo("Mấy buổi? [0]");
    }

    @Test
    void aPersonalAnswerIsNotRepeatedWhereItStood() {
        lan.says("/report").taps("Liên hệ").says("bà Sáu").says("thôn 1");
        assertThat(lan.standing()).contains("Gọi ai? ••• ✓ [0]", "Ở đâu? thôn 1 ✓ [0]");
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
        assertThat(lan.lastTwo()).contains("Dòng chú thích", "số điện thoại");
        lan.sends(photo("a", "", "album")).sends(photo("b", "gọi 0912 345 678", "album"));
        assertThat(lan.lastTwo()).contains("số điện thoại");
        lan.taps("✔️ Xong", "Không").sends(photo("c", "nhà bà Tư 0912 345 678", ""));
        lan.taps("✔️ Xong (1 tệp)");
        assertThat(lan.last()).contains("📎 1 tệp").doesNotContain("0912").contains("Xin xem lại");
        assertThat(database.<Long>read(
                        tx -> tx.count("SELECT COUNT(*) AS n FROM report_file WHERE caption LIKE '%0912%'")))
                .isZero();
    }

    /** The summary came with the first and said "1 tệp"; the others were kept without a word, and seemed to be lost. */
    @Test
    void theOtherPicturesOfAnAlbumAreCountedThoughTheirQuestionWasLeftBehind() {
        lan.says("/report")
                .taps("Các hộ")
                .says("thôn 1")
                .says("4")
                .taps("⏭ Bỏ qua")
                .taps("Không");
        lan.sends(photo("a", "", "album")).sends(photo("b", "", "album"));
        lan.taps("✔️ Xong");
        assertThat(lan.last()).contains("📎 2 tệp").contains("Xin xem lại");
        lan.sends(photo("c", "", "album"));
        assertThat(lan.last()).contains("3 tệp");
        lan.taps("✅ Gửi báo cáo");
        assertThat(database.<Long>read(
                        tx -> tx.count("SELECT COUNT(*) AS n FROM report_file WHERE report_id IS NOT NULL")))
                .isEqualTo(3);
    }

    @Test
    void aVoiceAFilmAndAPaperAreKeptAndWhatIsTooLargeOrOfAnotherKindIsAskedForAgain() {
        lan.says("/report").taps("Ghi lại");
        lan.sends(photo("a", "", ""));
        assertThat(lan.last()).contains("Mấy buổi?").contains("1/4");
        assertThat(lan.said().toString()).contains("không nhận ảnh hay tệp");
        lan.says("hai ba").says("1.200");
        lan.sends(photo("a", "", ""));
        assertThat(lan.last()).contains("Lời kể?");
        lan.sends(file(Incoming.Medium.SOUND, "voice", "audio/ogg", 10)).says("xong");
        lan.sends(file(Incoming.Medium.VIDEO, "film", "video/mp4", 5_000_000));
        assertThat(lan.lastTwo()).contains("Tệp quá lớn").contains("các câu đã trả lời vẫn còn");
        lan.sends(file(Incoming.Medium.VIDEO, "film", "video/mp4", 10)).taps("✔️ Xong (1 tệp)");
        assertThat(lan.last()).contains("Văn bản?").contains("4/4");
        lan.sends(file(Incoming.Medium.DOCUMENT, "paper", "application/pdf", 10))
                .taps("✔️ Xong (1 tệp)");
        assertThat(lan.last()).contains("Mấy buổi? 1.200").contains("Văn bản? 📎 1 tệp");
        lan.taps("✅ Gửi báo cáo").says("/reports").taps("BC-2024-0001", "📎 3 tệp");
        assertThat(lan.said().stream()
                        .filter(Outgoing.File.class::isInstance)
                        .map(sent -> ((Outgoing.File) sent).mediaType()))
                .containsExactly("audio/ogg", "video/mp4", "application/pdf");
    }

    @Test
    void aMessageOfAHundredThousandCharactersIsToldToBeTooLongAndNothingIsLost() {
        String text = "dài ".repeat(25_000);
        lan.says("/report").taps("Các hộ").says(text);
        assertThat(lan.last()).contains("Nội dung quá dài");
        lan.says("thôn 1").says(text);
        assertThat(lan.last()).contains("⚠️").hasSizeLessThan(4_096);
        lan.says("3").taps("⏭ Bỏ qua", "Không", "⏭ Bỏ qua");
        assertThat(lan.last()).contains("Ở đâu? thôn 1").contains("Mấy người? 3");
    }

    private void threeHouseholds() {
        lan.says("/report").taps("Các hộ").says("thôn 1");
        for (int i = 1; i <= 3; i++) {
            lan.says(Integer.toString(i))
                    .sends(photo("p" + i, "cổng nhà " + i, ""))
                    .says("Xong");
            if (i < 3) {
                lan.taps("Có");
            }
        }
    }

    private static Incoming.File file(Incoming.Medium medium, String ref, String type, long bytes) {
        return new Incoming.File(medium, ref, "", type, bytes, "", "");
    }

    private static Incoming.File photo(String ref, String caption, String album) {
        return new Incoming.File(Incoming.Medium.PICTURE, ref, "", "image/jpeg", 10, caption, album);
    }
}

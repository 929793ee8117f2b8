package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.form.Forms;
import danvan.report.store.Attachment;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question's photos are one list: summary, report, change, copy and store count the same, whatever was done before. */
class PhotosTest {
    private static final String FORM = """
            settings: {form_id: anh, version: "1", form_title: "Hiện trường"}
            survey:
              - {type: text, name: what, label: "Việc gì?"}
              - {type: image, name: photo, label: "Ảnh?"}
              - {type: begin repeat, name: ho, label: "Hộ"}
              - {type: image, name: cong, label: "Ảnh cổng?", required: "yes"}
              - {type: end repeat}
              - {type: text, name: end, label: "Còn gì?"}
            """;

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;
    private Forms forms;
    private int sent;

    @BeforeEach
    void open() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(sheets.resolve("anh.yml"), FORM);
        database = Database.open(TestDatabase.sqlite(folder));
        forms = Forms.load(sheets, problem -> {
            throw new AssertionError(problem.toString());
        });
        lan = new ReportConversation(database, forms, new StartOptions(form -> false, form -> false), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void photosThatComeOneAfterTheOtherBelongToTheirQuestionUntilThePersonSaysDone() {
        lan.says("/report").taps("Hiện trường").says("ngập");
        photos(1);
        assertThat(lan.last()).contains("Ảnh?").contains("Đã nhận 1 tệp");
        photos(2);
        assertThat(lan.last()).contains("Ảnh?").contains("Đã nhận 3 tệp");
        lan.taps("✔️ Xong (3 tệp)");
        assertThat(lan.last()).contains("Ảnh cổng?");
        photos(2);
        lan.says("xong").taps("Không");
        assertThat(lan.last()).contains("Còn gì?");
        photos(1);
        assertThat(lan.said().toString())
                .contains("chưa được lưu")
                .contains("Ảnh cổng?")
                .contains("Đã trả lời");
        assertThat(lan.last()).contains("Còn gì?");
        lan.says("không");
        assertThat(lan.last()).contains("Ảnh? 📎 3 tệp").contains("Ảnh cổng? 📎 2 tệp");
        photos(1);
        assertThat(lan.said().toString()).contains("đang ở bản tóm tắt");
        send();
        counts(5);
    }

    /** Three, then one more after Edit: the summary said 3, the report held 1. */
    @Test
    void aPhotoSentWhileChangingTheAnswerIsAddedToThoseThatAreThere() {
        filled(3);
        lan.taps("✏️ Sửa", "Ảnh?");
        assertThat(lan.last()).contains("Đã nhận 3 tệp");
        photos(1);
        lan.taps("✔️ Xong (4 tệp)");
        assertThat(lan.last()).contains("Ảnh? 📎 4 tệp");
        send();
        counts(5);
    }

    @Test
    void allPhotosOfAnAnswerCanBeTakenBackAlsoWhereOneIsRequired() {
        filled(3);
        lan.taps("✏️ Sửa", "Ảnh?", "🗑 Bỏ hết tệp");
        assertThat(lan.last()).contains("Ảnh?").doesNotContain("Đã nhận");
        photos(2);
        lan.taps("✔️ Xong (2 tệp)", "✏️ Sửa", "Ảnh cổng?", "🗑 Bỏ hết tệp");
        assertThat(lan.last()).contains("Ảnh cổng?");
        assertThat(lan.buttons()).doesNotContain("⏭ Bỏ qua");
        photos(2);
        lan.taps("✔️ Xong (2 tệp)");
        assertThat(lan.last()).contains("Ảnh? 📎 2 tệp").contains("Ảnh cổng? 📎 2 tệp");
        send();
        counts(4);
    }

    @Test
    void aReturnedReportIsChangedWithItsPhotosAndKeepsThemUntilTheChangeIsSent() {
        filled(3);
        send();
        returned();
        lan.taps("✏️ Sửa báo cáo");
        assertThat(lan.last()).contains("Ảnh? 📎 3 tệp").contains("Ảnh cổng? 📎 1 tệp");
        lan.taps("✏️ Sửa", "Ảnh?");
        assertThat(lan.last()).contains("Đã nhận 3 tệp");
        photos(1);
        lan.taps("✔️ Xong (4 tệp)");
        assertThat(lan.last()).contains("Ảnh? 📎 4 tệp");
        assertThat(ofReport()).as("not sent yet").hasSize(4);
        send();
        counts(5);
        returned();
        lan.taps("✏️ Sửa báo cáo", "✏️ Sửa", "Ảnh?", "🗑 Bỏ hết tệp");
        photos(1);
        lan.taps("✔️ Xong (1 tệp)");
        send();
        counts(2);
    }

    @Test
    void aChangeThatIsGivenUpLeavesTheReportsPhotosWhereTheyAre() {
        filled(3);
        send();
        returned();
        lan.taps("✏️ Sửa báo cáo", "✏️ Sửa", "Ảnh?", "🗑 Bỏ hết tệp")
                .says("/cancel")
                .taps("🗑 Bỏ hẳn");
        counts(4);
    }

    @Test
    void theSummaryCountsThePhotosThatAreLeftWhenARepetitionIsTakenAway() {
        lan.says("/report").taps("Hiện trường").says("ngập").taps("⏭ Bỏ qua");
        photos(1);
        lan.says("xong").taps("Có");
        photos(2);
        lan.says("xong").taps("Không").says("không");
        assertThat(lan.last()).contains("Ảnh cổng? 📎 1 tệp").contains("Ảnh cổng? 📎 2 tệp");
        lan.taps("✏️ Sửa", "🗑 Bỏ bớt", "🗑 Hộ 1", "🗑 Bỏ mục này");
        assertThat(lan.last()).contains("Ảnh cổng? 📎 2 tệp").doesNotContain("1 tệp");
        send();
        counts(2);
    }

    @Test
    void photosOfAQuestionAreNotMoreThanAnybodyLooksAt() {
        lan.says("/report").taps("Hiện trường").says("ngập");
        photos(21);
        assertThat(lan.lastTwo()).contains("đã có 20 tệp").contains("chưa được lưu");
        lan.taps("✔️ Xong (20 tệp)");
        photos(1);
        lan.says("xong").taps("Không").says("không");
        send();
        counts(21);
    }

    /** It was {@code uuid:uuid:…}, which other servers know as an ID of no kind. */
    @Test
    void theInstanceIdIsUuidOnceAndStaysWhatItWasForReportsThatWereSentBefore() {
        filled(1);
        send();
        String xml = column("instance_xml");
        assertThat(xml).containsPattern("<instanceID>uuid:[0-9a-f-]{36}</instanceID>");
        assertThat(xml).contains("<instanceID>" + column("instance_id") + "</instanceID>");
        // As a report that was sent, and copied, before.
        String old = xml.replace("uuid:", "uuid:uuid:");
        database.change(tx -> tx.update("UPDATE report SET instance_xml = ?", old));
        returned();
        lan.taps("✏️ Sửa báo cáo");
        send();
        assertThat(column("instance_xml")).containsPattern("<instanceID>uuid:uuid:[0-9a-f-]{36}</instanceID>");
    }

    private String column(String name) {
        Optional<String> found = database.read(tx -> tx.one("SELECT " + name + " FROM report", row -> row.text(name)));
        return found.orElseThrow();
    }

    /** Two photos of the first question, and one of a household; at the summary. */
    private void filled(int photos) {
        lan.says("/report").taps("Hiện trường").says("ngập");
        photos(photos);
        lan.taps("✔️ Xong (" + photos + " tệp)");
        photos(1);
        lan.says("xong").taps("Không").says("không");
        assertThat(lan.last()).contains("Ảnh? 📎 " + photos + " tệp").contains("Ảnh cổng? 📎 1 tệp");
    }

    /** Each as a turn of a bot that was started anew. */
    private void photos(int count) {
        for (int i = 0; i < count; i++) {
            lan.sends(new Incoming.File(Incoming.Medium.PICTURE, "p" + sent++, "", "image/jpeg", 10, "", ""));
        }
    }

    private void send() {
        lan.taps("✅ Gửi báo cáo");
        assertThat(lan.last()).contains("BC-2024-0001");
    }

    private void returned() {
        lan.asLead(2, "xa").says("/reports").taps("BC-2024-0001", "↩️ Trả lại").says("thiếu ảnh");
        lan.as(1, "xa").says("/reports").taps("BC-2024-0001");
    }

    private List<Attachment> ofReport() {
        return lan.store.attachments().ofReport(1);
    }

    /** The card, the files that are sent to who looks, the copy for ODK, and the store hold as many. */
    private void counts(int files) {
        lan.says("/reports").taps("BC-2024-0001", "📎 " + files + " tệp");
        long shown = lan.said().subList(lan.said().size() - files, lan.said().size()).stream()
                .filter(Outgoing.File.class::isInstance)
                .count();
        assertThat(shown).isEqualTo(files);
        assertThat(ofReport()).hasSize(files);
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM file")))
                .as("nothing is kept that nothing names")
                .isEqualTo(files + unkept());
    }

    /** Fetched and not taken, or shown with a question: gone after a day. */
    private long unkept() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM file WHERE keep_until IS NOT NULL"));
    }
}

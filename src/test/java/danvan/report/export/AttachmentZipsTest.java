package danvan.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos had to be opened one by one in the chat, and were called photo-3f2a…. */
class AttachmentZipsTest {
    @TempDir
    Path folder;

    private ReportFixture shelf;
    private Files files;

    @BeforeEach
    void open() throws IOException {
        shelf = new ReportFixture(folder);
        files = new Files(shelf.database, Clock.systemUTC());
        shelf.report("1", "xa-a", "2024-03-05", "<noi_dung>x</noi_dung>");
        shelf.report("1", "xa-b", "2024-03-06", "<noi_dung>x</noi_dung>");
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void eachFileIsNamedByItsReportItsUnitAndItsQuestion() throws Exception {
        put(1, "/data/noi_dung", "a.jpg", "một");
        put(1, "/data/noi_dung", "b.jpg", "hai");
        put(2, "/data/ho[1]/nguoi", "c.pdf", "ba");
        AttachmentZips.Made made = made(1_000);
        assertThat(made.written()).isEqualTo(3);
        assertThat(made.left()).isZero();
        assertThat(made.parts()).hasSize(1);
        assertThat(unpacked(made.parts().get(0)))
                .containsExactly(
                        Map.entry("BC-2024-0001 xã Hồng Minh - Nội dung.jpg", "một"),
                        Map.entry("BC-2024-0001 xã Hồng Minh - Nội dung 2.jpg", "hai"),
                        Map.entry("BC-2024-0002 xã Tiến Đức - Số người.pdf", "ba"));
    }

    @Test
    void filesOfPersonalQuestionsStayOut() throws Exception {
        put(1, "/data/lien_he", "a.jpg", "riêng");
        put(1, "/data/noi_dung", "b.jpg", "chung");
        AttachmentZips.Made made = made(1_000);
        assertThat(unpacked(made.parts().get(0))).containsOnlyKeys("BC-2024-0001 xã Hồng Minh - Nội dung.jpg");
    }

    /** What does not fit into one message comes in several; what can never be sent is counted. */
    @Test
    void partsAreNoLargerThanCanBeSent() throws Exception {
        put(1, "/data/noi_dung", "a.jpg", "x".repeat(60));
        put(1, "/data/noi_dung", "b.jpg", "y".repeat(60));
        put(2, "/data/noi_dung", "c.jpg", "z".repeat(200));
        AttachmentZips.Made made = made(100);
        assertThat(made.parts()).hasSize(2);
        assertThat(made.written()).isEqualTo(2);
        assertThat(made.left()).isEqualTo(1);
    }

    @Test
    void whereThereAreNoFilesThereIsNoPart() throws Exception {
        assertThat(made(100).parts()).isEmpty();
    }

    private AttachmentZips.Made made(long most) throws IOException {
        return new AttachmentZips(shelf.served(), shelf.store(), ReportFixture.ORGANIZATION, files, "vi", most)
                .of(shelf.all("huyen"), count -> {});
    }

    private void put(long report, String ref, String name, String content) throws IOException, FileTooLarge {
        StoredFile stored = files.store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), 1_000);
        shelf.database.change(tx -> tx.update(
                "INSERT INTO report_file (report_id, ref, name, file_id, media_type, bytes, caption, sealed)"
                        + " VALUES (?, ?, ?, ?, 'image/jpeg', ?, '', 0)",
                report,
                ref,
                name,
                stored.id(),
                stored.bytes()));
    }

    private Map<String, String> unpacked(StoredFile part) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(files.open(part.id()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}

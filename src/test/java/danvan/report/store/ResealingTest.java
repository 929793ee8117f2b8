package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import danvan.storage.Database;
import danvan.storage.StoredFile;
import danvan.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that leaked is changed: what it sealed stays readable, and is soon sealed under the new one. */
class ResealingTest {
    private static final SealedPaths PHONE = new SealedPaths(Optional.of(Set.of("/data/phone")));

    @TempDir
    private Path folder;

    private Path file;
    private Database database;
    private danvan.storage.Files files;

    @BeforeEach
    void opens() {
        file = folder.resolve("report.key");
        database = Database.open(TestDatabase.sqlite(folder));
        files = new danvan.storage.Files(database, Clock.systemUTC());
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void afterARotationOldAnswersAreReadableAndThenSealedUnderTheNewKeyAlone() throws Exception {
        AnswerCipher before = AnswerCipher.in(file);
        String xml = "<data><phone>" + before.seal("0912 345 678") + "</phone><note>" + before.seal("typed so")
                + "</note></data>";
        for (int i = 0; i < 250; i++) {
            int number = i;
            database.change(tx -> tx.update(
                    "INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,"
                            + " submitted_at, urgent, instance_xml, sealed) VALUES (2024, ?, 'f', '1', 'F', ?, 1, 'xa', 0, 0, ?, ?)",
                    number,
                    "i" + number,
                    xml,
                    PHONE.written()));
        }
        database.change(tx -> {
            tx.update(
                    "INSERT INTO report_draft (id, member_id, form_id, form_version, instance_xml, position, album, album_ref,"
                            + " changed_at, sealed) VALUES ('d', 1, 'f', '1', ?, '', '', '', 0, ?)",
                    xml,
                    PHONE.written());
            tx.update(
                    "INSERT INTO report_edition (report_id, edition, instance_xml, submitted_at, sealed) VALUES (1, 1, ?, 0, ?)",
                    xml,
                    PHONE.written());
            tx.update(
                    "INSERT INTO report_file (draft_id, ref, name, file_id, media_type, bytes, caption, sealed)"
                            + " VALUES ('d', '/data/photo', 'n', 'f', 't', 1, ?, 1)",
                    before.seal("ảnh bà Hoa"));
        });
        KeyFile.rotate(file, "in use until 2024-05-01");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        AnswerCipher both = AnswerCipher.in(file);
        files.sealedBy(both.files());
        assertThat(both.open(PHONE, xml, "r").xml()).as("readable meanwhile").contains("0912 345 678");
        assertThat(before.open(both.seal("neu")))
                .as("what is sealed now, the old key does not open")
                .isEmpty();

        assertThat(new Resealing(database, files, both).run()).isEqualTo(253);
        assertThat(new Resealing(database, files, both).run()).as("once").isZero();

        AnswerCipher onlyNew = AnswerCipher.of(KeyFile.read(file).get(0));
        for (String table : List.of("report", "report_draft", "report_edition")) {
            List<String> texts =
                    database.read(tx -> tx.list("SELECT instance_xml AS t FROM " + table, row -> row.text("t")));
            assertThat(texts).isNotEmpty().allSatisfy(text -> {
                AnswerCipher.OpenedInstance opened = onlyNew.open(PHONE, text, "r");
                assertThat(opened.complete()).isTrue();
                assertThat(opened.xml()).contains("0912 345 678");
                assertThat(before.open(PHONE, text, "r").complete()).isFalse();
            });
            assertThat(texts)
                    .allSatisfy(text -> assertThat(text)
                            .as("what only looks sealed is the person's own words")
                            .contains(xml.substring(xml.indexOf("<note>"))));
        }
        assertThat(database.read(tx -> tx.one("SELECT caption AS t FROM report_file", row -> row.text("t")))
                        .flatMap(onlyNew::open))
                .contains("ảnh bà Hoa");
    }

    /** The caption of a personal picture was sealed, and the picture itself lay open beside it. */
    @Test
    void filesOfPersonalQuestionsAreSealedAndFollowTheKey() throws Exception {
        byte[] picture = new byte[2_500_000];
        new Random(7).nextBytes(picture);
        byte[] other = "biên bản họp".getBytes(StandardCharsets.UTF_8);
        AnswerCipher before = AnswerCipher.in(file);
        files.sealedBy(before.files());
        StoredFile personal = files.store(new ByteArrayInputStream(picture), 20 << 20);
        StoredFile open = files.store(new ByteArrayInputStream(other), 20 << 20);
        AttachmentTable attachments = new AttachmentTable(database, files);
        database.change(tx -> {
            List<Attachment> sent = List.of(
                    new Attachment(
                            "/data/group[2]/card", "a", personal.id(), "image/jpeg", personal.bytes(), "", false),
                    new Attachment("/data/minutes", "b", open.id(), "application/pdf", open.bytes(), "", false));
            attachments.put(tx, "d", sent);
            attachments.seal(tx, sent, Set.of("/data/group/card"));
            attachments.seal(tx, sent, Set.of("/data/group/card"));
        });
        assertThat(stored(personal)).isNotEqualTo(Arrays.copyOf(picture, 1 << 20));
        assertThat(stored(open)).isEqualTo(other);
        assertThat(files.open(personal.id()).readAllBytes()).isEqualTo(picture);

        KeyFile.rotate(file, "in use until 2024-05-01");
        AnswerCipher both = AnswerCipher.in(file);
        files.sealedBy(both.files());
        assertThat(files.open(personal.id()).readAllBytes())
                .as("readable meanwhile")
                .isEqualTo(picture);
        assertThat(new Resealing(database, files, both).run()).isEqualTo(1);
        files.sealedBy(before.files());
        assertThatThrownBy(() -> files.open(personal.id()).readAllBytes()).hasMessageContaining("report.key");
        files.sealedBy(AnswerCipher.of(KeyFile.read(file).get(0)).files());
        assertThat(files.open(personal.id()).readAllBytes()).isEqualTo(picture);
        assertThat(files.open(open.id()).readAllBytes()).isEqualTo(other);
    }

    private byte[] stored(StoredFile stored) {
        return database.read(tx -> tx.one(
                        "SELECT body FROM file_part WHERE file_id = ? AND part = 0",
                        row -> row.bytes("body"),
                        stored.id()))
                .orElseThrow();
    }

    @Test
    void aDamagedFileOfKeysIsNotChanged() throws Exception {
        Files.writeString(file, "no key\n");
        assertThat(catchThrowable(() -> KeyFile.rotate(file, "x"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readString(file)).isEqualTo("no key\n");
    }
}

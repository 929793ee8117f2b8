package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
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

    @BeforeEach
    void opens() {
        file = folder.resolve("report.key");
        database = Database.open(TestDatabase.sqlite(folder));
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void afterARotationOldAnswersAreReadableAndThenSealedUnderTheNewKeyAlone() throws Exception {
        AnswerCipher before = AnswerCipher.in(file);
        String xml = "<data><phone>" + before.seal("0912 345 678") + "</phone><note>" + before.seal("typed so") + "</note></data>";
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
        assertThat(both.open(PHONE, xml, "r").xml()).as("readable meanwhile").contains("0912 345 678");
        assertThat(before.open(both.seal("neu"))).as("what is sealed now, the old key does not open").isEmpty();

        assertThat(new Resealing(database, both).run()).isEqualTo(253);
        assertThat(new Resealing(database, both).run()).as("once").isZero();

        AnswerCipher onlyNew = AnswerCipher.of(KeyFile.read(file).get(0));
        for (String table : List.of("report", "report_draft", "report_edition")) {
            List<String> texts = database.read(
                    tx -> tx.list("SELECT instance_xml AS t FROM " + table, row -> row.text("t")));
            assertThat(texts).isNotEmpty().allSatisfy(text -> {
                AnswerCipher.OpenedInstance opened = onlyNew.open(PHONE, text, "r");
                assertThat(opened.complete()).isTrue();
                assertThat(opened.xml()).contains("0912 345 678");
                assertThat(before.open(PHONE, text, "r").complete()).isFalse();
            });
            assertThat(texts).allSatisfy(text -> assertThat(text)
                    .as("what only looks sealed is the person's own words")
                    .contains(xml.substring(xml.indexOf("<note>"))));
        }
        assertThat(database.read(tx -> tx.one("SELECT caption AS t FROM report_file", row -> row.text("t")))
                        .flatMap(onlyNew::open))
                .contains("ảnh bà Hoa");
    }

    @Test
    void aDamagedFileOfKeysIsNotChanged() throws Exception {
        Files.writeString(file, "no key\n");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> KeyFile.rotate(file, "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readString(file)).isEqualTo("no key\n");
    }
}

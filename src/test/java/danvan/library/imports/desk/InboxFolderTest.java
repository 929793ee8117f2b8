package danvan.library.imports.desk;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.library.imports.ImportedDocument;
import danvan.library.imports.Imports;
import danvan.library.imports.TestFiles;
import danvan.library.imports.reading.Reading;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is laid into the folder is read and told as what is sent in a chat is. */
class InboxFolderTest {
    private static final Address OFFICE = new Address("web", "hoa");
    private static final Address LAN = new Address("web", "lan");

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private Path inbox;
    private Database database;
    private Imports imports;
    private DocumentReader reader;

    @BeforeEach
    void open() throws IOException {
        inbox = java.nio.file.Files.createDirectories(folder.resolve("inbox"));
        database = Database.open(TestDatabase.sqlite(folder));
        start(Reading.ofOwnFiles());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** What a start of the bot makes anew. */
    private void start() {
        start(Reading.ofOwnFiles());
    }

    private void start(Reading reading) {
        Clock clock = Clock.systemUTC();
        imports = new Imports(database, new Files(database, clock), reading, clock);
        reader = new DocumentReader(
                new LibraryDocuments(imports, List::of, document -> ""),
                database,
                new Outbox(database, clock, "test"),
                address -> new Texts().in(Language.VI),
                () -> List.of(OFFICE),
                Optional.of(new InboxFolder(inbox, imports, database)),
                nanos::get);
    }

    private void lay(String name, String text) throws IOException {
        java.nio.file.Files.writeString(inbox.resolve(name), text);
    }

    private void looks() {
        reader.lookIntoFolder();
        reader.lookIntoFolder();
    }

    private List<String> told(Address address) {
        return database.read(tx ->
                tx.list("SELECT body FROM outbox WHERE chat = ? ORDER BY id", row -> row.text("body"), address.chat()));
    }

    /** It was counted in memory only: a file that ends its process was tried again after each start, without end. */
    @Test
    void aFileThatEndsTheProcessAtEachStartIsSetAside() throws Exception {
        lay("bay.txt", TestFiles.DECISION);
        looks();
        ImportedDocument unread = imports.unread().get(0);
        // What twelve starts leave whose process ended while it was read.
        database.change(tx -> tx.update("UPDATE library_document SET attempts = 12 WHERE id = ?", unread.id()));
        start();
        reader.readWhatWaits();
        reader.lookIntoFolder();
        reader.readWhatWaits();
        assertThat(imports.unread()).isEmpty();
        assertThat(inbox.resolve("failed/bay.txt")).exists();
        assertThat(inbox.resolve("failed/bay.txt.txt")).content().contains("nothing is known about the file");
        assertThat(told(OFFICE)).singleElement().asString().contains("bay.txt");
    }

    /** The name would have been shown to the office, and kept, with the number in it. */
    @Test
    void aFileWhoseNameHoldsAPersonsNumberIsSetAsideAndItsNameIsKeptNowhere() throws Exception {
        lay("cccd 034087001234.txt", TestFiles.DECISION);
        looks();
        assertThat(imports.unread()).isEmpty();
        assertThat(inbox.resolve("failed/cccd 034087001234.txt")).exists();
        assertThat(inbox.resolve("failed/cccd 034087001234.txt.txt")).content().contains("rename it");
        reader.readWhatWaits();
        assertThat(told(OFFICE))
                .singleElement()
                .asString()
                .doesNotContain("034087001234")
                .contains("*.txt");
    }

    /** Each file was put into "failed", as if it were to blame, or had to be sent again. */
    @Test
    void whereNoProcessCanBeStartedThatReadsFilesAllOfThemWait() throws Exception {
        Path command = folder.resolve("java");
        try (Reading reading = new Reading(Duration.ofMinutes(1), 100L << 20, "tesseract", command.toString())) {
            start(reading);
            lay("qd.txt", TestFiles.DECISION);
            Path sent = java.nio.file.Files.writeString(
                    folder.resolve("kh.txt"), TestFiles.DECISION.replace("45/2025", "46/2025"));
            StoredFile stored = imports.stored(sent);
            database.change(tx -> {
                tx.update("INSERT INTO unit (code, name, level) VALUES ('xa', 'Xã', 'COMMUNE')");
                tx.update("INSERT INTO member (id, name, role, unit, created_at) VALUES (7, 'Lan', 'OFFICE', 'xa', 0)");
                imports.take(tx, stored, "kh.txt", 7, new ImportedDocument.Sender(LAN.channel(), LAN.chat()));
            });
            for (int round = 0; round < 5; round++) {
                looks();
                reader.readWhatWaits();
                nanos.addAndGet(Duration.ofSeconds(40).toNanos());
            }
            assertThat(inbox.resolve("qd.txt")).exists();
            assertThat(inbox).isDirectoryNotContaining("glob:**/{done,failed}");
            assertThat(told(OFFICE)).singleElement().asString().contains(command.toString(), "không phải lỗi của tệp");
            assertThat(told(LAN)).singleElement().asString().contains(command.toString());
            assertThat(imports.unread()).hasSize(1);

            java.nio.file.Files.createSymbolicLink(command, Path.of(System.getProperty("java.home"), "bin", "java"));
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            looks();
            reader.readWhatWaits();
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            reader.readWhatWaits();
            assertThat(imports.unread()).isEmpty();
            assertThat(inbox.resolve("done/qd.txt")).exists();
            assertThat(told(OFFICE)).hasSize(2).last().asString().contains("qd.txt");
            assertThat(told(LAN)).hasSize(2).last().asString().contains("kh.txt");
        }
    }

    /** A film among the documents is told in one line; what lies beside it is taken. */
    @Test
    void whatIsTooLargeIsPutAsideUnreadAndTheOfficeHearsOfIt() throws Exception {
        try (RandomAccessFile film =
                new RandomAccessFile(inbox.resolve("a-phim.pdf").toFile(), "rw")) {
            film.setLength(200L << 20);
        }
        lay("qd.txt", TestFiles.DECISION);
        looks();
        reader.lookIntoFolder();
        reader.readWhatWaits();
        assertThat(inbox.resolve("failed/a-phim.pdf")).exists();
        assertThat(inbox.resolve("failed/a-phim.pdf.txt")).content().contains("larger than the library takes");
        assertThat(inbox.resolve("done/qd.txt")).exists();
        assertThat(told(OFFICE))
                .hasSize(2)
                .anyMatch(text -> text.contains("a-phim.pdf"))
                .anyMatch(text -> text.contains("qd.txt") && text.contains("45/2025"));
    }

    /** Word lays "~$…" beside what is open, a browser "….crdownload" until it has all of it. */
    @Test
    void whatIsNoDocumentOfAnybodyStays() throws Exception {
        for (String name : List.of("~$qd.docx", "Thumbs.db", "desktop.ini", "luat.pdf.crdownload", ".an")) {
            lay(name, "x");
        }
        looks();
        assertThat(imports.unread()).isEmpty();
        assertThat(inbox).isDirectoryNotContaining("glob:**/{done,failed}");
    }

    @Test
    void theSameFileAgainAndAnotherOfTheSameNameAreKept() throws Exception {
        lay("qd.txt", TestFiles.DECISION);
        looks();
        lay("qd.txt", TestFiles.DECISION);
        looks();
        assertThat(imports.unread()).hasSize(1);
        lay("qd.txt", TestFiles.DECISION.replace("21 giờ", "22 giờ"));
        looks();
        assertThat(imports.unread())
                .extracting(document -> document.inboxFile().orElse(""))
                .containsExactly("qd.txt", "qd (3).txt");
        assertThat(inbox.resolve("done")).isDirectoryContaining("glob:**/qd (2).txt");
    }

    /** Files that come one by one while each is read at once: the first is told of, the others together. */
    @Test
    void whatComesSoonAfterwardsIsToldTogether() throws Exception {
        for (int i = 0; i < 8; i++) {
            lay("qd" + i + ".txt", TestFiles.DECISION.replace("45/2025", i + 1 + "/2025"));
            looks();
            reader.lookIntoFolder();
            reader.readWhatWaits();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(told(OFFICE)).hasSize(2);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        reader.readWhatWaits();
        assertThat(told(OFFICE)).hasSize(3).last().asString().contains("Đã đọc 7 tệp");
        assertThat(told(LAN)).isEmpty();
    }
}

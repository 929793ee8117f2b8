package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.index.IndexFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search index in a folder: found again as it was left, and built again where it cannot be. */
class IndexOnDiskTest {
    @TempDir
    Path folder;

    @BeforeEach
    void twoDocuments() throws IOException {
        own("nha-van-hoa", "Quy chế nhà văn hóa", "Nhà văn hóa thôn mở cửa từ 6 giờ đến 21 giờ.");
        own("cho-phien", "Quy chế chợ phiên", "Chợ phiên họp vào ngày mùng năm âm lịch.");
    }

    private void own(String id, String title, String text) throws IOException {
        Path file = folder.resolve("base/documents").resolve(id).resolve("vi.md");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "---\ntitle: \"" + title + "\"\nkind: \"Quy chế\"\nissuer: \"UBND xã\"\n---\n## " + title
                        + " nói gì\n<!-- {id: \"noi\"} -->\n" + text + "\n");
    }

    private Library open() {
        return Library.open(folder.resolve("base"), folder.resolve("index"), problem -> {});
    }

    private static Document document(String id, String title) {
        return new Document(
                id,
                "vi",
                Optional.of("7/QĐ-UBND"),
                "Quyết định",
                title,
                title,
                "UBND xã",
                Optional.of(LocalDate.of(2024, 1, 5)),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of("imported"),
                List.of(new Document.Repealed("Điều 3", "9/QĐ-UBND", Optional.of(LocalDate.of(2024, 2, 1)))));
    }

    private static Passage passage(String document, String heading, String text) {
        return new Passage(
                document,
                "p1",
                "vi",
                heading,
                text,
                Optional.of("Điều 1"),
                Optional.of("đọc từ bản chụp"),
                "V1",
                new Validity(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty()));
    }

    private static String answer(Library library, String question) {
        return library.find(new Question(question, "vi", LocalDate.of(2024, 3, 1))) instanceof Finding.Found found
                ? found.best().passage().text()
                : "nothing";
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index/copy-1"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isOpenedAsItWasLeftAndNothingIsPutInTwice() throws IOException {
        Document rice = document("cay-lua", "Lịch cấy lúa");
        Passage passage = passage("cay-lua", "Lịch cấy lúa vụ xuân", "Lúa vụ xuân cấy xong trước ngày mười tháng hai.");
        try (Library library = open()) {
            library.put(rice, List.of(passage), "1.0", List.of("5/QĐ-UBND"));
            assertThat(answer(library, "lua vu xuan cay xong truoc ngay nao")).contains("mười tháng hai");
        }
        List<String> left = files();
        try (Library library = open()) {
            assertThat(library.holds("cay-lua", "vi", "1.0")).isTrue();
            assertThat(library.holds("cay-lua", "vi", "2.0")).isFalse();
            assertThat(answer(library, "lua vu xuan cay xong truoc ngay nao")).contains("mười tháng hai");
            assertThat(answer(library, "nha van hoa thon mo cua den may gio")).contains("21 giờ");
            assertThat(library.document("cay-lua", "vi")).contains(rice);
            assertThat(library.passages("cay-lua", "vi")).containsExactly(passage);
            assertThat(library.passageOf(passage.key(), "vi")).contains(passage);
            assertThat(library.named("7/qđ-ubnd")).containsExactly(rice);
            assertThat(library.imported()).isEqualTo(Map.of(rice, List.of("5/QĐ-UBND")));
        }
        assertThat(files()).as("no new segment was written").isEqualTo(left);
    }

    @Test
    void whatChangedInTheFolderMeanwhileIsPutInAndWhatIsGoneTakenOut() throws IOException {
        open().close();
        own("nha-van-hoa", "Quy chế nhà văn hóa", "Nhà văn hóa thôn mở cửa từ 6 giờ đến 22 giờ.");
        Files.delete(folder.resolve("base/documents/cho-phien/vi.md"));
        try (Library library = open()) {
            assertThat(answer(library, "nha van hoa thon mo cua den may gio")).contains("22 giờ");
            assertThat(answer(library, "chợ phiên họp ngày nào")).isEqualTo("nothing");
            assertThat(library.documents()).hasSize(1);
        }
    }

    @Test
    void aDocumentOfTheFolderThatAnotherTookThePlaceOfIsBackAfterARestartToo() {
        try (Library library = open()) {
            library.put(
                    document("cho-phien", "Quy chế chợ phiên"),
                    List.of(passage("cho-phien", "Chợ phiên họp ngày nào", "Chợ phiên họp vào ngày mùng chín.")),
                    "1.0",
                    List.of());
        }
        try (Library library = open()) {
            assertThat(answer(library, "chợ phiên họp ngày nào")).contains("mùng chín");
            library.remove("cho-phien", "vi");
            assertThat(answer(library, "chợ phiên họp ngày nào")).contains("mùng năm");
        }
    }

    @Test
    void whatWasTornIsBuiltAgain() throws IOException {
        open().close();
        for (String ending : List.of("segments", ".cfs")) {
            Path torn;
            try (Stream<Path> files = Files.list(folder.resolve("index/copy-1"))) {
                torn = files.filter(file -> file.getFileName().toString().startsWith(ending)
                                || file.toString().endsWith(ending))
                        .findFirst()
                        .orElseThrow();
            }
            try (RandomAccessFile file = new RandomAccessFile(torn.toFile(), "rw")) {
                file.setLength(file.length() / 2);
            }
            assertThat(IndexFolder.copies(folder.resolve("index")))
                    .singleElement()
                    .returns("copy-1", IndexFolder.Copy::name)
                    .returns(OptionalInt.empty(), IndexFolder.Copy::passages);
            try (Library library = open()) {
                assertThat(answer(library, "nha van hoa thon mo cua den may gio"))
                        .as("after %s was torn", torn.getFileName())
                        .contains("21 giờ");
            }
        }
    }

    /** For an operator who asks how far it is, while the bot goes on filling it. */
    @Test
    void howMuchItHoldsIsToldBesideTheProcessThatHasIt() throws IOException {
        assertThat(IndexFolder.copies(folder.resolve("index"))).isEmpty();
        try (Library library = open()) {
            assertThat(IndexFolder.copies(folder.resolve("index")))
                    .containsExactly(new IndexFolder.Copy("copy-1", OptionalInt.of(2), 2, 0));
            library.put(
                    document("cay-lua", "Lịch cấy lúa"),
                    List.of(passage("cay-lua", "Lịch cấy lúa", "Lúa cấy xong trước ngày mười tháng hai.")),
                    "1.0",
                    List.of());
            assertThat(IndexFolder.copies(folder.resolve("index")))
                    .containsExactly(new IndexFolder.Copy("copy-1", OptionalInt.of(3), 3, 0));
        }
    }

    @Test
    void oneOfAnotherVersionIsBuiltAgain() throws IOException {
        open().close();
        try (Directory directory = FSDirectory.open(folder.resolve("index/copy-1"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            writer.deleteAll();
            writer.setLiveCommitData(Map.of("version", "0").entrySet());
            writer.commit();
        }
        assertThat(IndexFolder.copies(folder.resolve("index")))
                .containsExactly(new IndexFolder.Copy("copy-1", OptionalInt.empty(), 0, 0));
        try (Library library = open()) {
            assertThat(answer(library, "nha van hoa thon mo cua den may gio")).contains("21 giờ");
        }
    }

    @Test
    void twoAtOnceHaveACopyEach() {
        try (Library one = open();
                Library other = open()) {
            one.put(
                    document("cay-lua", "Lịch cấy lúa"),
                    List.of(passage("cay-lua", "Lịch cấy lúa", "Lúa cấy xong trước ngày mười tháng hai.")),
                    "1.0",
                    List.of());
            assertThat(answer(one, "lua cay xong truoc ngay nao")).contains("mười tháng hai");
            assertThat(answer(other, "lua cay xong truoc ngay nao")).isEqualTo("nothing");
            assertThat(answer(other, "nha van hoa thon mo cua den may gio")).contains("21 giờ");
        }
    }

    @Test
    void theGlossaryItIsReadByIsKeptWithIt() throws IOException {
        Glossary glossary = new Glossary(
                List.of(new Glossary.Abbreviation(List.of("nvh"), List.of(new Glossary.FullForm("nhà văn hóa", "")))),
                List.of(),
                List.of());
        try (Library library = open()) {
            library.setGlossary(glossary);
        }
        List<String> left = files();
        try (Library library = open()) {
            assertThat(library.glossary()).isEqualTo(glossary);
            assertThat(library.ownGlossary()).isNotEqualTo(glossary);
            assertThat(answer(library, "nvh thon mo cua den may gio")).contains("21 giờ");
            library.setGlossary(glossary);
        }
        assertThat(files()).as("nothing is rewritten").isEqualTo(left);
    }
}

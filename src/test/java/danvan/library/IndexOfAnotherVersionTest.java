package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.ChildJvm;
import danvan.library.imports.shelving.Shelving;
import danvan.library.index.IndexFolder;
import danvan.library.index.IndexOfVersion1;
import danvan.storage.Database;
import danvan.storage.Eventually;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After an update of the bot that writes its index otherwise, nobody was answered from the imported documents until all were
 * put in again. The older index now goes on answering while the new one is built beside it.
 */
class IndexOfAnotherVersionTest {
    private static final String ASKED = "lua vu xuan cay xong truoc ngay nao";

    @TempDir
    Path folder;

    @BeforeEach
    void olderIndex() throws IOException {
        Files.createDirectories(folder.resolve("base/documents"));
        for (int copy = 1; copy <= 2; copy++) {
            IndexOfVersion1.write(
                    folder.resolve("index/copy-" + copy), rice(), List.of(passage("mười tháng hai")), "V@3");
        }
    }

    private Library open() {
        return Library.open(folder.resolve("base"), folder.resolve("index"), problem -> {});
    }

    private static Document rice() {
        return new Document(
                "cay-lua",
                "vi",
                Optional.of("7/QĐ-UBND"),
                "Quyết định",
                "Lịch cấy lúa",
                "Lịch cấy lúa",
                "UBND xã",
                Optional.of(LocalDate.of(2024, 1, 5)),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of("imported"),
                List.of());
    }

    private static Passage passage(String day) {
        return new Passage(
                "cay-lua",
                "p1",
                "vi",
                "Lịch cấy lúa vụ xuân",
                "Lúa vụ xuân cấy xong trước ngày " + day + ".",
                Optional.of("Điều 1"),
                Optional.empty(),
                "V1",
                Validity.ALWAYS);
    }

    private static String answer(Library library) {
        Finding finding = library.find(new Question(ASKED, "vi", LocalDate.of(2024, 3, 1)));
        if (finding instanceof Finding.Found found) {
            return found.best().passage().text();
        }
        return finding instanceof Finding.Likely likely
                ? likely.best().passage().text()
                : "nothing";
    }

    private List<String> segments(String place) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index").resolve(place))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("segments"))
                    .toList();
        }
    }

    @Test
    void theOlderOneAnswersUntilTheNewOneIsComplete() throws IOException {
        try (Library library = open()) {
            assertThat(library.isUnderway()).isTrue();
            assertThat(answer(library)).contains("mười tháng hai");
            assertThat(library.passages("cay-lua", "vi")).containsExactly(passage("mười tháng hai"));
            assertThat(library.holds("cay-lua", "vi", "V"))
                    .as("the new index has to be given it")
                    .isFalse();
            library.put(rice(), List.of(passage("mười lăm tháng hai")), "V", List.of());
            assertThat(library.holds("cay-lua", "vi", "V")).isTrue();
            assertThat(answer(library)).contains("mười tháng hai");
            assertThat(IndexFolder.copies(folder.resolve("index")))
                    .contains(new IndexFolder.Copy("copy-1", OptionalInt.of(1), 1, 1));
            long before = library.generation();
            library.complete();
            assertThat(answer(library)).contains("mười lăm tháng hai");
            assertThat(library.generation()).isNotEqualTo(before);
        }
        assertThat(segments("copy-1")).as("the older one is deleted").isEmpty();
        try (Library library = open()) {
            assertThat(library.isUnderway()).isFalse();
            assertThat(answer(library)).contains("mười lăm tháng hai");
            assertThat(IndexFolder.copies(folder.resolve("index")))
                    .contains(new IndexFolder.Copy("copy-1", OptionalInt.of(1), 1, 0));
        }
    }

    @Test
    void whatIsTakenOutMeanwhileIsNoLongerAnsweredByTheOlderOne() {
        try (Library library = open()) {
            library.remove("cay-lua", "vi");
            assertThat(answer(library)).isEqualTo("nothing");
        }
        try (Library library = open()) {
            assertThat(library.isUnderway()).isTrue();
            assertThat(answer(library)).isEqualTo("nothing");
        }
    }

    /** In the rows there is no such document any more. */
    @Test
    void theNewOneIsCompleteWhenItIsInStepWithTheRows() throws IOException {
        try (Library library = open();
                Database database = Database.open(TestDatabase.sqlite(folder))) {
            new Shelving(database, library).step();
            assertThat(library.isUnderway()).isFalse();
            assertThat(library.documents()).isEmpty();
        }
        assertThat(segments("copy-1")).isEmpty();
    }

    @Test
    void aKillWhileItIsBuiltLeavesBothAsTheyWere() throws Exception {
        Path said = folder.resolve("put.log");
        Process process = ChildJvm.CLASS_PATH
                .process(
                        folder,
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        FilledIndex.class.getName(),
                        List.of(folder.toString(), "0"))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("err.log").toFile()))
                .redirectOutput(said.toFile())
                .start();
        Eventually.await("some documents put in", () -> put(said).size() >= 4);
        process.destroyForcibly().waitFor();
        List<String> safe = put(said);
        try (Library library = open()) {
            assertThat(library.isUnderway()).isTrue();
            assertThat(answer(library)).contains("mười tháng hai");
            for (String number : safe) {
                assertThat(library.holds("vb-" + number, "vi", number)).isTrue();
            }
            library.put(rice(), List.of(passage("mười tháng hai")), "V", List.of());
            library.complete();
            assertThat(answer(library)).contains("mười tháng hai");
            assertThat(library.passages("vb-" + safe.get(0), "vi")).hasSize(FilledIndex.PASSAGES);
        }
        assertThat(segments("copy-2")).as("another process's copy").isNotEmpty();
    }

    private static List<String> put(Path said) {
        try {
            String text = Files.readString(said);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twoProcessesBuildTheirOwn() {
        try (Library one = open();
                Library other = open()) {
            one.put(rice(), List.of(passage("mười lăm tháng hai")), "V", List.of());
            one.complete();
            assertThat(answer(one)).contains("mười lăm tháng hai");
            assertThat(other.isUnderway()).isTrue();
            assertThat(answer(other)).contains("mười tháng hai");
            other.put(rice(), List.of(passage("hai mươi tháng hai")), "V", List.of());
            other.complete();
            assertThat(answer(other)).contains("hai mươi tháng hai");
            assertThat(answer(one)).contains("mười lăm tháng hai");
        }
    }
}

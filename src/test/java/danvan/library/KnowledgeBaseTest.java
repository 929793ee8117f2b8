package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBaseTest {
    private static final Path BASE = Path.of("src/test/resources/library/base");

    @TempDir
    Path folder;

    @Test
    void aDocumentIsReadWithWhatIsKnownOfIt() {
        try (var traps = new LibraryFixture(BASE)) {
            Library library = traps.library;
            Document document = library.document("de-an-08-thai-binh", "vi").orElseThrow();
            assertThat(document.number()).hasValue("08-ĐA/TU");
            assertThat(document.issued()).hasValue(LocalDate.of(2023, 7, 5));
            assertThat(document.inForce().contains(LocalDate.of(2026, 1, 1))).isFalse();
            Passage first = library.passage("de-an-08-thai-binh", "ngay", "vi").orElseThrow();
            assertThat(first.article()).hasValue("Điều 1");
            assertThat(first.label()).hasValue("theo báo");
            assertThat(first.text()).startsWith("Đề án 08-ĐA/TU của");
            assertThat(library.passage("de-an-08-thai-binh", "tieu-chi", "vi")
                            .orElseThrow()
                            .text())
                    .isEqualTo("Năm tiêu chí:\n\n• minh bạch, công khai;\n• trách nhiệm, tận tụy.\n\nHết danh sách.");
            assertThat(library.passages("de-an-08-thai-binh", "tr")).hasSize(1);
            assertThat(library.passages("de-an-08-thai-binh", "en")).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsReportedAndTheRestServed() throws IOException {
        write(
                "good",
                "---\nkind: Luật\ntitle: Luật Tiếp công dân\n---\n## Tiếp công dân\nXã tiếp công dân mỗi tuần.\n");
        write("no-front", "# Nothing\n");
        write("open-front", "---\nkind: Luật\n");
        write("bad-yaml", "---\nkind: Luật\ntitle: \"x\n---\n## A\nb\n");
        write("bad-date", "---\nkind: Luật\ntitle: x\nissued: 3/6/2013\n---\n## A\nb\n");
        write(
                "bad-passage",
                "---\nkind: Luật\ntitle: y\n---\n## A\n<!-- {holds: {from: 2025-01-01, to: 2024-01-01}} -->\nb\n## C\nd\n");
        Files.write(
                Files.createDirectories(folder.resolve("documents/latin")).resolve("vi.md"),
                new byte[] {'-', (byte) 0xff, (byte) 0xe9});
        Files.writeString(folder.resolve("gaps.yml"), "- {id: \n");
        try (var fixture = new LibraryFixture(folder)) {
            assertThat(fixture.problems)
                    .extracting(problem ->
                            line(problem).file() + ":" + line(problem).line())
                    .contains(
                            "documents/no-front/vi.md:1",
                            "documents/open-front/vi.md:1",
                            "documents/bad-date/vi.md:1",
                            "documents/latin/vi.md:0",
                            "documents/bad-passage/vi.md:6");
            assertThat(fixture.problems)
                    .allSatisfy(problem ->
                            assertThat(problem.toString()).doesNotContain("\n").contains("; "));
            assertThat(fixture.problems)
                    .extracting(problem -> line(problem).file())
                    .contains("documents/bad-yaml/vi.md", "gaps.yml");
            assertThat(fixture.answer("tiếp công dân mỗi tuần")).isEqualTo("good/p1");
            assertThat(fixture.library.passages("bad-passage", "vi")).hasSize(1);
        }
    }

    private static Problem.Line line(Problem problem) {
        return (Problem.Line) problem.place();
    }

    private void write(String document, String text) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("documents/" + document)).resolve("vi.md"), text);
    }

    @Test
    void anEmptyFolderIsAnEmptyLibrary() {
        try (var fixture = new LibraryFixture(folder.resolve("absent"))) {
            assertThat(fixture.problems).hasSize(1);
            assertThat(fixture.ask("08-DA/TU là gì?")).isInstanceOf(Finding.NotFound.class);
            assertThat(fixture.ask("tiếp dân mấy ngày")).isInstanceOf(Finding.NotFound.class);
        }
    }

    @Test
    void theKnowledgeBaseMayLieInAJar() throws IOException {
        Path jar = folder.resolve("base.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                Stream<Path> files = Files.walk(BASE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = zip.getPath("/knowledge-base/" + BASE.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        List<Problem> problems = new ArrayList<>();
        Library library;
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            library = Library.open(zip.getPath("/knowledge-base"), problems::add);
        }
        try (library) {
            assertThat(problems).isEmpty();
            assertThat(library.find(new Question("quy dinh 11", null, LibraryFixture.SPRING_2024)))
                    .isInstanceOf(Finding.Found.class);
        }
    }

    /** It was measured once, at the start, and went on judging by documents that were no longer there. */
    @Test
    void whatIsMeasuredIsMeasuredAnewWhenTheDocumentsChange() {
        try (var starter = new LibraryFixture(Path.of("knowledge-base"))) {
            int replayed = starter.library.calibration().replayed();
            assertThat(replayed).isGreaterThan(20);
            List<Document> all = starter.library.documents();
            all.stream().skip(1).forEach(document -> starter.library.remove(document.id(), document.language()));
            assertThat(starter.library.calibration().replayed()).isLessThan(replayed);
        }
    }

    @Test
    void severalMayAskAtOnce() {
        try (var traps = new LibraryFixture(BASE)) {
            List<String> questions =
                    List.of("quy dinh 11", "TDV gồm những ai", "de an 06", "đơn TC giải quyết mấy ngày");
            List<String> alone = questions.stream().map(traps::answer).toList();
            for (int round = 0; round < 20; round++) {
                assertThat(questions.parallelStream().map(traps::answer).toList())
                        .isEqualTo(alone);
            }
        }
    }
}

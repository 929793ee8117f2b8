package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The glossary is exchanged while the library is asked. */
class LiveGlossaryTest {
    private static final String TURKISH = "Kültür evi günde kaç saat açık kalır?";
    private static final String ENGLISH = "How long is the culture house open each day?";

    @TempDir
    Path folder;

    @BeforeEach
    void aHouseHeldInVietnameseOnly() throws IOException {
        document("nha-van-hoa", "Quy chế nhà văn hóa thôn", """
                ## Giờ mở cửa nhà văn hóa
                <!-- {id: "gio"} -->
                Nhà văn hóa thôn mở cửa mỗi ngày mười lăm giờ, từ 6 giờ đến 21 giờ.
                """);
        document("nha-van-hien", "Giới thiệu nhà văn hiến", """
                ## Ai được gọi là nhà văn hiến
                <!-- {id: "ai"} -->
                Nhà văn hiến là người có công giữ gìn nếp xưa của làng.
                """);
        document("tiep-dan", "Lịch tiếp công dân", """
                ## Chủ tịch xã tiếp công dân
                <!-- {id: "tuan"} -->
                Chủ tịch xã tiếp công dân mỗi tuần một ngày, tại trụ sở.
                """);
    }

    private void document(String id, String title, String passages) throws IOException {
        Path file = folder.resolve("documents").resolve(id).resolve("vi.md");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "---\nid: " + id + "\ntitle: \"" + title + "\"\nshort: \"" + title
                        + "\"\nkind: \"Quy chế\"\nissuer: \"UBND xã\"\n---\n" + passages);
    }

    private static Glossary.Translation term(String vi, String tr, String en) {
        return new Glossary.Translation(List.of(vi), List.of(tr), List.of(en));
    }

    private static Glossary terms() {
        return new Glossary(
                List.of(),
                List.of(),
                List.of(
                        term("nhà văn hóa", "kültür evi", "culture house"),
                        term("mỗi ngày", "günde", "each day"),
                        term("mở cửa", "açık kalır", "open"),
                        term("giờ", "kaç saat", "how long")));
    }

    private static Glossary.Abbreviation ambiguous() {
        return new Glossary.Abbreviation(
                List.of("NVH", "nvh"),
                List.of(
                        new Glossary.FullForm("nhà văn hiến", "cạnh gọi, công, làng"),
                        new Glossary.FullForm("nhà văn hóa", "cạnh thôn, mở")));
    }

    @Test
    void aTurkishAndAnEnglishQuestionFindWhatIsHeldInVietnameseOnceATermIsAdded() {
        try (var library = new LibraryFixture(folder)) {
            assertThat(library.answer(TURKISH)).isEqualTo("nothing");
            assertThat(library.answer(ENGLISH)).isEqualTo("nothing");
            library.library.setGlossary(terms());
            assertThat(library.answer(TURKISH)).isEqualTo("nha-van-hoa/gio");
            assertThat(library.answer(ENGLISH)).isEqualTo("nha-van-hoa/gio");
        }
    }

    @Test
    void anAmbiguousAbbreviationAddedLaterIsReadByItsNeighbours() {
        try (var library = new LibraryFixture(folder)) {
            assertThat(library.answer("nvh làng")).isEqualTo("nothing");
            assertThat(library.answer("nvh thôn")).isEqualTo("nothing");
            library.library.setGlossary(new Glossary(List.of(ambiguous()), List.of(), List.of()));
            assertThat(library.answer("nvh làng")).isEqualTo("nha-van-hien/ai");
            assertThat(library.answer("nvh thôn")).isEqualTo("nha-van-hoa/gio");
        }
    }

    @Test
    void whatIsAskedInOtherWordsOfTheSameMeaningIsFoundOnceTheyAreAdded() {
        try (var library = new LibraryFixture(folder)) {
            assertThat(library.answer("câu lạc bộ xóm")).isEqualTo("nothing");
            library.library.setGlossary(
                    new Glossary(List.of(), List.of(List.of("nhà văn hóa thôn", "câu lạc bộ xóm")), List.of()));
            assertThat(library.answer("cau lac bo xom")).isEqualTo("nha-van-hoa/gio");
        }
    }

    @Test
    void aLibraryThatChangedItsGlossaryAnswersAsOneOpenedWithIt() throws IOException {
        // Its text is abbreviated: it must be indexed anew.
        document("hoi-truong", "Thông báo NVH", """
                ## Thuê NVH thôn làm đám cưới
                <!-- {id: "thue"} -->
                Thuê NVH thôn làm đám cưới thì nộp hai trăm nghìn đồng.
                """);
        List<String> questions = List.of(TURKISH, ENGLISH, "nvh làng", "nha van hoa thon lam dam cuoi nop bao nhieu");
        Glossary both = new Glossary(List.of(ambiguous()), List.of(), terms().terms());
        List<String> changed = new ArrayList<>();
        List<String> back = new ArrayList<>();
        List<String> before;
        try (var library = new LibraryFixture(folder)) {
            before = questions.stream().map(library::answer).toList();
            Glossary own = library.library.glossary();
            library.library.setGlossary(both);
            questions.forEach(question -> changed.add(library.answer(question)));
            library.library.setGlossary(own);
            questions.forEach(question -> back.add(library.answer(question)));
        }
        Files.writeString(folder.resolve("glossary.yml"), """
                abbreviations:
                  - {abbr: "NVH", variants: ["nvh"], readings: [{full: "nhà văn hiến", when: "cạnh gọi, công, làng"}, {full: "nhà văn hóa", when: "cạnh thôn, mở"}]}
                terms:
                  - {vi: "nhà văn hóa", tr: "kültür evi", en: "culture house"}
                  - {vi: "mỗi ngày", tr: "günde", en: "each day"}
                  - {vi: "mở cửa", tr: "açık kalır", en: "open"}
                  - {vi: "giờ", tr: "kaç saat", en: "how long"}
                """);
        try (var library = new LibraryFixture(folder)) {
            assertThat(library.library.glossary()).isEqualTo(both);
            assertThat(changed)
                    .isEqualTo(questions.stream().map(library::answer).toList());
        }
        assertThat(back).isEqualTo(before);
    }

    @Test
    void whoAsksMeanwhileIsAnsweredByTheOneOrTheOther() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService askers = Executors.newFixedThreadPool(2);
        try (var library = new LibraryFixture(folder)) {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                answers.add(askers.submit(() -> {
                    List<String> heard = new ArrayList<>();
                    while (!over.get()) {
                        heard.add(library.answer(TURKISH));
                    }
                    return heard;
                }));
            }
            Glossary own = library.library.glossary();
            Glossary both = new Glossary(List.of(ambiguous()), List.of(), terms().terms());
            for (int i = 0; i < 10; i++) {
                library.library.setGlossary(i % 2 == 0 ? both : own);
            }
            over.set(true);
            for (Future<List<String>> heard : answers) {
                assertThat(heard.get()).isNotEmpty().isSubsetOf("nothing", "nha-van-hoa/gio");
            }
        } finally {
            over.set(true);
            askers.shutdown();
        }
    }
}

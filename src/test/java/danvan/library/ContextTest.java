package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An article seldom says which province's it is, or what its regulation is about; who asks says just that. The letterhead,
 * which says all of it, used to be given as the answer, or nothing.
 */
class ContextTest {
    private static final String LANG_SON = "12-2024-lang-son";
    private static final String SON_LA = "31-2023-son-la";

    private static LibraryFixture held;

    @BeforeAll
    static void fill() {
        held = LibraryFixture.traps();
        held.library.batch(() -> {
            put(LANG_SON, "12/2024/QĐ-UBND", "Lạng Sơn", 2024, "15", List.of());
            put(SON_LA, "31/2023/QĐ-UBND", "Sơn La", 2023, "20", List.of("07/2019/QĐ-UBND"));
        });
    }

    @AfterAll
    static void close() {
        held.close();
    }

    private static void put(String id, String number, String province, int year, String days, List<String> replaces) {
        String title = "Ban hành Quy chế phối hợp quản lý bến bãi trên địa bàn tỉnh " + province;
        Document document = new Document(
                id,
                "vi",
                Optional.of(number),
                "Quyết định",
                title,
                "Quyết định " + number.substring(0, 2),
                "Ủy ban nhân dân tỉnh " + province,
                Optional.of(LocalDate.of(year, 2, 1)),
                new Validity(Optional.of(LocalDate.of(year, 2, 15)), Optional.empty()),
                replaces,
                List.of(),
                "",
                List.of(id + ".docx"),
                Path.of(id));
        held.library.put(
                document,
                List.of(
                        passage(
                                id,
                                "mo-dau",
                                title,
                                "",
                                "ỦY BAN NHÂN DÂN\nTỈNH " + province.toUpperCase(java.util.Locale.ROOT)
                                        + "\nSố: " + number + "\n" + province + ", ngày 01 tháng 02 năm " + year
                                        + "\nQUYẾT ĐỊNH\n" + title
                                        + "\nCăn cứ Luật Tổ chức chính quyền địa phương;\nTheo đề nghị của Giám đốc Sở Xây dựng."),
                        passage(
                                id,
                                "dieu-2",
                                "Điều 2. Hiệu lực thi hành",
                                "Điều 2",
                                "Quyết định này có hiệu lực từ ngày 15 tháng 02 năm " + year
                                        + (replaces.isEmpty() ? "." : " và thay thế Quyết định số 07/2019/QĐ-UBND.")),
                        passage(
                                id,
                                "quy-che-dieu-1",
                                "Chương I. Những quy định chung › Điều 1. Phạm vi điều chỉnh",
                                "Quy chế, Chương I, Điều 1",
                                "Quy chế này quy định trách nhiệm của các cơ quan."),
                        passage(
                                id,
                                "quy-che-dieu-5",
                                "Chương II. Trách nhiệm kiểm tra › Điều 5. Sở Xây dựng",
                                "Quy chế, Chương II, Điều 5",
                                "1. Cấp phép hoạt động trong thời hạn " + days + " ngày.\n2. Lưu hồ sơ."),
                        passage(
                                id,
                                "quy-che-dieu-6",
                                "Điều 6. Công an tỉnh",
                                "Quy chế, Chương II, Điều 6",
                                "1. Chủ trì bảo đảm an ninh trật tự.\n2. Xử lý phương tiện quá tải."),
                        passage(
                                id,
                                "quy-che-dieu-9",
                                "Điều 9. Ủy ban nhân dân cấp xã",
                                "Quy chế, Chương II, Điều 9",
                                "1. Tuyên truyền cho chủ phương tiện.\n2. Báo cáo Sở Xây dựng trước ngày 25 hằng tháng.")));
    }

    private static Passage passage(String document, String id, String heading, String article, String text) {
        return new Passage(
                document,
                id,
                "vi",
                heading,
                text,
                Optional.of(article).filter(any -> !any.isEmpty()),
                Optional.empty(),
                "",
                Validity.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ubnd cap xa o lang son bao cao ben bai truoc ngay nao       | 12-2024-lang-son/quy-che-dieu-9
            ubnd cap xa o son la bao cao ben bai truoc ngay nao         | 31-2023-son-la/quy-che-dieu-9
            quy che quan ly ben bai son la: cong an tinh lam gi         | 31-2023-son-la/quy-che-dieu-6
            quy chế quản lý bến bãi Lạng Sơn: Công an tỉnh làm gì       | 12-2024-lang-son/quy-che-dieu-6
            so xay dung lang son cap phep ben bai trong may ngay        | 12-2024-lang-son/quy-che-dieu-5
            """)
    void theDocumentsNameHelpsItsArticlesAndNotItsLetterhead(String question, String passage) {
        Finding finding = held.ask(question);
        Hit best = finding instanceof Finding.Likely likely ? likely.best() : ((Finding.Found) finding).best();
        assertThat(best.passage().documentId() + '/' + best.passage().id()).isEqualTo(passage);
    }

    @ParameterizedTest
    @CsvSource({
        "quyet dinh 12/2024 lang son",
        "12/2024/QĐ-UBND",
        "quyet dinh 12/2024 cua ubnd tinh lang son ban hanh ngay nao"
    })
    void whatTheDocumentIsItsOpeningSays(String question) {
        assertThat(held.answer(question)).isEqualTo(LANG_SON + "/mo-dau");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quyet dinh 31/2023 son la thay the van ban nao      | REPLACES    | dieu-2
            quyết định 31/2023 còn hiệu lực không               | IN_FORCE    | dieu-2
            31/2023/QD-UBND da duoc sua doi chua                | AMENDED_BY  | mo-dau
            quyet dinh 31/2023 bi thay the boi van ban nao      | REPLACED_BY | mo-dau
            """)
    void aDocumentsLinksAreAnswered(String question, DocumentQuestion asked, String passage) {
        assertThat(held.ask(question)).isInstanceOfSatisfying(Finding.Found.class, found -> {
            assertThat(found.ofTheDocument()).contains(asked);
            assertThat(found.best().document().id()).isEqualTo(SON_LA);
            assertThat(found.best().passage().id()).isEqualTo(passage);
        });
    }

    /** The chapter's title stands over its first article only. */
    @Test
    void aChaptersTitleIsKnownOfAllItsPassages() {
        List<DocumentContent.Entry> entries = Chapters.of(held.library.passages(LANG_SON, "vi"));
        assertThat(entries)
                .extracting(DocumentContent.Entry::chapter)
                .containsExactly("", "", "", "", "Trách nhiệm kiểm tra", "Trách nhiệm kiểm tra");
    }

    @Test
    void whatIsOnlyNearIsNeverGivenAsTheAnswer() {
        assertThat(held.ask("so xay dung lang son phat chu ben bai bao nhieu trieu dong"))
                .isNotInstanceOf(Finding.Found.class);
    }

    @Test
    void theSentenceThatAnswersIsPointedAt() {
        Finding finding = held.ask("ubnd cap xa o lang son bao cao ben bai truoc ngay nao");
        Hit best = finding instanceof Finding.Likely likely ? likely.best() : ((Finding.Found) finding).best();
        Span answering = best.answering().orElseThrow();
        assertThat(best.passage().text().substring(answering.start(), answering.end()))
                .contains("ngày 25 hằng tháng");
    }

    /** "so" is sở, and số and sơ are other words. */
    @Test
    void ofAQuestionWithoutMarksTheWordsAreMarkedThatItWasReadAs() {
        Finding finding = held.ask("so xay dung lang son cap phep ben bai trong may ngay");
        Hit best = finding instanceof Finding.Likely likely ? likely.best() : ((Finding.Found) finding).best();
        assertThat(best.passage().id()).isEqualTo("quy-che-dieu-5");
        assertThat(best.tellingWords())
                .extracting(span -> best.passage().text().substring(span.start(), span.end()))
                .contains("Cấp phép")
                .doesNotContain("sơ", "hồ sơ");
    }
}

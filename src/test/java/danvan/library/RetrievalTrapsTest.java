package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that look alike and are not: each was a wrong answer somewhere. */
class RetrievalTrapsTest {
    private static LibraryFixture traps;

    @BeforeAll
    static void open() {
        traps = LibraryFixture.traps();
    }

    @AfterAll
    static void close() {
        traps.close();
    }

    @Test
    void aNumberBorneByTwoResolutionsIsAskedBack() {
        assertThat(traps.ask("nghị quyết 25"))
                .isInstanceOfSatisfying(
                        Finding.WhichDocument.class,
                        which -> assertThat(which.candidates())
                                .extracting(Document::id)
                                .containsExactlyInAnyOrder("nq-25-2013", "nq-25-2003"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nghị quyết 25 năm 2013               | nq-25-2013/la-gi
            nq25 nam 2003 noi ve viec gi         | nq-25-2003/la-gi
            nghị quyết 25 về tôn giáo là gì      | nq-25-2003/la-gi
            kl 43                                | nq-25-2013/la-gi
            nq 43                                | nothing
            qd 11                                | quy-dinh-11/la-gi
            qđ 11 là gì                          | quy-dinh-11/la-gi
            quy dinh 11                          | quy-dinh-11/la-gi
            quyết định 11-QĐi/TW                 | quy-dinh-11/la-gi
            de an 06                             | nothing
            đề án 06 ban hành ngày nào           | nothing
            đề án 08 của Cao Bằng nói về việc gì | de-an-08-cao-bang/noi-dung
            đề án 08 của Thái Bình ban hành ngày nào | de-an-08-thai-binh/ngay
            qd 217 noi ve giam sat gi            | to-dan-van/qd217
            TDV gồm những ai                     | to-dan-van/gom-ai
            tdp hop may lan mot nam              | to-dan-van/to-dan-pho
            TC 3 nói về gì                       | to-dan-van/tieu-chi-3
            đơn TC giải quyết mấy ngày           | to-dan-van/to-cao
            bi thu dang uy xa 1 thang tiep dan may ngay | quy-dinh-11/cap-xa
            bi thu dagn uy xa tiep dan maay ngay mot thang | quy-dinh-11/cap-xa
            """)
    void eachIsTakenForWhatItIs(String question, String answer) {
        assertThat(traps.answer(question)).isEqualTo(answer);
    }

    @Test
    void theSameQuestionIsAnsweredForItsDay() {
        String question = "ubnd xã đối thoại với dân mấy lần";
        assertThat(traps.answer(question, LibraryFixture.SPRING_2024)).isEqualTo("cap-huyen/truoc");
        assertThat(traps.answer(question, LibraryFixture.AUTUMN_2025)).isEqualTo("cap-huyen/sau");
        assertThat(traps.answer(question + " năm 2024", LibraryFixture.AUTUMN_2025))
                .isEqualTo("cap-huyen/truoc");
    }

    @Test
    void anOldUnitNameIsStillFound() {
        assertThat(traps.answer("xã ở huyện Hưng Hà đối thoại với dân", LibraryFixture.AUTUMN_2025))
                .startsWith("cap-huyen/");
    }

    @Test
    void aQuestionOnTwoPointsBringsBoth() {
        assertThat(traps.ask(
                        "bí thư đảng ủy xã tiếp dân mấy ngày một tháng, chủ tịch xã tiếp công dân mấy ngày một tuần"))
                .isInstanceOfSatisfying(Finding.Found.class, found -> {
                    var points = new java.util.ArrayList<>(found.others());
                    points.add(0, found.best());
                    assertThat(points.subList(0, 2))
                            .extracting(hit -> hit.passage().id())
                            .containsExactlyInAnyOrder("cap-xa", "tuan");
                });
    }

    @Test
    void aKnownGapIsNamed() {
        assertThat(traps.gap("phụ cấp của tổ trưởng dân vận là bao nhiêu")).hasValueSatisfying(gap -> {
            assertThat(gap.id()).isEqualTo("phu-cap");
            assertThat(gap.topicIn("tr")).isEqualTo("phụ cấp của cán bộ dân vận");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08-ĐA/TU projesi ne zaman çıkarıldı? | tr
            08-DA/TU là gì?                      | vi
            When did project 08-DA/TU start?     | en
            komun parti sekreteri ayda kac gun halki kabul etmeli | tr
            de an 08 ban hanh ngay nao           | vi
            who chairs the meeting               | en
            """)
    void theLanguageIsRecognised(String question, String language) {
        assertThat(traps.ask(question).questionLanguage()).isEqualTo(language);
    }

    @Test
    void theQuestionsLanguageIsServedWhereItIsHeld() {
        assertThat(traps.ask("08-ĐA/TU projesi ne zaman çıkarıldı?"))
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.best().passage().language()).isEqualTo("tr"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How many days a week must the commune chairman receive citizens? | en
            Komün başkanı haftada kaç gün vatandaş kabul eder?               | tr
            """)
    void whatIsHeldInVietnameseOnlyIsFoundThroughTheGlossary(String question, String language) {
        assertThat(traps.ask(question)).isInstanceOfSatisfying(Finding.Found.class, found -> {
            assertThat(found.best().passage().id()).isEqualTo("tuan");
            assertThat(found.questionLanguage()).isEqualTo(language);
        });
    }
}

package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Folding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Questions that look like others and are not, over what the bot ships with; {@link RetrievalTrapsTest} asks the like of
 * documents made to be mistaken for one another.
 */
class StarterTrapsTest {
    private static LibraryFixture starter;

    @BeforeAll
    static void open() {
        starter = LibraryFixture.starter();
    }

    @AfterAll
    static void close() {
        starter.close();
    }

    @ParameterizedTest
    @CsvSource({"nghị quyết 25", "nq25", "nghi quyet 25 noi ve gi", "NQ 25 dân vận"})
    void aResolutionAskedForWithoutItsYearIsAnsweredWithIt(String question) {
        Hit best = found(question).best();
        assertThat(best.passage().id()).isEqualTo("nq25-ban-hanh");
        assertThat(best.document().shortName()).contains("2013");
        assertThat(best.passage().text()).contains("03/6/2013", "2003", "2008");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nq 43                | nq-43-nq-tw-2023/nq43-ban-hanh
            NQ43 nói về gì       | nq-43-nq-tw-2023/nq43-ban-hanh
            kl 43                | nq-25-nq-tw-2013/nq25-kl43
            kết luận 43 nói gì   | nq-25-nq-tw-2013/nq25-kl43
            """)
    void aResolutionIsNotAConclusionOfTheSameNumber(String question, String answer) {
        assertThat(starter.answer(question)).isEqualTo(answer);
    }

    /** What is forbidden or owed was given as the answer to what it costs. */
    @ParameterizedTest
    @CsvSource({
        "xã không niêm yết công khai ngân sách thì phạt mấy triệu đồng",
        "khong cong khai ngan sach xa bi phat bao nhieu tien",
        "không tiếp công dân đúng lịch thì bị phạt bao nhiêu tiền",
        "làm đơn khiếu nại lần đầu phải nộp bao nhiêu tiền"
    })
    void noSumIsAnsweredByAPassageThatHoldsNone(String question) {
        assertThat(starter.ask(question)).isNotInstanceOf(Finding.Found.class);
    }

    @ParameterizedTest
    @CsvSource({"qd 11", "qđ 11 nói gì", "quyết định 11", "quy định 11", "11-QĐ/TW"})
    void numberElevenIsARegulation(String question) {
        assertThat(found(question).best().document().kind()).isEqualTo("Quy định");
    }

    @ParameterizedTest
    @CsvSource({"de an 06", "đề án 06 là gì", "da06 ban hanh ngay nao", "đề án 06 có mấy tiêu chí"})
    void projectSixIsNotProjectEight(String question) {
        assertThat(starter.answer(question)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "đề án 08 cao bằng",
        "08-ĐA/TU của Cao Bằng",
        "de an 08 cao bang ban hanh ngay nao",
        "đề án 08 của tỉnh Cao Bằng ban hành ngày nào",
        "đề án 08 của Cao Bằng có mấy tiêu chí",
        "Cao Bằng'ın 08-ĐA/TU projesi ne zaman çıkarıldı?",
        "When was project 08-DA/TU of Cao Bằng issued?"
    })
    void anotherProvincesProjectIsToldFromOurs(String question) {
        assertThat(starter.answer(question)).isEqualTo("de-an-08-da-tu/da08-cao-bang");
    }

    /** A province that nothing is known of was given the date of our own project. */
    @ParameterizedTest
    @CsvSource({"đề án 08 của Nam Định ban hành ngày nào", "de an 08 cua tinh nam dinh co may tieu chi"})
    void ourProjectDoesNotAnswerForAProvinceThatIsNotHeld(String question) {
        assertThat(starter.answer(question)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({"đề án 08 ở xã Hòa Bình", "đề án 08 tỉnh Hưng Yên ban hành ngày nào"})
    void aCommuneWithAProvincesNameAndTheProvinceOfTodayAreOurs(String question) {
        assertThat(starter.answer(question)).startsWith("de-an-08-da-tu/").isNotEqualTo("de-an-08-da-tu/da08-cao-bang");
    }

    /** A quiz on the web says so. */
    @ParameterizedTest
    @CsvSource({
        "quyết định 217 về kê khai tài sản",
        "217 quy định về kê khai tài sản thế nào",
        "qd 217 ke khai tai san la gi"
    })
    void decision217IsNotAboutDeclaringAssets(String question) {
        assertThat(starter.answer(question)).isEqualTo("nothing");
        assertThat(found("qd 217").best().passage().text()).contains("giám sát và phản biện xã hội");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            đối thoại của ubnd xã quy định ở điều nào | dt-2024   | dt-2025
            tỉnh có bao nhiêu xã                              | dvhc-2020 | dvhc-2025
            Thái Bình có mấy huyện                            | dvhc-2020 | dvhc-2025
            """)
    void theSameQuestionBeforeAndAfterTheDistrictsEnded(String question, String before, String after) {
        assertThat(starter.answer(question)).endsWith('/' + before);
        assertThat(starter.answer(question, LibraryFixture.AUTUMN_2025)).endsWith('/' + after);
    }

    /** The passage whose heading holds the very date answered for the days before it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trước 1/3/2025 đối thoại của ubnd xã ở điều nào  | dt-2024
            ngày 15/4/2025 ubnd xã đối thoại theo điều nào   | dt-2025-dau-nam
            từ 20/6/2025 ubnd xã đối thoại theo điều nào     | dt-2025
            """)
    void theDayAQuestionNamesChoosesWhatHeldThen(String question, String answer) {
        assertThat(starter.answer(question)).endsWith('/' + answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TDV gồm những ai          | hd-to-dan-van-thon
            tdv thon gom ai           | hd-to-dan-van-thon
            tổ trưởng tdv là ai       | hd-to-dan-van-thon
            tổ trưởng TDP ai bầu      | luat-dan-chu-co-so-2022
            ai triệu tập họp TDP      | luat-dan-chu-co-so-2022
            """)
    void theMobilizationTeamIsNotTheResidentsGroup(String question, String document) {
        assertThat(found(question).best().document().id()).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TC 3                       | de-an-08-da-tu/da08-nam-tieu-chi
            tc 3 là gì                 | de-an-08-da-tu/da08-nam-tieu-chi
            TC 3 đề án 08              | de-an-08-da-tu/da08-nam-tieu-chi
            đơn TC giải quyết mấy ngày | luat-to-cao-2018/tc-thoi-han
            don tc thi han may ngay    | luat-to-cao-2018/tc-thoi-han
            """)
    void oneAbbreviationIsACriterionBeforeANumberAndADenunciationElsewhere(String question, String answer) {
        assertThat(starter.answer(question)).isEqualTo(answer);
    }

    /** "How many criteria" was taken for the gap on their weights. */
    @Test
    void theCriteriaAreHeldAndTheirWeightsAreNot() {
        assertThat(starter.answer("đề án 08 có mấy tiêu chí")).endsWith("/da08-nam-tieu-chi");
        assertThat(starter.answer("tiêu chí 3 đề án 08")).endsWith("/da08-nam-tieu-chi");
        assertThat(starter.gap("trọng số các tiêu chí đề án 08")).isPresent();
    }

    @Test
    void aQuestionOnTwoPointsIsAnsweredOnBoth() {
        assertThat(found("ubnd xã 1 năm đối thoại với dân mấy lần, trước mấy ngày phải báo")
                        .best()
                        .passage()
                        .text())
                .contains("ít nhất 1 lần/năm", "Điều 125", "ít nhất 7 ngày", "10 ngày");
        Finding.Found two = found("bí thư xã tiếp dân mấy ngày, chủ tịch xã tiếp dân mấy ngày");
        assertThat(java.util.List.of(two.best(), two.others().get(0)))
                .extracting(hit -> hit.passage().id())
                .containsExactlyInAnyOrder("tcd-dieu-15-lich", "qdi11-cap-xa");
    }

    @ParameterizedTest
    @CsvSource({
        "đề án 08 có mấy tiêu chí",
        "Tổ dân vận thôn gồm những ai",
        "Dự thảo hương ước niêm yết mấy ngày",
        "Chủ tịch UBND xã tiếp công dân một tuần mấy ngày",
        "Việc gì phải lấy ý kiến dân trước khi xã quyết",
        "Khiếu nại lần đầu giải quyết trong bao lâu",
        "Hưng Hà có những xã nào làm điểm ĐA 08",
        "Bí thư đảng ủy xã 1 tháng tiếp dân mấy ngày"
    })
    void withoutCapitalsAndMarksItIsTheSameQuestion(String question) {
        String answer = starter.answer(question);
        assertThat(answer).contains("/");
        assertThat(starter.answer(Folding.folded(question))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            huyện Vũ Thư còn không                          | don-vi-hanh-chinh-thai-binh/dvhc-2025
            tỉnh Thái Bình bây giờ là tỉnh nào              | don-vi-hanh-chinh-thai-binh/dvhc-hop-nhat
            thai binh nhap voi tinh nao                     | don-vi-hanh-chinh-thai-binh/dvhc-hop-nhat
            huyện Hưng Hà có những xã nào làm điểm đề án 08 | de-an-08-da-tu/da08-hung-ha
            """)
    void unitsThatAreNoMoreAreStillFoundByTheirNames(String question, String answer) {
        assertThat(starter.answer(question, LibraryFixture.AUTUMN_2025)).isEqualTo(answer);
    }

    /** What the glossary writes out has its marks, whatever was typed. */
    @Test
    void anAbbreviationWrittenOutDoesNotMakeAQuestionOneTypedWithMarks() {
        assertThat(starter.answer("hdnd va ubnd xa cong khai nhung noi dung gi"))
                .endsWith("/dccs-dieu-11");
        Hit hit = found("UBND xa phai cong khai nhung gi").best();
        assertThat(hit.passage().id()).isEqualTo("dccs-dieu-11");
        assertThat(hit.tellingWords())
                .extracting(span -> hit.passage().text().substring(span.start(), span.end()))
                .as("typed without marks, the telling words are the same")
                .anyMatch(word -> word.contains("công khai"));
    }

    private static Finding.Found found(String question) {
        Finding finding = starter.ask(question);
        assertThat(finding).as(question).isInstanceOf(Finding.Found.class);
        return (Finding.Found) finding;
    }

    /** "kinh phí" was said of the teams, not of the project: the question names another document than the gap. */
    @Test
    void aGapIsNotToldOfADocumentThatItDoesNotName() {
        assertThat(starter.gap("kinh phi cho xa cua de an 08")).isEmpty();
        assertThat(starter.gap("kinh phí cho tổ dân vận")).isPresent();
    }

    /** The document was named and "cost" could not be carried over: what the document is was given as the answer. */
    @Test
    void whatCouldNotBeCarriedOverIsNotAnsweredForSure() {
        assertThat(starter.ask("how much does project 08 cost")).isNotInstanceOf(Finding.Found.class);
        assertThat(starter.ask("What is project 08")).isInstanceOf(Finding.Found.class);
    }
}

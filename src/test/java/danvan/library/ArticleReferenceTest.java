package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A place in a document is looked up, however it is typed, and never guessed. */
class ArticleReferenceTest {
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
    @CsvSource(delimiter = '|', textBlock = """
            điều 15 khoản 2 luật dccs              | luat-dan-chu-co-so-2022/dccs-dieu-15
            dieu 15 khoan 2 luat dccs              | luat-dan-chu-co-so-2022/dccs-dieu-15
            khoản 2 điều 15 Luật Dân chủ cơ sở     | luat-dan-chu-co-so-2022/dccs-dieu-15
            dieu 25 luat thuc hien dan chu o co so | luat-dan-chu-co-so-2022/dccs-dieu-25
            điều 18 luật 10/2022/QH15 nói gì       | luat-dan-chu-co-so-2022/dccs-dieu-18
            dieu 37 luat kn                        | luat-khieu-nai-2011/kn-lan-hai
            điều 28 luật khiếu nại                 | luat-khieu-nai-2011/kn-lan-dau
            điều 29 luật tố cáo quy định gì        | luat-to-cao-2018/tc-thong-bao
            dieu 10 nd 59                          | nd-59-2023/nd59-dieu-10
            Điều 9 nghị định 61/2023/NĐ-CP         | nd-61-2023/nd61-niem-yet
            article 9 of decree 61                 | nd-61-2023/nd61-niem-yet
            article 15 of the grassroots democracy law | luat-dan-chu-co-so-2022/dccs-dieu-15
            61 sayılı kararnamenin 9. maddesi      | nd-61-2023/nd61-niem-yet
            """)
    void itIsFound(String question, String answer) {
        assertThat(starter.answer(question)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "điều 99 luật dccs",
                "dieu 88 luat khieu nai",
                "điều 77 nghị định 61",
                "dieu 40 qd 23",
                "article 99 of the grassroots democracy law",
                "điều 28 luật đất đai"
            })
    void whereItIsNotHeldNothingElseIsGivenForIt(String question) {
        assertThat(starter.answer(question)).isEqualTo("nothing");
    }
}

package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorthandTest {
    @ParameterizedTest
    @CsvSource({
        "xã ko trả lời thì sao, xã không trả lời thì sao",
        "lam the dc k ad, lam the được không ad",
        "bn hôm thì xong z, bao nhiêu hôm thì xong vậy",
        "e hỏi với ạ, em hỏi với ạ",
        "làm vs ai, làm với ai",
        "thủ tục nv đúng ko, thủ tục như vậy đúng không",
        "số đt thì sđt nào, số đt thì số điện thoại nào",
    })
    void isWrittenOut(String typed, String meant) {
        assertThat(WordForms.exact(Shorthand.writtenOut(Word.of(typed)))).isEqualTo(WordForms.exact(Word.of(meant)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "điểm a khoản 2",
                "tổ 5 k",
                "nhóm c và e",
                "nv của tổ dân vận",
                "họp ở nhà ông K",
            })
    void lettersThatNumberSomethingOrNameSomebodyStay(String typed) {
        assertThat(Shorthand.writtenOut(Word.of(typed))).isEqualTo(Word.of(typed));
    }
}

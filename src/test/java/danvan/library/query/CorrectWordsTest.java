package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.index.PlainTexts;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decoder knew the words of its collection alone, and made "gồm" of "xóm", "chưa" of "chuẩn", "luôn" of "muốn". */
class CorrectWordsTest {
    private static PlainTexts texts;

    @BeforeAll
    static void open() {
        texts = new PlainTexts();
        for (int i = 0; i < 20; i++) {
            texts.with(
                    "vi", "Danh sách " + i, "Danh sách gồm trưởng ban, gồm hai phó ban. Ai chưa nộp báo cáo thì nộp.");
            texts.with("vi", "Quy chế " + i, "Luôn nộp đúng hạn, luôn có mặt. Tiếp nhận đơn của công dân.");
        }
    }

    @AfterAll
    static void close() {
        texts.close();
    }

    private static String read(String question) {
        List<QueryTerm> terms = texts.index.read(snapshot ->
                snapshot.parser().read("vi", Word.of(question), word -> false).terms());
        return String.join(
                " ", terms.stream().map(term -> term.forms().get(0).exact()).toList());
    }

    @ParameterizedTest
    @CsvSource({"xóm", "chuẩn", "muốn", "ai muốn gạo", "trong xom", "gạo", "chùa"})
    void areReadAsTheyAreTyped(String question) {
        assertThat(read(question)).isEqualTo(String.join(" ", WordForms.exact(Word.of(question))));
    }

    @ParameterizedTest
    @CsvSource({"danh sáhc gồm, danh sách gồm", "tiép nhan don, tiếp nhận đơn", "lúôn nop, luôn nộp"})
    void slipsAreStillMended(String question, String meant) {
        assertThat(read(question)).isEqualTo(String.join(" ", WordForms.exact(Word.of(meant))));
    }
}

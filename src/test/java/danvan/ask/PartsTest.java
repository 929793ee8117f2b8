package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hương ước niêm yết mấy ngày? họp thôn bao nhiêu người là đủ?   | hương ước niêm yết mấy ngày? | họp thôn bao nhiêu người là đủ?
            hương ước niêm yết mấy ngày và cho hỏi ai là tổ trưởng         | hương ước niêm yết mấy ngày  | ai là tổ trưởng
            huong uoc niem yet may ngay, cho em hoi them la ai lam to truong | huong uoc niem yet may ngay | ai lam to truong
            When did the law take effect? And how long may a plea take?    | When did the law take effect? | And how long may a plea take?
            """)
    void twoQuestionsAreTwo(String message, String first, String second) {
        assertThat(Parts.of(message)).isEqualTo(List.of(first, second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "khiếu nại lần đầu giải quyết trong bao lâu, phức tạp thì sao",
                "đơn tố cáo thì hạn mấy ngày, gia hạn đc mấy lần",
                "họp thôn và họp tổ dân phố khác nhau thế nào",
                "\"5 biết\" với \"4 luôn\" là gì ad ơi",
                "cho hỏi tổ dân vận gồm ai",
                "tổ dân vận gồm ai???",
                "???",
                "?",
                "😀😀 ? 😀"
            })
    void whatHangsTogetherStaysTogether(String message) {
        assertThat(Parts.of(message)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tổ dân vận gồm ai? xin cảm ơn ad nhiều", "tổ dân vận gồm ai? Chào bot nhé"})
    void thanksAreNoQuestion(String message) {
        assertThat(Parts.of(message)).containsExactly("tổ dân vận gồm ai?");
    }
}

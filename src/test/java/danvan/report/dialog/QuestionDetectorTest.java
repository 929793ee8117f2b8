package danvan.report.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionDetectorTest {
    /** With the letter Đ, with the Icelandic Ð that looks the same, with accents apart, and without any. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nộp ở đâu vậy",
                "NỘP Ở ĐÂU VẬY",
                "nộp ở \u00F0âu vậy",
                "NỘP Ở \u00D0ÂU VẬY",
                "no\u0323\u0302p o\u031B\u0309 đa\u0302u",
                "nop o dau vay",
                "rapor NE ZAMAN verilir",
                "NASIL yazılır bu",
                "đơn này?"
            })
    void aQuestionIsKnownHoweverItIsTyped(String words) {
        assertThat(QuestionDetector.in(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"đoàn kết", "khong biet", "bao cao", "nhà ông Kimura"})
    void whatIsNoneIsAnAnswer(String words) {
        assertThat(QuestionDetector.in(words)).isFalse();
    }
}

package danvan.form.session;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.patterns.DeepText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A label stood in the chat with the stars and tags its author had written for a page. */
class MarkdownTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**đậm** *nghiêng*|đậm nghiêng",
                "mục <b>a</b> & b|mục a & b",
                "<span style=\"color:red\">Khẩn</span>: việc gì?|Khẩn: việc gì?",
                "# Phần I|Phần I",
                "__Số hộ__ _nghèo_|Số hộ nghèo",
                "***cả hai***|cả hai",
                "Xem [mẫu](https://example.org/mau)|Xem mẫu (https://example.org/mau)",
                "**Số ${0}** người|Số ${0} người",
                "5 \\* 3|5 * 3"
            })
    void isShownWithoutTheSigns(String written, String shown) {
        assertThat(MarkdownText.plain(written)).isEqualTo(shown);
    }

    @Test
    void breaksStayBreaks() {
        assertThat(MarkdownText.plain("một<br/>hai<br>ba")).isEqualTo("một\nhai\nba");
        assertThat(MarkdownText.plain("<p>một</p><p>hai</p>")).isEqualTo("một\nhai");
        assertThat(MarkdownText.plain("# Một\n## Hai")).isEqualTo("Một\nHai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*3*4",
                "a_b_c",
                "< 5 người",
                "tuổi <18 và >60",
                "#1",
                "* mục một\n* mục hai",
                "5 * 3 * 2",
                "số (*) bắt buộc",
                "mail_to: a_b@example.org",
                "[1] chú thích",
                "x <y@example.org>",
                "một * hai *"
            })
    void whatOnlyLooksAlikeStays(String written) {
        assertThat(MarkdownText.plain(written)).isEqualTo(written);
    }

    @Test
    void readsDeepMarks() {
        DeepText.readBy("MarkdownText.plain", MarkdownText::plain);
    }
}

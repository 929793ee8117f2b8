package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, the draft stays XML and the words stay the person's. */
class HostileTextTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copiesTheForm() throws IOException {
        Files.copy(Path.of("src/test/resources/forms/kinds.yml"), folder.resolve("kinds.yml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]>",
                "<data id=\"x\">&amp;</data>",
                "<!-- --><?php ?><![CDATA[x]]>",
                "&#0; &lt; & \" '",
                "👨‍👩‍👧‍👦 🇻🇳 😀",
                "dòng một\ndòng hai\n\n  dòng ba",
                "tab\there",
                "${commune} {0} %s jr:itext('x') ]",
                "ﷺ العربية עברית \u202Eabc",
                "' or 1=1 or '"
            })
    void survivesEveryRestore(String text) {
        var dialog = Dialog.restartingEachTime(folder, "kinds", "vi")
                .says(text, "1")
                .back()
                .back();

        assertThat(dialog.question().answer().orElseThrow().values()).containsExactly(text);
        assertThat(dialog.finishes().value("text")).contains(text);
    }

    @Test
    void losesOnlyWhatXmlCannotHold() {
        var dialog =
                Dialog.restartingEachTime(folder, "kinds", "vi").says(" a\u0000b\u0008c\uD83Dd\uFFFEe\r\nf\u001B ");

        assertThat(dialog.finishes().value("text")).contains("abcde\nf");
    }

    @Test
    void keepsALongMessageWhole() {
        var text = "chữ 😀 ".repeat(585) + "x";

        assertThat(Dialog.restartingEachTime(folder, "kinds", "vi")
                        .says(text)
                        .finishes()
                        .value("text"))
                .contains(text);
    }

    /** JavaRosa took ${0} in an answer for a mark of its own and gave up on every text that showed the answer. */
    @Test
    void isShownInALaterQuestionAsItWasTyped() {
        var dialog = Dialog.test("households").says("<b>Hộ</b> & ${0} ${head} $1 \\0");

        assertThat(dialog.question().label()).isEqualTo("<b>Hộ</b> & ${0} ${head} $1 \\0 có mấy người?");
    }
}

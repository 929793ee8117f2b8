package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import danvan.form.xform.XmlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Characters beyond the first 65,536: emoji, flags, rare Hán and Nôm characters. The parser that JavaRosa brings along cuts
 * them to sixteen bits where they come as numbers, and that is how Java writes them.
 */
class EmojiTest {
    /** A farmer of several characters, a flag, a thumb of a colour, a Nôm character, a letter of mathematics. */
    private static final String ALL = "👩🏽‍🌾 🇻🇳 👍🏿 𠊛 𝔄 🔴";

    @TempDir
    Path folder;

    private static Form form(String name, byte[] content) {
        var check = FormCheck.of(name, content, () -> {});
        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
        return check.form().orElseThrow();
    }

    private static Form form(String name, String content) {
        return form(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void isWhole(Form form, String language) {
        assertThat(form.title(language)).isEqualTo("T" + ALL);
        var dialog = Dialog.with(form, language);
        assertThat(dialog.question().label()).isEqualTo("L" + ALL);
        assertThat(dialog.question().hint()).contains("H" + ALL);
        assertThat(dialog.question().choices()).extracting(Choice::label).containsExactly("A" + ALL, "B" + ALL);
        dialog.says("B" + ALL);
        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("D" + ALL);
        assertThat(dialog.isRefused("x").message()).isEqualTo("C" + ALL);
        var sent = dialog.says("x" + ALL).finishes();
        assertThat(sent.value("muc")).contains("b");
        assertThat(sent.value("gi")).contains("x" + ALL);
        assertThat(sent.instanceXml()).contains("<gi>x" + ALL + "</gi>");
        assertThat(form.fields(language)).extracting(Field::label).contains("L" + ALL);
    }

    @Test
    void areWholeInAWorkbook() throws IOException {
        var content = TestWorkbooks.of(Map.of(
                "survey",
                        new Object[][] {
                            {"type", "name", "label", "hint", "default", "constraint", "constraint_message"},
                            {"select_one m", "muc", "L" + ALL, "H" + ALL, "", "", ""},
                            {"text", "gi", "Gì?", "", "D" + ALL, "string-length(.) > 3", "C" + ALL}
                        },
                "choices",
                        new Object[][] {{"list_name", "name", "label"}, {"m", "a", "A" + ALL}, {"m", "b", "B" + ALL}},
                "settings", new Object[][] {{"form_id", "form_title"}, {"f", "T" + ALL}}));

        isWhole(form("f.xlsx", content), "vi");
    }

    @Test
    void areWholeInYamlInEachLanguage() {
        var form = form("f.yml", """
                settings: {form_id: f, default_language: 'English (en)', 'form_title::English (en)': 'T%1$s', 'form_title::Tiếng Việt (vi)': 'T%1$s'}
                survey:
                - {type: select_one m, name: muc, 'label::English (en)': 'L%1$s', 'label::Tiếng Việt (vi)': 'L%1$s', 'hint::English (en)': 'H%1$s', 'hint::Tiếng Việt (vi)': 'H%1$s'}
                - {type: text, name: gi, 'label::English (en)': G, 'label::Tiếng Việt (vi)': G, default: 'D%1$s', constraint: string-length(.) > 3, 'constraint_message::English (en)': 'C%1$s', 'constraint_message::Tiếng Việt (vi)': 'C%1$s'}
                choices:
                - {list_name: m, name: a, 'label::English (en)': 'A%1$s', 'label::Tiếng Việt (vi)': 'A%1$s'}
                - {list_name: m, name: b, 'label::English (en)': 'B%1$s', 'label::Tiếng Việt (vi)': 'B%1$s'}
                """.formatted(ALL));

        isWhole(form, "en");
        isWhole(form, "vi");
    }

    /** As themselves, as numbers in either notation, and in sections of raw text. */
    @ParameterizedTest
    @ValueSource(strings = {"letters", "decimal", "hexadecimal", "raw"})
    void areWholeInAnXForm(String written) {
        var text = switch (written) {
            case "decimal" -> numbered("&#%d;");
            case "hexadecimal" -> numbered("&#x%X;");
            case "raw" -> "<![CDATA[" + ALL + "]]>";
            default -> ALL;
        };
        var inAttribute = written.equals("raw") ? ALL : text;

        isWhole(form("f.xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
                    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T%1$s</h:title><model>
                <itext><translation lang="vi"><text id="b"><value>B%1$s</value></text></translation></itext>
                <instance><data id="f"><muc/><gi>D%1$s</gi></data></instance>
                <bind nodeset="/data/gi" constraint="string-length(.) &gt; 3" jr:constraintMsg="C%2$s"/></model></h:head>
                <h:body><select1 ref="/data/muc"><label>L%1$s</label><hint>H%1$s</hint>
                <item><label>A%1$s</label><value>a</value></item>
                <item><label ref="jr:itext('b')"/><value>b</value></item></select1>
                <input ref="/data/gi"><label>G</label></input></h:body></h:html>
                """.formatted(text, inAttribute)), "vi");
    }

    private static String numbered(String pattern) {
        return ALL.codePoints()
                .mapToObj(c -> c > 0x7F ? pattern.formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    @Test
    void areWholeInListsBesideTheForm() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "name,label\n🟢,A" + ALL + "\n🔴,B" + ALL + "\n");
        Files.writeString(
                folder.resolve("y.xml"),
                "<root><item><name>c</name><label>C" + numbered("&#%d;") + "</label></item></root>");
        Files.writeString(folder.resolve("f.yml"), """
                settings: {form_id: f}
                survey:
                - {type: select_one_from_file x.csv, name: x, label: X}
                - {type: select_one_from_file y.xml, name: y, label: Y}
                - {type: note, name: n, label: 'Bạn chọn ${x}'}
                """);
        var check = FormCheck.of(folder.resolve("f.yml"));

        assertThat(check.problems()).isEmpty();
        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("B" + ALL);
        assertThat(dialog.question().choices()).extracting(Choice::label).containsExactly("C" + ALL);
        assertThat(dialog.says("1").step())
                .isInstanceOfSatisfying(
                        Step.Note.class, note -> assertThat(note.text()).isEqualTo("Bạn chọn 🔴"));
        assertThat(dialog.says("").finishes().value("x")).contains("🔴");
    }

    /** Personal answers are changed in the XML of a report, which is then opened again. */
    @Test
    void areWholeInAReportThatIsOpenedAgainWithItsPersonalAnswersChanged() {
        var form = form("f.yml", """
                settings: {form_id: f}
                survey:
                - {type: text, name: a, label: A}
                - {type: text, name: b, label: B, 'bind::bot:pii': 'yes'}
                """);
        var sent = Dialog.with(form, "vi").says("a" + ALL, "b" + ALL).finishes();

        var changed = form.changePersonal(sent.instanceXml(), text -> text + "!");
        var context = Dialog.context("vi");

        assertThat(changed).contains("a" + ALL, "b" + ALL + "!");
        try (var session = form.reopen(changed, context)) {
            assertThat(session.summary())
                    .extracting(row -> row.answer().orElseThrow().text())
                    .containsExactly("a" + ALL, "b" + ALL + "!");
        }
    }

    @Test
    void everyPlaneOfCharactersIsReadAsItIsWritten() {
        var characters = IntStream.concat(
                        IntStream.rangeClosed(0x10000, 0x10FFFD).filter(c -> c % 97 == 0 && (c & 0xFFFE) != 0xFFFE),
                        IntStream.of(0x1F534, 0x1F7E2, 0x20000, 0x2A6D6, 0x1F1FB, 0x10FFFD))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        var form = form("f.yml", """
                settings: {form_id: f}
                survey:
                - {type: text, name: a, label: 'A%s'}
                """.formatted(characters));

        assertThat(Dialog.with(form, "vi").question().label()).isEqualTo("A" + XmlText.clean(characters));
        assertThat(List.of(form.title("vi"))).containsExactly("f");
    }
}

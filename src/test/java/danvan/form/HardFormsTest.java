package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms that other programs would leave a person stuck in, or would overwrite. */
class HardFormsTest {
    private static final String GAP = """
            settings: {form_id: gap}
            survey:
            - {type: select_one commune, name: commune, label: 'Xã?', required: 'yes'}
            - {type: select_one hamlet, name: hamlet, label: 'Thôn?', required: 'yes', choice_filter: 'xa = ${commune}'}
            choices:
            - {list_name: commune, name: a, label: Xã A}
            - {list_name: commune, name: b, label: Xã B}
            - {list_name: hamlet, name: a1, label: Thôn A1, xa: a}
            """;

    private static FormCheck check(String name, String text) {
        return FormCheck.of(name, text.getBytes(StandardCharsets.UTF_8), () -> {});
    }

    @Test
    void aRequiredQuestionWhoseChoicesAreAllGoneHoldsNobodyUpAndItsAuthorIsTold() {
        var check = check("gap.yml", GAP);

        assertThat(check.isFit()).isTrue();
        assertThat(check.diagnosis().orElseThrow().remarks())
                .singleElement()
                .satisfies(remark ->
                        assertThat(remark.in("vi")).startsWith("survey, dòng 4").contains("bỏ qua"));
        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("Xã B");
        assertThat(dialog.question().required()).isFalse();
        assertThat(dialog.says("").finishes().value("commune")).contains("b");
    }

    @Test
    void itIsRequiredAgainAsSoonAsAnotherAnswerBringsChoices() {
        var dialog =
                Dialog.with(check("gap.yml", GAP).form().orElseThrow(), "vi").says("Xã B", "");

        dialog.jumps("/data/commune").says("Xã A");

        assertThat(dialog.at()).isEqualTo("/data/hamlet");
        assertThat(dialog.question().required()).isTrue();
        assertThat(dialog.says("1").finishes().value("hamlet")).contains("a1");
    }

    private static String xform(String calculate) {
        return """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
                <h:title>T</h:title><model><instance><data id="t"><seed>40</seed><a/><b/></data></instance>
                <bind nodeset="/data/a" type="int" calculate="%s"/><bind nodeset="/data/b" type="int"/></model></h:head>
                <h:body><input ref="/data/b"><label>B</label></input><input ref="/data/a"><label>A</label></input></h:body>
                </h:html>
                """.formatted(calculate);
    }

    @Test
    void aCalculationThatHangsOnNoAnswerIsADefaultThatAPersonMayChange() {
        var form = check("t.xml", xform("/data/seed + 2")).form().orElseThrow();
        var dialog = Dialog.with(form, "vi").says("1");

        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("42");
        dialog.says("7");

        assertThat(dialog.finishes().value("a")).contains("7");
    }

    @Test
    void aCalculationThatHangsOnAnAnswerIsRefused() {
        for (var calculate : List.of("/data/b + 1", "../b + 1", "sum(/data/*)")) {
            assertThat(check("t.xml", xform(calculate)).problems())
                    .as(calculate)
                    .extracting(problem -> problem.found().in("en"))
                    .contains("/data/a is asked and also calculated, which would overwrite the answer");
        }
    }

    /** A button without words broke the list of forms for everybody. */
    @Test
    void aFormWithoutATitleIsCalledByItsId() {
        var xform = xform("/data/seed + 2").replace("<h:title>T</h:title>", "<h:title> </h:title>");

        assertThat(check("t.xml", xform).form().orElseThrow().title("vi")).isEqualTo("t");
    }

    @Test
    void aFormThatWasReadFromAnotherFileIsTheSameFormUntilAWordOfItChanges() {
        var form = check("gap.yml", GAP).form().orElseThrow();

        assertThat(form.isSameAs(check("other.yml", GAP).form().orElseThrow())).isTrue();
        assertThat(form.isSameAs(check("gap.yml", GAP.replace("Thôn?", "Thôn nào?"))
                        .form()
                        .orElseThrow()))
                .isFalse();
        assertThat(form.isSameAs(
                        check("gap.yml", GAP.replace("{form_id: gap}", "{form_id: gap, 'bot::as_last': 'yes'}"))
                                .form()
                                .orElseThrow()))
                .isFalse();
    }
}

package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .satisfies(remark -> assertThat(Fault.said(remark, Language.VI))
                        .startsWith("survey, dòng 4")
                        .contains("bỏ qua"));
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

    @ParameterizedTest
    @ValueSource(strings = {"/data/b + 1", "../b + 1"})
    void anAnswerIsCalculatedUntilThePersonAnswersOtherwise(String calculate) {
        var check = check("t.xml", xform(calculate));
        assertThat(check.problems()).isEmpty();
        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("1");

        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("2");
        dialog.jumps("/data/b").says("5");
        assertThat(dialog.answerTo("/data/a")).isEqualTo("6");

        dialog.jumps("/data/a").says("70").jumps("/data/b").says("8");
        assertThat(dialog.finishes().value("a")).contains("70");
        assertThat(dialog.finishes().value("b")).contains("8");
    }

    @Test
    void eachRepetitionCalculatesItsOwnAnswersAndKeepsThosePeopleChanged() {
        var check = check("share.yml", """
                settings: {form_id: share}
                survey:
                - {type: integer, name: rate, label: 'Mức?', required: 'yes'}
                - {type: begin repeat, name: house, label: Hộ}
                - {type: integer, name: people, label: 'Mấy người?', required: 'yes'}
                - {type: integer, name: share, label: 'Được bao nhiêu?', calculation: '${people} * ${rate}'}
                - {type: integer, name: half, label: 'Đợt đầu?', calculation: 'int(${share} div 2)'}
                - {type: end repeat}
                """);
        assertThat(check.problems()).isEmpty();
        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("10", "3");

        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("30");
        dialog.says("40");
        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("20");
        dialog.says("20", "có", "5");
        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("50");
        dialog.says("50", "25", "không").jumps("/data/rate").says("100");

        assertThat(dialog.answerTo("/data/house/share"))
                .as("changed by the person")
                .isEqualTo("40");
        assertThat(dialog.answerTo("/data/house[2]/share")).isEqualTo("500");
        assertThat(dialog.answerTo("/data/house[2]/half")).isEqualTo("250");
        dialog.removes("/data/house/share");
        assertThat(dialog.answerTo("/data/house/share")).isEqualTo("500");
    }

    @Test
    void aCalculationMayLookIntoAListThatNothingElseUses() {
        var xform = xform("instance('rates')/root/item[name = /data/b]/rate")
                .replace(
                        "</instance>",
                        "</instance><instance id=\"rates\"><root><item><name>3</name><rate>30</rate></item>"
                                + "<item><name>4</name><rate>40</rate></item></root></instance>");
        var check = check("t.xml", xform);
        assertThat(check.problems()).isEmpty();
        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("4");

        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("40");
        assertThat(dialog.says("41").finishes().value("a")).contains("41");
    }

    /** Such a calculation has no result that stays; it is left alone after a while, and what people answer is kept. */
    @Test
    void aCalculationThatNeedsItsOwnResultHoldsNobodyUp() {
        var dialog = Dialog.with(check("t.xml", xform("sum(/data/*)")).form().orElseThrow(), "vi");

        assertThat(dialog.says("5", "7").finishes().value("a")).contains("7");
        assertThat(dialog.finishes().value("b")).contains("5");
    }

    @Test
    void anEarlierQuestionThatALaterAnswerOpensIsAskedBeforeTheEnd() {
        var form = check("later.yml", """
                settings: {form_id: later}
                survey:
                - {type: text, name: why, label: 'Vì sao?', relevant: "${ok} = 'no'"}
                - {type: select_one yn, name: ok, label: 'Ổn không?', required: 'yes'}
                - {type: text, name: more, label: 'Gì nữa?'}
                choices:
                - {list_name: yn, name: 'yes', label: Có}
                - {list_name: yn, name: 'no', label: Không}
                """).form().orElseThrow();

        var dialog = Dialog.with(form, "vi").says("Không", "");
        assertThat(dialog.at()).isEqualTo("/data/why");
        dialog.says("Mưa to");
        assertThat(dialog.step()).isInstanceOf(Step.End.class);
        assertThat(dialog.finishes().value("why")).contains("Mưa to");

        assertThat(Dialog.with(form, "vi").says("Có", "").step()).isInstanceOf(Step.End.class);
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

    /** «Such as 12 or 1,200» led people on where at most five were allowed, and «yesterday» where a day ahead was. */
    @Test
    void theExamplesInARefusalAreAnswersTheQuestionWouldTake() {
        var form = check("limits.yml", """
                settings: {form_id: limits}
                survey:
                - {type: integer, name: grade, label: 'Mấy điểm?', constraint: '. >= 1 and . <= 5', required: 'yes'}
                - {type: range, name: scale, label: 'Mức?', parameters: 'start=30 end=40', required: 'yes'}
                - {type: date, name: ahead, label: 'Ngày nào?', constraint: '. > today()', required: 'yes'}
                - {type: integer, name: never, label: 'Số?', constraint: '. = 77', required: 'yes'}
                """).form().orElseThrow();
        var dialog = Dialog.with(form, "vi");

        assertThat(dialog.isRefused("nhiều").message()).isEqualTo("Hãy gửi một số nguyên, ví dụ 3 hoặc 1.");
        assertThat(dialog.says("3").isRefused("nhiều").message()).isEqualTo("Hãy gửi một số nguyên, ví dụ 30.");
        assertThat(dialog.says("30").isRefused("sớm").message())
                .isEqualTo("Hãy gửi một ngày, ví dụ 09/01/2024 hoặc 11/02/2024.");
        assertThat(dialog.says("ngày mai").isRefused("?").message()).isEqualTo("Hãy gửi một số nguyên.");
    }

    /** JavaRosa wrote "no client implementation" where the phone's place belongs and then could not read it. */
    @Test
    void aFormThatReadsThePlaceOfThePhoneRunsAndItsAuthorIsTold() {
        var check = check("place.xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
                xmlns:odk="http://www.opendatakit.org/xforms"><h:head><h:title>T</h:title><model>
                <instance><data id="t"><a/><at/><began/></data></instance>
                <bind nodeset="/data/a" type="int"/><bind nodeset="/data/at" type="geopoint"/>
                <bind nodeset="/data/began" type="geopoint"/>
                <odk:setgeopoint ref="/data/began" event="odk-instance-first-load"/></model></h:head>
                <h:body><input ref="/data/a"><label>A</label>
                <odk:setgeopoint ref="/data/at" event="xforms-value-changed"/></input></h:body></h:html>
                """);

        assertThat(check.isFit()).isTrue();
        assertThat(check.diagnosis().orElseThrow().remarks())
                .extracting(remark -> Fault.of(remark).found())
                .hasSize(2)
                .allMatch(words -> words.contains("takes the place of the phone"));
        var sent = Dialog.with(check.form().orElseThrow(), "vi").says("7").finishes();
        assertThat(sent.value("a")).contains("7");
        assertThat(sent.value("at").orElse("")).isEmpty();
    }

    @Test
    void aScaleWithoutOneOfItsEndsTakesAnyNumber() {
        var check = check("scale.xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
                <h:title>T</h:title><model><instance><data id="t"><a/><b/><c/></data></instance>
                <bind nodeset="/data/a" type="int"/><bind nodeset="/data/c" type="decimal"/></model></h:head><h:body>
                <range ref="/data/a" end="10" step="1"><label>A</label></range>
                <range ref="/data/b"><label>B</label></range>
                <range ref="/data/c" start="1" end="5"><label>C</label></range></h:body></h:html>
                """);

        assertThat(check.isFit()).isTrue();
        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("12", "2,5");
        assertThat(dialog.isRefused("6").message()).contains("1–5");
        assertThat(dialog.says("3").finishes().value("b")).contains("2.5");
    }
}

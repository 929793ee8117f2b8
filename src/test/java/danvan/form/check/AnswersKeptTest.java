package danvan.form.check;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Answer;
import danvan.form.Choice;
import danvan.form.Dialog;
import danvan.form.Fault;
import danvan.form.Form;
import danvan.form.Outcome;
import danvan.form.Submission;
import danvan.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person has answered is what is sent: forms whose answers used to vanish, and forms that are refused for it. */
class AnswersKeptTest {
    private static final String PLACES = """
            <instance id="xa"><root>
            <item><name>Tien Duc</name><label>Tiến Đức</label><huyen>hung ha</huyen></item>
            <item><name>Chi Hoa</name><label>Chí Hòa</label><huyen>hung ha</huyen></item>
            <item><name>Tan Lap</name><label>Tân Lập</label><huyen>vu thu</huyen></item>
            </root></instance>""";

    private static final String DISTRICTS = """
            <item><label>Hưng Hà</label><value>hung ha</value></item>
            <item><label>Vũ Thư</label><value>vu thu</value></item>""";

    @TempDir
    Path folder;

    private static FormCheck check(String name, String text) {
        return FormCheck.of(name, text.getBytes(StandardCharsets.UTF_8), () -> {});
    }

    private static String xform(String data, String binds, String body) {
        return """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
                    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>
                <instance><data id="t" version="1">%s</data></instance>%s%s</model></h:head>
                <h:body>%s<input ref="/data/last"><label>Ghi chú</label></input></h:body></h:html>
                """.formatted(data + "<last/>", PLACES, binds, body);
    }

    private static Form fit(FormCheck check) {
        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
        assertThat(check.diagnosis().orElseThrow().lost()).isEmpty();
        return check.form().orElseThrow();
    }

    /** What a scanner or another app fills in on a phone is typed in a chat; the form was refused. */
    @Test
    void whatAPhoneWouldScanOrAskAnotherAppForIsTyped() {
        var form = fit(check("quet.yml", """
                settings: {form_id: quet, version: "1", form_title: "Quét"}
                survey:
                  - {type: barcode, name: code, label: "Mã trên tem?", required: "yes"}
                  - {type: integer, name: pulse, label: "Mạch?", appearance: "ex:org.example.pulse(max=200)"}
                """));

        var dialog = Dialog.with(form, "vi").says("8 934567-890123", "72");

        assertThat(dialog.answerTo("/data/code")).isEqualTo("8 934567-890123");
        assertThat(dialog.finishes().value("code")).contains("8 934567-890123");
        assertThat(dialog.finishes().value("pulse")).contains("72");
    }

    @Test
    void aChoiceOfACascadeWhoseNameHoldsABlankArrives() {
        var form =
                fit(check("t.xml", xform("<huyen/><xa/>", "<bind nodeset=\"/data/xa\" type=\"string\"/>", """
                <select1 ref="/data/huyen"><label>Huyện</label>%s</select1>
                <select1 ref="/data/xa"><label>Xã</label><itemset nodeset="instance('xa')/root/item[huyen=/data/huyen]">
                <value ref="name"/><label ref="label"/></itemset></select1>""".formatted(
                                DISTRICTS))));

        var dialog = Dialog.with(form, "vi").says("Hưng Hà", "Chí Hòa");

        assertThat(dialog.answerTo("/data/xa")).isEqualTo("Chí Hòa");
        assertThat(dialog.says("").finishes().value("xa")).contains("Chi Hoa");
    }

    @Test
    void aChoiceOfAFileWhoseNameHoldsABlankArrives() throws IOException {
        Files.writeString(folder.resolve("xa.csv"), "name,label,huyen\nTien Duc,Tiến Đức,hh\nTan Lap,Tân Lập,vt\n");
        var file = Files.writeString(folder.resolve("f.yml"), """
                settings: {form_id: f}
                survey:
                - {type: select_one_from_file xa.csv, name: xa, label: 'Xã?'}
                - {type: text, name: gi, label: 'Việc gì?'}
                """);

        var form = fit(FormCheck.of(file));

        assertThat(Dialog.with(form, "vi").says("tiến đức", "họp").finishes().value("xa"))
                .contains("Tien Duc");
    }

    @Test
    void severalChoicesOfAFileWhoseNamesHoldABlankAreRefusedBecauseBlanksPartThem() throws IOException {
        Files.writeString(folder.resolve("xa.csv"), "name,label\nmot,Một\nTien Duc,Tiến Đức\nba,Ba\n");
        var file = Files.writeString(folder.resolve("f.yml"), """
                settings: {form_id: f}
                survey:
                - {type: select_multiple_from_file xa.csv, name: xa, label: 'Xã?'}
                """);

        var check = FormCheck.of(file);

        assertThat(check.isFit()).isFalse();
        assertThat(check.diagnosis().orElseThrow().lost()).containsExactly("/data/xa");
        assertThat(check.problems()).anySatisfy(problem -> {
            assertThat(Fault.of(problem).row()).isEqualTo(3);
            assertThat(Fault.said(problem, Language.EN)).contains("/data/xa", "«Tien Duc»", "space");
        });
    }

    @Test
    void anXlsFormMayHaveBlanksInTheNamesOfChoicesOfWhichOneIsChosen() {
        var form = fit(check("f.yml", """
                settings: {form_id: f}
                survey:
                - {type: select_one huyen, name: huyen, label: 'Huyện?', required: 'yes'}
                - {type: select_one xa, name: xa, label: 'Xã?', choice_filter: 'h = ${huyen}'}
                choices:
                - {list_name: huyen, name: Hung Ha, label: Hưng Hà}
                - {list_name: huyen, name: Vu Thu, label: Vũ Thư}
                - {list_name: xa, name: Tien Duc, label: Tiến Đức, h: Hung Ha}
                - {list_name: xa, name: Tan Lap, label: Tân Lập, h: Vu Thu}
                """));

        var sent = Dialog.with(form, "vi").says("vũ thư", "tân lập").finishes();

        assertThat(sent.value("huyen")).contains("Vu Thu");
        assertThat(sent.value("xa")).contains("Tan Lap");
    }

    @Test
    void anXlsFormMustNotHaveThemWhereSeveralMayBeChosen() {
        var problems = check("f.yml", """
                settings: {form_id: f}
                survey:
                - {type: select_one a, name: one, label: 'Một?'}
                - {type: select_multiple b, name: many, label: 'Nhiều?'}
                choices:
                - {list_name: a, name: mot hai, label: Một hai}
                - {list_name: b, name: ba bon, label: Ba bốn}
                """).problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(Fault.of(problem).sheet()).isEqualTo("choices");
            assertThat(Fault.of(problem).row()).isEqualTo(7);
            assertThat(Fault.said(problem, Language.EN)).contains("ba bon");
        });
    }

    /** The last net: whatever an answer becomes something else by, its form is refused and the question named. */
    @Test
    void anAnswerThatTheSubmissionHoldsOtherwiseIsNamedInEachLanguage() {
        var check = check("t.xml", xform("<x/>", "", """
                <select1 ref="/data/x"><label>X</label><item><label>A</label><value>a&#13;b</value></item></select1>"""));

        assertThat(check.diagnosis().orElseThrow().lost()).contains("/data/x");
        for (Language language : Language.values()) {
            assertThat(check.problems())
                    .extracting(problem -> Fault.said(problem, language))
                    .anyMatch(said -> said.contains("/data/x") && said.contains("«a b»"));
        }
        assertThat(check.isFit()).isFalse();
    }

    static Stream<String> typesAndControls() {
        return Stream.of("", "string", "select", "select1", "int", "decimal", "date", "dateTime", "geopoint", "binary")
                .flatMap(type -> Stream.of(
                                "select1", "select", "trigger", "upload", "range", "fromList", "severalFromList")
                        .map(control -> type + "/" + control));
    }

    /** Whatever the bind says, and where there is none: what the control has collected is kept. */
    @ParameterizedTest
    @MethodSource("typesAndControls")
    void whatAControlCollectsIsKeptWhateverTypeItIsBoundTo(String typeAndControl) {
        var type = typeAndControl.substring(0, typeAndControl.indexOf('/'));
        var control = typeAndControl.substring(typeAndControl.indexOf('/') + 1);
        var list =
                "<itemset nodeset=\"instance('xa')/root/item\"><value ref=\"huyen\"/><label ref=\"label\"/></itemset>";
        var items = "<item><label>A</label><value>a</value></item><item><label>B</label><value>07</value></item>"
                + "<item><label>C</label><value>2.50</value></item>";
        var body = switch (control) {
            case "upload" -> "<upload ref=\"/data/x\" mediatype=\"image/*\"><label>X</label></upload>";
            case "range" -> "<range ref=\"/data/x\" start=\"1\" end=\"5\" step=\"1\"><label>X</label></range>";
            case "trigger" -> "<trigger ref=\"/data/x\"><label>X</label></trigger>";
            case "fromList" -> "<select1 ref=\"/data/x\"><label>X</label>" + list + "</select1>";
            case "severalFromList" ->
                "<select ref=\"/data/x\"><label>X</label>" + list.replace("huyen", "label") + "</select>";
            default -> "<" + control + " ref=\"/data/x\"><label>X</label>" + items + "</" + control + ">";
        };
        var bind = type.isEmpty() ? "" : "<bind nodeset=\"/data/x\" type=\"" + type + "\"/>";
        var check = check("t.xml", xform("<x/>", bind, body));

        if (control.equals("severalFromList")) {
            // «Tiến Đức» and «Chí Hòa» can be told apart by nobody once blanks part them.
            assertThat(check.diagnosis().orElseThrow().lost()).containsExactly("/data/x");
            return;
        }
        var dialog = Dialog.with(fit(check), "vi");
        switch (control) {
            case "select1" -> dialog.gives(new Answer.Chosen("07")).says("x");
            case "fromList" -> dialog.gives(new Answer.Chosen("vu thu")).says("x");
            case "select" ->
                dialog.gives(new Answer.ChosenMany(List.of("a", "2.50"))).says("x");
            case "trigger" -> dialog.says("OK", "x");
            case "upload" -> dialog.gives(new Answer.File("anh.jpg")).says("x");
            default -> dialog.says("4", "x");
        }
        var expected = switch (control) {
            case "select1" -> "07";
            case "fromList" -> "vu thu";
            case "select" -> "a 2.50";
            case "trigger" -> "OK";
            case "upload" -> "anh.jpg";
            default -> "4";
        };
        assertThat(dialog.finishes().value("x"))
                .map(value -> control.equals("range") ? value.replace("4.0", "4") : value)
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "string", "select", "select1", "xsd:string", "barcode"})
    void whatIsTypedIsKeptWhateverTypeOfTextItIsBoundTo(String type) {
        var bind = type.isEmpty() ? "" : "<bind nodeset=\"/data/x\" type=\"" + type + "\"/>";
        for (var control : List.of("input", "secret")) {
            var body = "<" + control + " ref=\"/data/x\"><label>X</label></" + control + ">";
            var form = fit(check("t.xml", xform("<x/>", bind, body)));

            assertThat(Dialog.with(form, "vi").says("hai chữ", "").finishes().value("x"))
                    .contains("hai chữ");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,10,1,4,4", "0,1,0.25,'0,75',0.75", "10,0,-2,6,6"})
    void aScaleThatIsBoundToNothingAsksForItsNumbers(String start, String end, String step, String said, String kept) {
        var form = fit(check("t.xml", xform("<x/>", "", """
                <range ref="/data/x" start="%s" end="%s" step="%s"><label>X</label></range>""".formatted(start, end, step))));
        var dialog = Dialog.with(form, "vi");

        assertThat(dialog.isRefused("nhiều").reason()).isIn(Outcome.Reason.NOT_WHOLE_NUMBER, Outcome.Reason.NOT_NUMBER);
        assertThat(dialog.says(said, "").finishes().value("x")).contains(kept);
    }

    @Test
    void aCascadeInARepeatThatIsWrittenWithWholePathsAsksEachRepetitionForItself() {
        var form = fit(check("t.xml", xform("<h jr:template=\"\"><huyen/><xa/></h>", """
                <bind nodeset="/data/h/huyen" type="select1"/><bind nodeset="/data/h/xa" type="select1"/>""", """
                <group ref="/data/h"><label>Hộ</label><repeat nodeset="/data/h">
                <select1 ref="/data/h/huyen"><label>Huyện</label>%s</select1>
                <select1 ref="/data/h/xa"><label>Xã</label>
                <itemset nodeset="instance('xa')/root/item[huyen=/data/h/huyen]">
                <value ref="name"/><label ref="label"/></itemset></select1></repeat></group>""".formatted(DISTRICTS))));

        var dialog = Dialog.with(form, "vi").says("có", "hưng hà", "chí hòa", "có", "vũ thư");
        assertThat(dialog.question().choices()).extracting(Choice::value).containsExactly("Tan Lap");
        var sent = dialog.says("tân lập", "không", "").finishes();

        assertThat(sent.values())
                .filteredOn(value -> value.name().equals("xa"))
                .extracting(Submission.Value::text)
                .containsExactly("Chi Hoa", "Tan Lap");
    }

    @Test
    void twoControlsMayAskForTheSameAnswer() {
        var form = fit(check("t.xml", xform("<k/><a><x/></a>", """
                <bind nodeset="/data/a/x" type="string"/>""", """
                <select1 ref="/data/k"><label>K</label>%s</select1>
                <select1 ref="/data/a/x"><label>X</label><item><label>A</label><value>a b</value></item></select1>
                <input ref="/data/a/x"><label>Y</label></input>""".formatted(DISTRICTS))));

        var dialog = Dialog.with(form, "vi").says("vũ thư", "1");

        assertThat(dialog.at()).isEqualTo("/data/last");
        assertThat(dialog.says("").finishes().value("x")).contains("a b");
    }
}

package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JavaRosa's own English words stood in the middle of what an author, or a cadre, was told. */
class EngineMessagesTest {
    private static final String XFORM = """
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
              <h:head><h:title>R</h:title><model><instance><data id="r"><a/><b/></data></instance>%s</model></h:head>
              <h:body>%s</h:body></h:html>
            """;
    private static final String INPUT = "<input ref='/data/a'><label>A</label></input>";

    private static List<String> told(String name, String form) {
        return FormCheck.of(name, form.getBytes(StandardCharsets.UTF_8), () -> {}).problems().stream()
                .map(problem -> Fault.said(problem, Language.VI))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <bind nodeset='/data/a' relevant='/data/a = 1'/>            | INPUT | /data/a tính hoặc ẩn hiện lẫn nhau thành vòng
            <bind nodeset='/data/a' calculate='foo(1)'/>                | INPUT | không có hàm foo()
            <bind nodeset='/data/a' constraint='foo(.)'/>               | INPUT | không có hàm foo()
            <bind nodeset='/data/a' calculate='substr()'/>              | INPUT | thiếu hay thừa giá trị trong ngoặc
            <bind nodeset='/data/a' relevant='1 = '/>                   | INPUT | biểu thức «1 = » của /data/a viết chưa đúng
            <bind nodeset='/data/a' constraint="regex(., '[')"/>        | INPUT | mẫu regex «[» viết chưa đúng
            <bind nodeset='/data/b' calculate='date(/data/a)'/>         | INPUT | /data/b tính từ câu trả lời mà «abc» không đổi được
            <bind nodeset='/data/a' calculate="instance('zz')/root/x"/> | INPUT | không có danh sách «zz»
            <setvalue event='foo' ref='/data/a' value='1'/>             | INPUT | không có sự kiện foo
            <bind nodeset='/data/a'/> | <input ref='/data/zz'><label>A</label></input>   | /data/zz không có trong phần dữ liệu
            <bind nodeset='/data/a'/> | <select1 ref='/data/a'><label>A</label></select1> | «A» không có lựa chọn nào
            <bind nodeset='/data/a'/> | <select1 ref='/data/a'><label>A</label><item><label>L</label></item></select1> | của /data/a không có giá trị lưu
            <bind nodeset='/data/a'/> | <range ref='/data/a' start='x' end='2' step='1'><label>A</label></range> | start là «x», không phải số
            """)
    void areToldInTheAuthorsLanguage(String model, String body, String words) {
        assertThat(told("f.xml", XFORM.formatted(model, body.equals("INPUT") ? INPUT : body)))
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).contains(words))
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("XPath", "problem", "Cycle", "cannot", "node", "Unclosed", "javarosa"));
    }

    /** What nobody has foreseen is told as what it is: the engine's own words. */
    @Test
    void whatIsNotKnownIsSaidToBeTheEnginesOwnWords() {
        assertThat(told("f.xml", XFORM.formatted("<bind nodeset='/data/a' calculate='position(1)'/>", INPUT)))
                .singleElement()
                .asString()
                .contains("bộ máy ODK nói nguyên văn");
    }

    @Test
    void brokenXmlIsToldByItsLine() {
        assertThat(told("f.xml", "<h:html xmlns='http://www.w3.org/2002/xforms'\n xmlns:h='x'>\n<h:head>"))
                .singleElement()
                .asString()
                .contains("hỏng từ dòng 3")
                .doesNotContain("must");
    }

    /** An expression that fails for one answer only, which no test walk gives, must not lose the draft of who gives it. */
    @Test
    void anAnswerOnWhichTheFormFailsIsRefusedAndTheDraftStays() {
        var form = FormCheck.of("f.yml", """
                settings: {form_id: f}
                survey:
                - {type: text, name: truoc, label: 'Trước?'}
                - {type: text, name: ma, label: 'Mã?'}
                - {type: calculate, name: ngay, calculation: "if(starts-with(${ma}, 'bom'), date(${ma}), 'x')"}
                - {type: text, name: sau, label: 'Sau?', constraint: "if(. = 'bom', date(.), true())"}
                """.getBytes(StandardCharsets.UTF_8), () -> {});
        assertThat(form.isFit()).isTrue();
        var dialog = Dialog.with(form.form().orElseThrow(), "vi").says("một");
        for (int i = 0; i < 3; i++) {
            var refused = dialog.isRefused("bom " + i);
            assertThat(refused.reason()).isEqualTo(Outcome.Reason.FORM_FAULT);
            assertThat(refused.message()).contains("các câu đã ghi vẫn còn").doesNotContain("XPath", "convert");
        }
        dialog.says("A1");
        assertThat(dialog.isRefused("bom").reason()).isEqualTo(Outcome.Reason.FORM_FAULT);
        dialog.says("ba");
        assertThat(dialog.finishes().instanceXml()).contains("<truoc>một</truoc><ma>A1</ma>", "<sau>ba</sau>");
    }
}

package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, as ODK stores them: all values with blanks between them, the first place first. */
class RankTest {
    private static final String FORM = """
            settings: {form_id: f}
            survey:
            - {type: select_multiple viec, name: chon, label: 'Những việc nào?'}
            - {type: rank viec, name: xep, label: 'Xếp?', choice_filter: "selected(${chon}, name)"}
            - {type: text, name: sau, label: 'Sau?'}
            choices:
            - {list_name: viec, name: dien, label: Điện}
            - {list_name: viec, name: duong, label: Đường}
            - {list_name: viec, name: nuoc, label: Nước}
            """;

    private static Form form(String name, String content) {
        var check = FormCheck.of(name, content.getBytes(StandardCharsets.UTF_8), () -> {});
        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
        return check.form().orElseThrow();
    }

    @Test
    void ofAnXlsFormAreKeptAsTheyWereGiven() {
        var dialog = Dialog.with(form("f.yml", FORM), "vi").says("1, 2, 3").says("nước, điện, đường");
        assertThat(dialog.finishes().instanceXml()).contains("<xep>nuoc dien duong</xep>");
    }

    /** An order of choices of which one came later would be an order that nobody has made. */
    @Test
    void areAskedAgainWhereAnotherAnswerHasBroughtMoreChoices() {
        var form = form("f.yml", FORM);
        try (var session = form.begin(Dialog.context("vi"), "1")) {
            session.answer(new Answer.ChosenMany(List.of("dien", "duong")));
            session.answer(new Answer.ChosenMany(List.of("duong", "dien")));
            var xep = session.summary().get(1).ref();
            session.fill(Map.of(session.summary().get(0).ref(), "dien duong nuoc"));
            assertThat(session.given(xep)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "odk:rank", "string", "int"})
    void ofAnXFormAreReadWhateverTypeItsBindNames(String type) {
        var dialog = Dialog.with(form("r.xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
                    xmlns:odk="http://www.opendatakit.org/xforms">
                  <h:head><h:title>R</h:title><model>
                    <instance><data id="r"><xep/></data></instance>
                    <bind nodeset="/data/xep" type="%s" required="true()"/>
                  </model></h:head>
                  <h:body><odk:rank ref="/data/xep"><label>Order?</label>
                    <item><label>One</label><value>a</value></item>
                    <item><label>Two</label><value>b</value></item>
                    <item><label>Three</label><value>c</value></item>
                  </odk:rank></h:body>
                </h:html>
                """.formatted(type)), "en");
        assertThat(dialog.question().type()).isEqualTo(QuestionType.RANK);
        assertThat(dialog.isRefused(new Answer.Typed("2 1")).reason()).isEqualTo(Outcome.Reason.NOT_ORDER);
        dialog.says("2 3 1");
        assertThat(dialog.finishes().instanceXml()).contains("<xep>b c a</xep>");
    }
}

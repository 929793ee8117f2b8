package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatTest {
    private final Dialog dialog = Dialog.test("households");

    @Test
    void asksForOneMoreUntilThePersonHasEnough() {
        dialog.says("Hộ A", "1");

        assertThat(dialog.step()).isInstanceOf(Step.RepeatPrompt.class);
        assertThat(((Step.RepeatPrompt) dialog.step()).count()).isEqualTo(1);
        assertThat(dialog.isRefused("chắc thế").reason()).isEqualTo(Outcome.Reason.NOT_YES_OR_NO);
        assertThat(dialog.says("có").at()).isEqualTo("/data/household[2]/head");
        assertThat(dialog.says("Hộ B", "1").gives(new Answer.Another(false)).at())
                .isEqualTo("/data/closing/sum");
    }

    @Test
    void everyRepetitionSpeaksOfItself() {
        dialog.says("Hộ A", "1", "có", "Hộ B");

        assertThat(dialog.question().label()).isEqualTo("Hộ B có mấy người?");
        assertThat(dialog.question().groups()).containsExactly("Hộ 2");
        assertThat(dialog.isRefused("0").message()).isEqualTo("Hộ B phải có ít nhất 1 người.");
    }

    @Test
    void countedRepetitionsFollowTheirCount() {
        dialog.says("Hộ A", "3");

        assertThat(dialog.at()).isEqualTo("/data/household/child/age");
        assertThat(dialog.says("7").at()).isEqualTo("/data/household/child[2]/age");
        assertThat(dialog.question().label()).isEqualTo("Tuổi của trẻ trong Hộ A?");
        assertThat(dialog.question().groups()).containsExactly("Hộ 1", "Trẻ em 2");
        assertThat(dialog.says("9").at()).isEqualTo("/data/household/told");
        assertThat(((Step.Note) dialog.step()).text()).isEqualTo("Hộ A: lớn nhất 9 tuổi.");
    }

    @Test
    void addsUpOverAllRepetitions() {
        dialog.says("Hộ A", "1", "có", "Hộ B", "1", "không");

        assertThat(((Step.Note) dialog.step()).text()).isEqualTo("Tổng cộng 2 người.");
        assertThat(dialog.step().groups()).containsExactly("Kết luận");
        var submission = dialog.says("", "").finishes();
        assertThat(submission.value("total")).contains("2");
        assertThat(submission.value("day")).contains("2024-01-02");
        assertThat(submission.value("who")).contains("lan");
        assertThat(submission.values())
                .filteredOn(Submission.Value::personal)
                .extracting(Submission.Value::ref)
                .containsExactly("/data/household/head", "/data/household[2]/head");
    }

    @Test
    void aRepetitionCanBeTakenAway() {
        dialog.says("Hộ A", "1", "có", "Hộ B", "2", "5", "", "có", "Hộ C", "1", "không", "", "");

        dialog.removes("/data/household[2]/people");
        assertThat(dialog.at()).isEqualTo("end");
        assertThat(dialog.summary().stream()
                        .flatMap(row -> row.answer().stream())
                        .map(CurrentAnswer::text))
                .containsExactly("Hộ A", "1", "Hộ C", "1");
    }

    @Test
    void isTheSameWhenRestoredBeforeEveryAnswer() {
        String[] answers = {"Hộ A", "2", "7", "", "có", "Hộ B", "3", "1", "15", "", "không", "", "xong"};
        var restarted = Dialog.restartingEachTime(Path.of("src/test/resources/forms"), "households", "vi");

        assertThat(restarted.says(answers).finishes())
                .isEqualTo(dialog.says(answers).finishes());
        assertThat(restarted.finishes().value("total")).contains("5");
    }

    /** JavaRosa restores repeats behind their neighbours: the same answers in another order, and such forms were refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g><k><e/></k><c/></g><x/>",
                "<g jr:template=''><k jr:template=''><e/></k><c/></g><x/>",
                "<x/><g jr:template=''><c/><k jr:template=''><e/></k></g>",
                "<g jr:template=''><c/><k jr:template=''><e/></k></g><g><c/><k><e/></k></g><x/>",
                "<g><k><e/></k><c/></g><x/><g><k><e/></k><c/></g>"
            })
    void theirOrderInTheInstanceRaisesNoAlarm(String data) {
        var check = FormCheck.of("f.xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
                    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>R</h:title>
                  <model><instance><data id="r">%s</data></instance></model></h:head>
                  <h:body>
                    <group ref="/data/g"><label>G</label><repeat nodeset="/data/g">
                      <input ref="/data/g/c"><label>C</label></input>
                      <group ref="/data/g/k"><label>K</label><repeat nodeset="/data/g/k">
                        <input ref="/data/g/k/e"><label>E</label></input></repeat></group>
                    </repeat></group>
                    <input ref="/data/x"><label>X</label></input>
                  </h:body></h:html>
                """.formatted(data).getBytes(StandardCharsets.UTF_8), () -> {});
        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
    }
}

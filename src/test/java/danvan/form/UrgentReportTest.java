package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F9 as it is shipped. */
class UrgentReportTest {
    private static final Path SHIPPED = Path.of("knowledge-base/forms");

    private static final String[] ANSWERS = {
        "", "Ngập đường", "1", "thôn 3", "1/1", "1.200", "1", "3", "", "Đã báo loa", "", "2", ""
    };

    private final Form form = Dialog.form(SHIPPED, "f9");

    @ParameterizedTest
    @ValueSource(strings = {"vi", "tr", "en"})
    void isTheSameReportWhenTheBotRestartsBeforeEveryMessage(String language) {
        var restarted = Dialog.restartingEachTime(SHIPPED, "f9", language).says(ANSWERS);
        var undisturbed = Dialog.with(form, "vi").says(ANSWERS);

        assertThat(restarted.at()).isEqualTo("end");
        assertThat(restarted.finishes()).isEqualTo(undisturbed.finishes());
    }

    @Test
    void keepsWhatWasSaidInTheShapeForExport() {
        var submission = Dialog.with(form, "vi").says(ANSWERS).finishes();

        assertThat(submission.formId()).isEqualTo("f9");
        assertThat(submission.instanceId()).isEqualTo("uuid:0001");
        assertThat(submission.values().stream().map(v -> v.name() + "=" + v.text()))
                .containsExactly(
                        "start=2024-01-02T07:30:00.000+07:00",
                        "end=2024-01-02T07:30:00.000+07:00",
                        "what=Ngập đường",
                        "field=disaster",
                        "where=thôn 3",
                        "since=2024-01-01",
                        "people=1200",
                        "danger=yes",
                        "households=3",
                        "done=Đã báo loa",
                        "level=urgent",
                        "instanceID=uuid:0001");
    }

    @ParameterizedTest
    @CsvSource({
        "vi, Báo cáo đột xuất, Việc gì đã xảy ra?, Xin cho biết việc gì đã xảy ra.",
        "tr, Acil durum raporu, Ne oldu?, Lütfen ne olduğunu yazın.",
        "en, Urgent report, What happened?, Please say what happened."
    })
    void speaksThreeLanguages(String language, String title, String label, String required) {
        var dialog = Dialog.with(form, language).says("");

        assertThat(form.title(language)).isEqualTo(title);
        assertThat(dialog.question().label()).isEqualTo(label);
        assertThat(dialog.isRefused(new Answer.Blank()))
                .isEqualTo(new Outcome.Rejected(Outcome.Reason.REQUIRED, required, List.of()));
    }

    @Test
    void fallsBackToVietnameseForAnotherLanguage() {
        assertThat(Dialog.with(form, "ja").says("").question().label()).isEqualTo("Việc gì đã xảy ra?");
        assertThat(form.languages()).containsExactly("vi", "tr", "en");
    }

    @Test
    void changesTheLanguageInTheMiddle() {
        var dialog = Dialog.with(form, "vi").says("", "Ngập đường").speaks("tr");

        assertThat(dialog.question().label()).isEqualTo("Olay hangi türden?");
        assertThat(dialog.says("afet").speaks("en").answerTo("/data/field")).isEqualTo("Disaster, fire");
    }

    @Test
    void refusesADayThatIsStillToComeByTheCallersClock() {
        var dialog = Dialog.with(form, "vi").says("", "Ngập", "1", "thôn 3");

        var refused = dialog.isRefused("ngày mai");
        assertThat(refused.reason()).isEqualTo(Outcome.Reason.CONSTRAINT);
        assertThat(refused.message()).startsWith("Ngày này chưa tới.");
        assertThat(dialog.says("hôm nay").answerTo("/data/since")).isEqualTo("02/01/2024");
    }

    @Test
    void refusesImpossibleNumbersOfPeople() {
        var dialog = Dialog.with(form, "en").says("", "Flood", "1", "village 3", "today");

        assertThat(dialog.isRefused("100.001").message()).contains("from 0 to 100,000");
        assertThat(dialog.isRefused("-1").message()).contains("from 0 to 100,000");
        assertThat(dialog.isRefused("vài người").reason()).isEqualTo(Outcome.Reason.NOT_WHOLE_NUMBER);
        assertThat(dialog.isRefused("99999999999").reason()).isEqualTo(Outcome.Reason.NUMBER_TOO_LARGE);
        assertThat(dialog.says("0").at()).isEqualTo("/data/danger");
    }

    @Test
    void asksForHouseholdsOnlyWhenSomeoneIsInDanger() {
        var dialog = Dialog.with(form, "vi").says("", "Ngập", "1", "thôn 3", "hôm nay", "5");

        assertThat(dialog.says("Không").at()).isEqualTo("/data/cause");
        assertThat(dialog.back().says("có").at()).isEqualTo("/data/households");
    }

    @Test
    void countsQuestionsThatAreRelevantNow() {
        var dialog = Dialog.with(form, "vi").says("");
        assertThat(dialog.question().number()).isEqualTo(1);
        assertThat(dialog.question().total()).isEqualTo(10);

        dialog.says("Ngập", "1", "thôn 3", "hôm nay", "5", "có");
        assertThat(dialog.question().number()).isEqualTo(7);
        assertThat(dialog.question().total()).isEqualTo(11);
    }

    @Test
    void leavesOutOfTheReportWhatIsNoLongerRelevant() {
        var dialog = Dialog.with(form, "vi").says(ANSWERS).jumps("/data/danger").says("không");

        assertThat(dialog.at()).isEqualTo("end");
        assertThat(dialog.finishes().value("households")).isEmpty();
        // And it is back when the person thinks again.
        assertThat(dialog.jumps("/data/danger").says("có").finishes().value("households"))
                .contains("3");
    }

    @Test
    void anEditReturnsToTheSummary() {
        var dialog = Dialog.with(form, "vi").says(ANSWERS).jumps("/data/where").says("thôn 4");

        assertThat(dialog.at()).isEqualTo("end");
        assertThat(dialog.answerTo("/data/where")).isEqualTo("thôn 4");
    }

    @Test
    void anEditThatOpensARequiredQuestionAsksItBeforeTheSummary() {
        var dialog = Dialog.with(form, "vi")
                .says("", "Ngập", "1", "thôn 3", "hôm nay", "5", "không", "", "", "", "1")
                .jumps("/data/danger")
                .says("có");

        assertThat(dialog.at()).isEqualTo("/data/households");
        assertThat(dialog.says("2").at()).isEqualTo("end");
    }

    @Test
    void anEditShowsANoteThatHasNotBeenSeen() {
        var dialog = Dialog.with(form, "vi")
                .says("", "Ngập", "1", "thôn 3", "hôm nay", "5", "không", "", "", "", "bình thường")
                .jumps("/data/level")
                .says("khẩn");

        assertThat(dialog.at()).isEqualTo("/data/urgent_note");
        assertThat(dialog.says("").at()).isEqualTo("end");
    }

    @Test
    void goesBackAndForthWithoutLosingAnything() {
        var dialog = Dialog.with(form, "vi").says("", "Ngập", "1").back().back();

        assertThat(dialog.question().answer().orElseThrow().text()).isEqualTo("Ngập");
        assertThat(dialog.back().back().at()).isEqualTo("/data/privacy");
        assertThat(dialog.goesOn().at()).isEqualTo("/data/where");
    }

    @Test
    void walksOnFromAChosenQuestion() {
        var dialog =
                Dialog.with(form, "vi").says(ANSWERS).restartsAt("/data/where").says("thôn 5");

        assertThat(dialog.at()).isEqualTo("/data/since");
    }

    @Test
    void cannotBeSentHalfDoneAndSaysWhatIsMissing() {
        var unfinished = Dialog.with(form, "en").says("", "Flood", "1").cannotFinish();

        assertThat(unfinished.ref()).isEqualTo("/data/where");
        assertThat(unfinished.message()).isEqualTo("Please say in which village or street group.");
    }

    @Test
    void anAnswerAtTheEndChangesNothing() {
        var dialog = Dialog.with(form, "vi").says(ANSWERS);

        assertThat(dialog.isRefused("thêm").reason()).isEqualTo(Outcome.Reason.NO_QUESTION);
    }

    @Test
    void listsEveryQuestionInTheSummaryAlsoTheSkippedOnes() {
        var summary = Dialog.with(form, "tr").says(ANSWERS).summary();

        assertThat(summary).hasSize(11).allMatch(SummaryRow::editable);
        assertThat(summary.get(3).answer().orElseThrow().text()).isEqualTo("01.01.2024");
        assertThat(summary.get(7).answer()).isEmpty();
    }
}

package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every kind of question, from the answer to the submission. */
class KindsTest {
    private final Dialog dialog = Dialog.test("kinds");

    private Dialog answered() {
        return dialog.says("chữ", "1.200", "12,5", "15/10", "7h30", "hôm qua 19:45", "Ổi", "ổi, đu đủ")
                .gives(
                        new Answer.Chosen("OK"),
                        new Answer.Location(20.4512345678, 106.34),
                        new Answer.File("a/b/ảnh.jpg"),
                        new Answer.File("..\\tiếng.ogg"),
                        new Answer.File("phim.mp4"),
                        new Answer.File("tờ trình.pdf"));
    }

    @Test
    void storesWhatXFormsExpect() {
        var values = answered().says("").finishes().values().stream()
                .collect(Collectors.toMap(Submission.Value::name, Submission.Value::text));

        assertThat(values)
                .containsEntry("text", "chữ")
                .containsEntry("integer", "1200")
                .containsEntry("decimal", "12.5")
                .containsEntry("date", "2023-10-15")
                .containsEntry("time", "07:30:00.000+07:00")
                .containsEntry("moment", "2024-01-01T19:45:00.000+07:00")
                .containsEntry("one", "a")
                .containsEntry("many", "a 10")
                .containsEntry("ack", "OK")
                .containsEntry("place", "20.451235 106.34 0.0 0.0")
                .containsEntry("photo", "ảnh.jpg")
                .containsEntry("voice", "tiếng.ogg")
                .containsEntry("film", "phim.mp4")
                .containsEntry("paper", "tờ trình.pdf")
                .containsEntry("secret", "giấu")
                .containsEntry("begun", "2024-01-02T07:30:00.000+07:00");
    }

    @Test
    void showsAnswersTheWayPeopleWriteThem() {
        assertThat(answered().summary().stream()
                        .flatMap(row -> row.answer().stream())
                        .map(CurrentAnswer::text))
                .startsWith("chữ", "1.200", "12,5", "15/10/2023", "07:30", "01/01/2024 19:45", "Ổi", "Ổi, Đu đủ", "OK")
                .contains("20.451235, 106.34", "ảnh.jpg");
    }

    @Test
    void followsTheCallersClockAndZoneNotTheMachines() {
        // 00:30 on the 3rd in Hanoi is still the 2nd where this test runs (UTC).
        var afterMidnight = ZonedDateTime.of(2024, 1, 3, 0, 30, 0, 0, ZoneId.of("Asia/Ho_Chi_Minh"));
        var form = Dialog.form(java.nio.file.Path.of("src/test/resources/forms"), "kinds");
        var context = new FormContext(afterMidnight, "vi", "lan");
        Submission submission;
        try (var session = form.begin(context, "1")) {
            submission = ((Finish.Finished) session.finish()).submission();
        }

        assertThat(submission.value("this_day")).contains("03/01/2024");
        assertThat(submission.value("this_hour")).contains("00:30");
        assertThat(submission.value("preset")).contains("ngày 2024-01-03");
        assertThat(submission.value("begun")).contains("2024-01-03T00:30:00.000+07:00");
    }

    /** Where the machine's zone is another one, 07:30 was shown as 00:30 after sending, and changed when sent anew. */
    @Test
    void timesOfASubmissionAreShownAndSentAnewAsTheyWereTyped() {
        var form = Dialog.form(java.nio.file.Path.of("src/test/resources/forms"), "kinds");
        var context = Dialog.context("vi");
        var sent = answered().says("").finishes();
        Submission again;
        try (var session = form.reopen(sent.instanceXml(), context)) {
            assertThat(times(session)).contains("07:30", "01/01/2024 19:45");
            again = ((Finish.Finished) session.finish()).submission();
            // Whoever is told of it reads the same times once it is finished.
            assertThat(times(session)).contains("07:30", "01/01/2024 19:45");
        }
        for (var name : List.of("time", "moment", "begun")) {
            assertThat(again.value(name)).as(name).isEqualTo(sent.value(name));
        }
    }

    private static List<String> times(FormSession session) {
        return session.summary().stream()
                .flatMap(row -> row.answer().stream())
                .map(CurrentAnswer::text)
                .toList();
    }

    @Test
    void refusesTheWrongKindOfAnswer() {
        assertThat(dialog.isRefused(new Answer.File("a.jpg")).reason()).isEqualTo(Outcome.Reason.WRONG_KIND);
        assertThat(dialog.isRefused(new Answer.Chosen("a")).reason()).isEqualTo(Outcome.Reason.WRONG_KIND);
        assertThat(dialog.isRefused(new Answer.Location(1, 2)).reason()).isEqualTo(Outcome.Reason.WRONG_KIND);
        assertThat(dialog.isRefused("a".repeat(10_001)).reason()).isEqualTo(Outcome.Reason.TOO_LONG);
        dialog.says("", "", "", "", "", "");
        assertThat(dialog.isRefused(new Answer.ChosenMany(List.of("a", "b"))).reason())
                .isEqualTo(Outcome.Reason.WRONG_KIND);
        dialog.says("", "");
        assertThat(dialog.isRefused("chưa").reason()).isEqualTo(Outcome.Reason.WRONG_KIND);
        dialog.says("");
        assertThat(dialog.isRefused("95, 200").reason()).isEqualTo(Outcome.Reason.NOT_PLACE);
        assertThat(dialog.isRefused("ở nhà").reason()).isEqualTo(Outcome.Reason.NOT_PLACE);
        dialog.says("20,45 106,34");
        assertThat(dialog.isRefused("ảnh đây").reason()).isEqualTo(Outcome.Reason.FILE_WANTED);
        assertThat(dialog.isRefused(new Answer.File("/")).reason()).isEqualTo(Outcome.Reason.FILE_WANTED);
    }

    @Test
    void aSkippedAnswerIsTakenBack() {
        dialog.says("chữ").back().says("");

        assertThat(dialog.answerTo("/data/text")).isEmpty();
    }
}

package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.task.programme.ProgrammeWriter;
import danvan.task.programme.Yaml;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deadline that a lead moved, where it meets other days: the next one of the same task, today, the programme's own.
 * Today is Tuesday 2 January 2024; WEEK falls due each Thursday, ONCE on Tuesday the 9th.
 */
class MovedDeadlineTest {
    private static final String PROGRAMME = """
            year: 2024
            name: {vi: "Thử"}
            tasks:
              - id: WEEK
                title: {vi: "Việc tuần", en: "Weekly"}
                text: {vi: "Làm."}
                source: {document: d, passage: p}
                status: official
                every: {weekly: THURSDAY}
                audience: {level: commune, roles: [cadre]}
                lead_days: [0]
                evidence: none
                escalate_after: 1
              - id: ONCE
                title: {vi: "Việc riêng", en: "Single"}
                text: {vi: "Làm."}
                source: {document: d, passage: p}
                status: official
                due: 2024-01-09
                audience: {level: commune, roles: [cadre]}
                lead_days: [7]
                evidence: none
                escalate_after: 2
            """;

    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember mai;
    private TaskTestBot.TestMember hoa;
    private TaskTestBot.TestMember minh;

    @BeforeEach
    void open() {
        town = TaskTestBot.of(folder, PROGRAMME);
        town.addUnit("tinh", "tỉnh T", "");
        town.addUnit("xa", "xã X", "tinh");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI, "xa");
        mai = town.addMember("Mai", Role.CADRE, "commune", VI, "xa");
        hoa = town.addMember("Hoa", Role.LEAD, "commune", EN, "xa");
        minh = town.addMember("Minh", Role.OFFICE, "province", EN, "tinh");
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** The ledger knows a reminder by task, day and lead time: one of the two was taken for the other, and never came. */
    @Test
    void aWeekThatWasMovedToTheNextWeeksDayIsRemindedOfBesideIt() {
        town.taps(hoa, TaskTestBot.button(asks("WEEK:2024-W01", "11/1"), "Approve"));
        town.goesTo("2024-01-11T08:00");
        assertThat(TaskTestBot.text(last(town.reminders(lan)))).isEqualTo("""
                🔔 Có 2 việc cần nhắc

                1. Việc tuần
                Hạn: Thứ Năm, 11/01/2024 (hôm nay)

                2. Việc tuần
                Hạn: Thứ Năm, 11/01/2024 (hôm nay)
                Hạn đã được gia hạn.

                Bấm số để xem chi tiết hoặc đánh dấu đã xong.""");
        assertThat(periods(last(town.reminders(lan)))).containsExactlyInAnyOrder("2024-W01", "2024-W02");
        assertThat(periods(last(town.reminders(mai)))).containsOnly("2024-W02");
        town.restarts();
        int before = town.reminders(lan).size();
        town.goesTo("2024-01-12T07:00");
        assertThat(town.reminders(lan)).hasSize(before);
    }

    @Test
    void ofTwoWeeksOnOneDayOnlyTheOpenOneIsRemindedOf() {
        town.taps(hoa, TaskTestBot.button(asks("WEEK:2024-W01", "11/1"), "Approve"));
        town.goesTo("2024-01-10T08:00");
        town.taps(lan, act("d", "WEEK:2024-W02"));
        town.goesTo("2024-01-11T08:00");
        assertThat(periods(last(town.reminders(lan)))).containsOnly("2024-W01");
    }

    @Test
    void theLeadHearsOfBothWeeksThatAreLate() {
        town.taps(hoa, TaskTestBot.button(asks("WEEK:2024-W01", "11/1"), "Approve"));
        town.goesTo("2024-01-12T08:00");
        assertThat(TaskTestBot.text(last(town.reminders(hoa))).split("• Lan", -1))
                .hasSize(3);
        assertThat(TaskTestBot.text(last(town.reminders(hoa))).split("• Mai", -1))
                .hasSize(2);
    }

    @Test
    void theWeekThatIsPutOffIsTheOneThatComesAgain() {
        town.taps(hoa, TaskTestBot.button(asks("WEEK:2024-W01", "11/1"), "Approve"));
        town.goesTo("2024-01-08T08:00");
        town.taps(lan, act("d", "WEEK:2024-W02"));
        town.taps(lan, act("l", "WEEK:2024-W01"));
        town.taps(mai, act("l", "WEEK:2024-W02"));
        town.goesTo("2024-01-09T08:00");
        assertThat(periods(last(town.reminders(lan)))).contains("2024-W01").doesNotContain("2024-W02");
        assertThat(periods(last(town.reminders(mai)))).contains("2024-W02").doesNotContain("2024-W01");
    }

    /** A lead answered a week late and granted, at a tap, a day that lay in the past. */
    @Test
    void aDayThatIsPastWhenTheLeadAnswersIsNotGranted() {
        Outgoing request = asks("ONCE:2024", "12/1");
        town.goesTo("2024-01-16T08:00");
        List<String> answer = town.texts(town.taps(hoa, TaskTestBot.button(request, "Approve")));
        assertThat(answer).anyMatch(text -> text.startsWith("Friday, 12 January 2024 is not possible"));
        assertThat(granted()).isZero();
        // The lead is asked for another, and the request still waits.
        town.says(hoa, "19/1 nhưng không muộn hơn");
        assertThat(granted()).isOne();
        assertThat(town.texts(town.reminders(lan))).last().asString().contains("đến Thứ Sáu, 19/01/2024");
    }

    @Test
    void aDayThatIsPastWhenTheReasonIsWrittenIsAskedForAnew() {
        town.taps(lan, act("x", "ONCE:2024"));
        town.says(lan, "12/1");
        town.goesTo("2024-01-16T08:00");
        assertThat(TaskTestBot.text(town.says(lan, "Chờ số liệu").get(0)))
                .startsWith("Ngày Thứ Sáu, 12/01/2024 chưa phù hợp");
        assertThat(TaskTestBot.text(town.says(lan, "19/1").get(0))).startsWith("Lùi đến Thứ Sáu, 19/01/2024. Lý do?");
        assertThat(TaskTestBot.text(town.says(lan, "Chờ số liệu").get(0))).startsWith("Đã gửi đề nghị tới Hoa");
    }

    @Test
    void moreTimeAfterTheLeadHeardEndsTheLatenessUntilTheNewDay() {
        town.goesTo("2024-01-11T08:00");
        assertThat(heardOf("Single")).isOne();
        town.taps(hoa, TaskTestBot.button(asks("ONCE:2024", "19/1"), "Approve"));
        town.says(hoa, "/team");
        town.goesTo("2024-01-19T20:00");
        assertThat(heardOf("Single")).isOne();
        // Each task is a paragraph with its names.
        assertThat(town.texts(town.reminders(minh)))
                .flatExtracting(text -> List.of(text.split("\n\n")))
                .filteredOn(paragraph -> paragraph.startsWith("Single"))
                .singleElement()
                .asString()
                .contains("Mai")
                .doesNotContain("Lan");
        town.goesTo("2024-01-23T08:00");
        assertThat(heardOf("Single")).isEqualTo(2);
    }

    @Test
    void ofTwoLeadsWhoAnswerAtOnceOneIsHeard() {
        TaskTestBot.TestMember nam = town.addMember("Nam", Role.LEAD, "commune", EN, "xa");
        Outgoing request = asks("ONCE:2024", "19/1");
        town.taps(nam, TaskTestBot.button(request, "Decline"));
        town.taps(hoa, TaskTestBot.button(request, "Approve"));
        assertThat(town.texts(town.says(nam, "No"))).contains("This request has already been approved.");
        assertThat(town.texts(town.reminders(lan))).noneMatch(text -> text.contains("chưa đồng ý"));
    }

    /** The programme moved on beyond the day that was granted: that day is none any more, in no place. */
    @Test
    void aProgrammesLaterDayOutdoesAnEarlierGrant() {
        town.taps(hoa, TaskTestBot.button(asks("ONCE:2024", "12/1"), "Approve"));
        applies(PROGRAMME.replace("due: 2024-01-09", "due: 2024-01-25").replace("lead_days: [7]", "lead_days: [7, 0]"));
        town.goesTo("2024-01-18T08:00");
        assertThat(town.ledger())
                .filteredOn(
                        entry -> entry.task().equals("2024/ONCE") && entry.due().getDayOfMonth() == 12)
                .isEmpty();
        assertThat(TaskTestBot.text(town.says(hoa, "/team").get(0)))
                .contains("Single\nDue 25 Jan")
                .doesNotContain("Single\nDue 25 Jan · ✅ 0/2 · ⚠️");
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0))).contains("25/01 · Việc riêng");
    }

    @Test
    void aDayOfAPeriodThatTheProgrammeNoLongerHasIsNotRemindedOf() {
        town.taps(hoa, TaskTestBot.button(asks("WEEK:2024-W01", "12/1"), "Approve"));
        applies(PROGRAMME.replace("every: {weekly: THURSDAY}", "every: {monthly: 25}"));
        town.goesTo("2024-01-16T08:00");
        assertThat(town.ledger()).noneMatch(entry -> entry.task().equals("2024/WEEK"));
    }

    private Outgoing asks(String what, String day) {
        town.taps(lan, act("x", what));
        town.says(lan, day);
        town.says(lan, "Chờ số liệu");
        return last(town.reminders(hoa));
    }

    private long heardOf(String title) {
        return town.texts(town.reminders(hoa)).stream()
                .filter(text -> text.startsWith("📣") && text.contains(title) && text.contains("• Lan"))
                .count();
    }

    private long granted() {
        return town.database().read(tx -> tx.count("SELECT COUNT(*) AS n FROM task_extension WHERE state = 'GRANTED'"));
    }

    private void applies(String yaml) {
        try {
            town.sent = ProgrammeWriter.bytes(Yaml.parse(yaml));
        } catch (Yaml.Malformed e) {
            throw new AssertionError(e);
        }
        Incoming.File file = new Incoming.File(
                Incoming.Medium.DOCUMENT, "ref", "programme.xlsx", "application/octet-stream", 0, "", "");
        town.taps(minh, TaskTestBot.button(town.sends(minh, file).get(0), "Apply"));
    }

    private static List<String> periods(Outgoing message) {
        return TaskTestBot.buttons(message).stream()
                .map(button -> button.action().substring(button.action().lastIndexOf(':') + 1))
                .distinct()
                .toList();
    }

    private static Button act(String act, String what) {
        return new Button("x", "task:" + act + ":2024/" + what);
    }

    private static Outgoing last(List<Outgoing> messages) {
        return messages.get(messages.size() - 1);
    }
}

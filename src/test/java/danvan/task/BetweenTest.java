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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What changes between the hour a reminder was planned and the hour it goes out: the programme, the people, the clock.
 * Today is Tuesday 2 January 2024; TASK, due on the 9th, is reminded of on the 2nd, 8th and 9th.
 */
class BetweenTest {
    private static final String PROGRAMME = """
            year: 2024
            name: {vi: "Thử"}
            tasks:
              - id: TASK
                title: {vi: "Việc"}
                text: {vi: "Làm."}
                source: {document: d, passage: p}
                status: official
                due: 2024-01-09
                audience: {under: [huyen], roles: [cadre]}
                lead_days: [7, 1, 0]
                evidence: none
                escalate_after: 2
              - id: OTHER
                title: {vi: "Việc khác"}
                text: {vi: "Làm."}
                source: {document: d, passage: p}
                status: official
                due: 2024-06-10
                audience: {level: commune, roles: [cadre]}
                lead_days: [0]
                evidence: none
            """;

    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.Inhabitant lan;
    private TaskTestBot.Inhabitant hoa;
    private TaskTestBot.Inhabitant minh;

    @BeforeEach
    void open() {
        town = TaskTestBot.of(folder, PROGRAMME);
        town.founds("tinh", "tỉnh T", "");
        town.founds("huyen", "huyện H", "tinh");
        town.founds("xa", "xã X", "huyen");
        town.founds("xa-khac", "xã K", "tinh");
        lan = town.moveIn("Lan", Role.CADRE, "commune", VI, "xa");
        hoa = town.moveIn("Hoa", Role.LEAD, "commune", VI, "xa");
        minh = town.moveIn("Minh", Role.OFFICE, "province", EN, "tinh");
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aTaskThatIsWithdrawnIsNotRemindedOfAnyMoreAndItsButtonsSaySo() {
        town.goesTo("2024-01-08T07:29");
        applies(PROGRAMME.substring(0, PROGRAMME.indexOf("  - id: TASK"))
                + PROGRAMME.substring(PROGRAMME.indexOf("  - id: OTHER")));
        town.goesTo("2024-01-20T12:00");
        assertThat(days()).containsExactly("2024-01-02 7");
        assertThat(town.reminders(hoa)).isEmpty();
        assertThat(town.texts(
                        town.taps(lan, TaskTestBot.button(town.reminders(lan).get(0), "Đã xong"))))
                .contains("Việc này không còn trong chương trình. Gõ /nhiemvu để xem việc hiện nay.");
    }

    @Test
    void aLaterDeadlineMovesTheRemindersWithIt() {
        town.goesTo("2024-01-08T07:29");
        applies(PROGRAMME.replace("due: 2024-01-09", "due: 2024-01-16"));
        town.goesTo("2024-01-30T12:00");
        assertThat(days())
                .containsExactly(
                        "2024-01-02 7",
                        "2024-01-09 7",
                        "2024-01-15 1",
                        "2024-01-16 0",
                        "2024-01-18 -1",
                        "2024-01-22 -2");
        assertThat(town.missed).isEmpty();
    }

    /** It was taken for known since the beginning: the office was told of months of missed reminders. */
    @Test
    void aTaskThatComesBackIsNotMadeUpForEither() {
        town.goesTo("2024-01-03T12:00");
        applies(PROGRAMME.substring(0, PROGRAMME.indexOf("  - id: TASK"))
                + PROGRAMME.substring(PROGRAMME.indexOf("  - id: OTHER")));
        town.goesTo("2024-01-10T12:00");
        applies(PROGRAMME);
        town.goesTo("2024-01-20T12:00");
        assertThat(days()).containsExactly("2024-01-02 7", "2024-01-11 -1", "2024-01-15 -2");
        assertThat(town.missed).isEmpty();
    }

    @Test
    void anEarlierDeadlineIsNotMadeUpFor() {
        town.goesTo("2024-01-08T12:00");
        applies(PROGRAMME.replace("due: 2024-06-10", "due: 2024-01-05"));
        town.goesTo("2024-01-08T20:00");
        assertThat(town.ledger()).noneMatch(entry -> entry.task().equals("2024/OTHER"));
        assertThat(town.missed).isEmpty();
    }

    @Test
    void anotherAudienceIsAskedForWhenTheHourComes() {
        TaskTestBot.Inhabitant nam = town.moveIn("Nam", Role.LEAD, "district", VI, "huyen");
        town.goesTo("2024-01-08T07:29");
        applies(PROGRAMME.replace(
                "audience: {under: [huyen], roles: [cadre]}", "audience: {units: [huyen], roles: [lead]}"));
        town.goesTo("2024-01-10T12:00");
        assertThat(town.ledger())
                .extracting(entry -> entry.who() + " " + entry.day())
                .containsExactly("Lan 2024-01-02", "Nam 2024-01-08", "Nam 2024-01-09");
        assertThat(town.reminders(nam)).hasSize(2);
    }

    @Test
    void whoJoinsIsRemindedFromThenOnAndWhoLeavesNoMore() {
        TaskTestBot.Inhabitant mai = town.moveIn("Mai", Role.CADRE, "commune", VI, "xa");
        town.goesTo("2024-01-08T12:00");
        town.moveOut(lan);
        town.goesTo("2024-01-20T12:00");
        assertThat(town.reminders(mai)).hasSize(2);
        assertThat(town.reminders(lan)).hasSize(2);
        assertThat(town.texts(town.reminders(hoa)))
                .singleElement()
                .asString()
                .contains("• Mai (xã X)")
                .doesNotContain("Lan");
    }

    /** Whoever came in February was overdue with January's tasks, and the lead was told so. */
    @Test
    void whoJoinsAfterTheDeadlineIsNotLate() {
        town.goesTo("2024-01-10T12:00");
        TaskTestBot.Inhabitant mai = town.moveIn("Mai", Role.CADRE, "commune", VI, "xa");
        town.goesTo("2024-01-12T12:00");
        assertThat(town.texts(town.reminders(hoa)))
                .singleElement()
                .asString()
                .contains("• Lan")
                .doesNotContain("Mai");
        Outgoing list = town.says(hoa, "/team").get(0);
        assertThat(TaskTestBot.text(list)).contains("✅ 0/1 · ⚠️ quá hạn 1");
        assertThat(TaskTestBot.text(town.says(mai, "/tasks").get(0)))
                .doesNotContain("09/01")
                .contains("10/06");
        // Of one's own will it can still be done, and counts then.
        town.taps(mai, new Button("x", "task:d:2024/TASK:2024"));
        assertThat(TaskTestBot.text(town.says(hoa, "/team").get(0))).contains("✅ 1/2");
    }

    @Test
    void whoMovesAwayIsLeftAloneAndWhoMovesInIsRemindedOnce() {
        TaskTestBot.Inhabitant nam = town.moveIn("Nam", Role.CADRE, "commune", VI, "xa-khac");
        town.goesTo("2024-01-07T12:00");
        town.moves(lan, "commune", "xa-khac");
        town.moves(nam, "commune", "xa");
        town.goesTo("2024-01-08T12:00");
        // Back again: what was sent is not sent twice, what was not due here is not made up for.
        town.moves(lan, "commune", "xa");
        town.restarts();
        town.goesTo("2024-01-09T12:00");
        assertThat(town.ledger())
                .extracting(entry -> entry.who() + " " + entry.day() + " " + entry.lead())
                .containsExactlyInAnyOrder(
                        "Lan 2024-01-02 7", "Nam 2024-01-08 1", "Lan 2024-01-09 0", "Nam 2024-01-09 0");
    }

    @Test
    void whoCannotBeReachedIsNotWrittenToButTheLeadSeesThemMarked() {
        town.goesTo("2024-01-07T12:00");
        town.blocks(lan);
        town.goesTo("2024-01-15T12:00");
        assertThat(days()).containsExactly("2024-01-02 7", "2024-01-11 -1", "2024-01-15 -2");
        assertThat(town.reminders(lan)).hasSize(1);
        assertThat(town.texts(town.reminders(hoa)))
                .singleElement()
                .asString()
                .contains("• Lan (xã X) · chưa liên lạc được");
        Outgoing list = town.says(hoa, "/team").get(0);
        assertThat(TaskTestBot.text(list)).contains("✅ 0/1 · ⚠️ quá hạn 1");
        Outgoing people = message(town.taps(hoa, TaskTestBot.button(list, "1")));
        assertThat(TaskTestBot.text(people)).contains("⚠️ Lan · chưa liên lạc được");
        assertThat(TaskTestBot.text(message(town.taps(hoa, TaskTestBot.button(people, "chưa xong")))))
                .contains("1. Lan – xã X");
        town.speaksAgain(lan);
        assertThat(TaskTestBot.text(message(town.taps(hoa, TaskTestBot.button(list, "1")))))
                .doesNotContain("chưa liên lạc");
    }

    @Test
    void aClockSetBackAcrossTheReminderHourRepeatsNothingAndLosesNothing() {
        town.goesTo("2024-01-08T12:00");
        town.restartsAfter(Duration.ofDays(-3));
        assertThat(days()).containsExactly("2024-01-02 7", "2024-01-08 1");
        town.goesTo("2024-01-08T12:00");
        town.restartsAfter(Duration.ofHours(-5));
        town.goesTo("2024-01-11T12:00");
        assertThat(days()).containsExactly("2024-01-02 7", "2024-01-08 1", "2024-01-09 0", "2024-01-11 -1");
        assertThat(town.missed).isEmpty();
        assertThat(town.ledger()).noneMatch(TaskTestBot.Entry::late);
    }

    private List<String> days() {
        return town.ledger().stream()
                .filter(entry -> entry.task().equals("2024/TASK"))
                .map(entry -> entry.day() + " " + entry.lead())
                .toList();
    }

    private void applies(String yaml) {
        try {
            town.sent = ProgrammeWriter.bytes(Yaml.parse(yaml));
        } catch (Yaml.Malformed e) {
            throw new AssertionError(e);
        }
        Outgoing diff = town.sends(
                        minh,
                        new Incoming.File(
                                Incoming.Medium.DOCUMENT,
                                "ref",
                                "programme.xlsx",
                                "application/octet-stream",
                                0,
                                "",
                                ""))
                .get(0);
        town.taps(minh, TaskTestBot.button(diff, "Apply"));
    }

    private static Outgoing message(List<Outgoing> answers) {
        return answers.stream()
                .filter(Outgoing.Message.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}

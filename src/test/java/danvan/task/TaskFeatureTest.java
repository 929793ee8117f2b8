package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.TR;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFeatureTest {
    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember hoa;

    @BeforeEach
    void open() {
        town = new TaskTestBot(folder, "programmes");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI);
        hoa = town.addMember("Hoa", Role.LEAD, "commune", EN);
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void myTasksStandInThreeGroups() {
        town.goesTo("2024-01-10T08:00");
        assertThat(text(town.says(hoa, "/tasks"))).isEqualTo("""
                📋 My tasks · Wednesday, 10 January 2024

                ⚠️ Overdue
                1. 5 Jan · Weekly reception
                2. 9 Jan · Draw up the plan

                This week
                3. 12 Jan · Weekly reception

                Later
                4. 31 Jan · Monthly reception
                5. 25 Mar · Quarterly report

                Tap a number to see the details or to mark the task as done.""");
        assertThat(text(town.says(lan, "/nhiemvu"))).contains("1. 09/01 · Lập kế hoạch năm", "2. 25/03 · Báo cáo quý");
    }

    @Test
    void whoHasNoTaskIsToldSo() {
        TaskTestBot.TestMember ali = town.addMember("Ali", Role.OFFICE, "district", TR);
        assertThat(text(town.says(ali, "/gorevler"))).startsWith("Şu anda size verilmiş bir görev yok");
    }

    @Test
    void doneIsRecordedOnceAndTicked() {
        Button done = TaskTestBot.button(town.reminders(lan).get(0), "Đã xong");
        assertThat(town.texts(town.taps(lan, done)))
                .containsExactlyInAnyOrder(
                        "(toast) Đã ghi nhận. Cảm ơn đồng chí!",
                        "(edit) ✅ Lập kế hoạch năm\nHạn: Thứ Ba, 09/01/2024\n"
                                + "✅ Đã xong lúc 07:30, Thứ Ba 02/01/2024.");
        town.restarts();
        assertThat(town.texts(town.taps(lan, done)))
                .contains("Việc này đã được ghi nhận là xong lúc 07:30, Thứ Ba 02/01/2024.");
        town.goesTo("2024-01-08T08:00");
        assertThat(text(town.says(lan, "/tasks"))).contains("Tuần này\n1. 09/01 · ✅ Lập kế hoạch năm");
    }

    @Test
    void theNumberOpensTheDetailsWithTheSourcesWordsAndDone() {
        List<Outgoing> list = town.says(lan, "/viec");
        Outgoing details = town.taps(lan, TaskTestBot.button(list.get(0), "1")).stream()
                .filter(Outgoing.Message.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(TaskTestBot.text(details)).isEqualTo("""
                Lập kế hoạch năm
                Hạn: Thứ Ba, 09/01/2024 (còn 7 ngày)
                theo bản tin 21/12/2023 · mốc gợi ý

                Lập kế hoạch và gửi văn phòng.

                Lời văn của t1 <&>
                — Nguồn hoi-nghi""");
        town.taps(lan, TaskTestBot.button(details, "Đã xong"));
        assertThat(text(town.says(lan, "/tasks"))).doesNotContain("Tuần này\n1. 09/01 · Lập");
    }

    @Test
    void theButtonOfAPeriodLongPastIsAnsweredPolitelyAndChangesNothing() {
        town.goesTo("2024-01-04T08:00");
        Button firstWeek = TaskTestBot.button(town.reminders(hoa).get(1), "Done");
        town.goesTo("2024-01-20T08:00");
        assertThat(town.texts(town.taps(hoa, firstWeek)))
                .contains("The period due on Friday, 5 January 2024 is over, so this button no longer works."
                        + " Type /tasks for your current tasks.");
        assertThat(town.database().<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM task_done")))
                .isZero();
    }

    @Test
    void lastWeeksButtonStillMarksLastWeekDone() {
        town.goesTo("2024-01-04T08:00");
        Button firstWeek = TaskTestBot.button(town.reminders(hoa).get(1), "Done");
        town.goesTo("2024-01-08T08:00");
        assertThat(town.texts(town.taps(hoa, firstWeek))).contains("(toast) Noted. Thank you!");
    }

    @Test
    void buttonsThatFitNothingAreAnsweredPolitely() {
        for (String action :
                List.of("task:d:2024/PLAN:2025", "task:d:2023/OLD:2023", "task:x:y:z", "task:", "task:d")) {
            assertThat(town.texts(town.taps(lan, new Button("old", action))))
                    .as(action)
                    .contains("Việc này không còn trong chương trình. Gõ /nhiemvu để xem việc hiện nay.");
        }
        assertThat(town.texts(town.taps(lan, new Button("not mine", "task:d:2024/WEEKLY:2024-W01"))))
                .contains("Việc này hiện không giao cho đồng chí. Gõ /nhiemvu để xem việc của đồng chí.");
    }

    @Test
    void nothingIsOverdueForEver() {
        town.goesTo("2025-01-20T08:00");
        assertThat(text(town.says(lan, "/tasks"))).contains("Quá hạn");
        town.goesTo("2025-02-02T08:00");
        assertThat(text(town.says(lan, "/tasks"))).startsWith("Hiện chưa có việc nào");
    }

    private static String text(List<Outgoing> answers) {
        return TaskTestBot.text(answers.get(0));
    }

    /** Of twenty-three the last eight could not be reached. */
    @Test
    void aLongListGoesOn(@TempDir Path other) {
        StringBuilder yaml = new StringBuilder("year: 2024\nname: {vi: \"Thử\"}\ntasks:\n");
        for (int i = 1; i <= 20; i++) {
            yaml.append("  - {id: N%d, title: {vi: \"Việc %d\"}, text: {vi: \"Làm.\"}, status: official,"
                            .formatted(i, i))
                    .append(" due: 2024-04-%02d, audience: {level: commune, roles: [cadre]},".formatted(i))
                    .append(" lead_days: [1], evidence: none, source: {document: d, passage: p}}\n");
        }
        try (TaskTestBot many = TaskTestBot.of(other, yaml.toString())) {
            TaskTestBot.TestMember mai = many.addMember("Mai", Role.CADRE, "commune", VI);
            many.opens();
            Outgoing first = many.says(mai, "/nhiemvu").get(0);
            assertThat(TaskTestBot.text(first)).contains("15. ").doesNotContain("16. ");
            Outgoing rest =
                    many.taps(mai, TaskTestBot.button(first, "➕ 5 việc nữa")).get(1);
            assertThat(TaskTestBot.text(rest)).contains("16. ", "20. ").doesNotContain("15. ");
            assertThat(TaskTestBot.text(
                            many.taps(mai, TaskTestBot.button(rest, "20")).get(1)))
                    .contains("Việc 20");
            assertThat(TaskTestBot.buttons(rest))
                    .noneMatch(button -> button.label().startsWith("➕"));
        }
    }
}

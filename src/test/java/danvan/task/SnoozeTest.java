package danvan.task;

import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Button;
import danvan.chat.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnoozeTest {
    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.Inhabitant lan;

    @BeforeEach
    void open() {
        town = new TaskTestBot(folder, "programmes");
        lan = town.moveIn("Lan", Role.CADRE, "commune", VI);
        town.moveIn("Mai", Role.CADRE, "commune", VI);
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void laterBringsOneMoreReminderTomorrowAndLeavesTheDeadline() {
        var answer = town.taps(lan, later());
        assertThat(town.texts(answer))
                .contains("(edit) 🔁 Hẹn nhắc lại: Lập kế hoạch năm\n"
                        + "Sẽ nhắc lại lúc 07:30, Thứ Tư 03/01/2024. Hạn vẫn là Thứ Ba, 09/01/2024.");
        town.taps(lan, later());
        town.restarts();
        town.goesTo("2024-01-03T07:29");
        assertThat(town.reminders(lan)).hasSize(1);
        town.goesTo("2024-01-03T07:31");
        assertThat(town.texts(town.reminders(lan)).get(1))
                .isEqualTo("🔁 Hẹn nhắc lại: Lập kế hoạch năm\nHạn: Thứ Ba, 09/01/2024 (còn 6 ngày)\n"
                        + "theo bản tin 21/12/2023 · mốc gợi ý");
        town.goesTo("2024-01-07T12:00");
        town.restarts();
        assertThat(town.reminders(lan)).hasSize(2);
        assertThat(town.ledger()).filteredOn(entry -> entry.who().equals("Mai")).hasSize(1);
    }

    @Test
    void laterTwiceOnTwoDaysBringsTwo() {
        town.taps(lan, later());
        town.goesTo("2024-01-03T08:00");
        town.taps(lan, TaskTestBot.button(town.reminders(lan).get(1), "Mai nhắc lại"));
        town.goesTo("2024-01-06T08:00");
        assertThat(town.reminders(lan)).hasSize(3);
    }

    @Test
    void laterOnTheEveOfAReminderIsThatReminder() {
        town.goesTo("2024-01-07T08:00");
        town.taps(lan, later());
        town.goesTo("2024-01-08T08:00");
        assertThat(town.reminders(lan)).hasSize(2);
    }

    @Test
    void laterAfterTheDeadlineStillReminds() {
        town.goesTo("2024-01-10T08:00");
        town.taps(lan, later());
        town.goesBy(Duration.ofDays(3));
        assertThat(town.texts(town.reminders(lan)).get(3)).contains("Hẹn nhắc lại", "(đã quá 2 ngày)");
        assertThat(town.reminders(lan)).hasSize(4);
    }

    @Test
    void whoIsDoneMeanwhileIsNotRemindedAgain() {
        town.taps(lan, later());
        town.taps(lan, TaskTestBot.button(town.reminders(lan).get(0), "Đã xong"));
        town.goesBy(Duration.ofDays(10));
        assertThat(town.reminders(lan)).hasSize(1);
    }

    private Button later() {
        return TaskTestBot.button(town.reminders(lan).get(0), "Mai nhắc lại");
    }
}

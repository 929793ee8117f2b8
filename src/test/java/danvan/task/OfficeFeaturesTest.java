package danvan.task;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /programme} and {@code /clock}. */
class OfficeFeaturesTest {
    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember chi;

    @BeforeEach
    void open() {
        town = new TaskTestBot(folder, "programmes");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI);
        chi = town.addMember("Chi", Role.ADMINISTRATOR, "province", VI);
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aProposedTaskIsOffUntilAnAdministratorTurnsItOn() {
        town.goesTo("2024-02-18T12:00");
        assertThat(town.ledger()).noneMatch(entry -> entry.task().equals("2024/CUSTOM"));
        Outgoing page = town.says(chi, "/programme").get(0);
        assertThat(TaskTestBot.text(page))
                .contains("đang bật 5/6 việc", "⚪ Giao ban tháng", "đề xuất, chưa phải quy định");
        Button on = TaskTestBot.button(page, "Bật: Giao ban tháng");
        assertThat(town.texts(town.taps(chi, on))).anyMatch(text -> text.contains("🟢 Giao ban tháng"));
        town.taps(chi, on);
        town.restarts();
        town.goesTo("2024-03-18T12:00");
        assertThat(town.ledger())
                .filteredOn(entry -> entry.task().equals("2024/CUSTOM"))
                .extracting(entry -> entry.day().toString())
                .containsExactly("2024-02-20", "2024-03-15");
        assertThat(town.missed).isEmpty();
    }

    @Test
    void whatFellDueWhileATaskWasOffIsNotMadeUpFor() {
        Button off = TaskTestBot.button(town.says(chi, "/chuongtrinh").get(0), "Tắt: Lập kế hoạch năm");
        town.taps(chi, off);
        town.goesTo("2024-01-08T12:00");
        assertThat(town.reminders(lan)).hasSize(1);
        town.goesTo("2024-01-09T06:00");
        town.taps(chi, TaskTestBot.button(town.says(chi, "/chuongtrinh").get(0), "Bật: Lập kế hoạch năm"));
        town.goesTo("2024-01-10T12:00");
        assertThat(town.reminders(lan)).hasSize(2);
        assertThat(town.missed).isEmpty();
    }

    @Test
    void theOfficeLooksButOnlyAnAdministratorTurns() {
        TaskTestBot.TestMember minh = town.addMember("Minh", Role.OFFICE, "province", VI);
        assertThat(TaskTestBot.buttons(town.says(minh, "/programme").get(0))).isEmpty();
        Button off = TaskTestBot.button(town.says(chi, "/programme").get(0), "Tắt: Lập kế hoạch năm");
        assertThat(town.texts(town.taps(minh, off))).containsExactly("(toast) Chỉ quản trị viên bật, tắt được việc.");
        assertThat(town.texts(town.taps(lan, off))).containsExactly("(toast) Chỉ văn phòng xem được chương trình.");
        assertThat(TaskTestBot.text(town.says(lan, "/programme").get(0))).startsWith("Bot chưa có lệnh /programme");
    }

    @Test
    void theClockTellsItsTimeAndGoesForward() {
        assertThat(TaskTestBot.text(town.says(lan, "/clock").get(0)))
                .startsWith("🕰 Đồng hồ tập dượt đang chỉ 07:30, Thứ Ba 02/01/2024.");
        assertThat(TaskTestBot.text(town.says(lan, "/clock +7d").get(0)))
                .isEqualTo("🕰 Đồng hồ chuyển từ 07:30, Thứ Ba 02/01/2024 đến 07:30, Thứ Ba 09/01/2024."
                        + " Các lời nhắc trong khoảng ấy, nếu có, sẽ lần lượt được gửi.");
        assertThat(town.reminders(lan)).hasSize(3);
        town.taps(lan, TaskTestBot.button(town.says(lan, "/clock +3h").get(0), "+1 ngày"));
        town.says(lan, "/clock +30m");
        assertThat(TaskTestBot.text(town.says(lan, "/dongho").get(0))).contains("11:00, Thứ Tư 10/01/2024");
        town.says(lan, "/clock 2024-02-01 8:05");
        assertThat(TaskTestBot.text(town.says(lan, "/clock").get(0))).contains("08:05, Thứ Năm 01/02/2024");
        town.says(lan, "/clock 2024-02-03");
        town.restarts();
        assertThat(TaskTestBot.text(town.says(lan, "/clock").get(0))).contains("07:30, Thứ Bảy 03/02/2024");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7d",
                "+7",
                "+d",
                "mai",
                "2024-02-30",
                "2024-02-01 25:00",
                "+7d +1h",
                "01/02/2024",
                "+1234567d",
                "<b>",
                "{x}"
            })
    void whatTheClockCannotReadIsExplainedWithAnExample(String input) {
        List<Outgoing> answer = town.says(lan, "/clock " + input);
        assertThat(town.texts(answer))
                .singleElement()
                .asString()
                .startsWith("Bot chưa hiểu “" + input + "”.")
                .contains("/dongho +7d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01", "2023-05-01 10:00", "+0d"})
    void theClockNeverGoesBack(String input) {
        assertThat(TaskTestBot.text(town.says(lan, "/clock " + input).get(0))).startsWith("Đồng hồ chỉ vặn tới");
        assertThat(TaskTestBot.text(town.says(lan, "/clock +90000d").get(0))).startsWith("Xa quá");
        assertThat(TaskTestBot.text(town.says(lan, "/clock").get(0))).contains("07:30, Thứ Ba 02/01/2024");
    }
}

package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leap year, a year that ends while the next has begun, and the one that is over. */
class YearsTest {
    private static final String TASK = """
              - id: %s
                title: {vi: "%s"}
                text: {vi: "Làm."}
                source: {document: d, passage: p}
                status: official
                %s
                audience: {level: commune, roles: [cadre]}
                lead_days: [%s]
                evidence: none
            """;
    private static final String YEAR = "year: %d\nname: {vi: x}\ntasks:\n";

    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember minh;

    @BeforeEach
    void open() {
        String of2024 = YEAR.formatted(2024)
                + TASK.formatted("ONCE", "Ngày nhuận", "due: 2024-02-29", "7, 1, 0")
                + TASK.formatted("YEARLY", "Ngày nhuận hằng năm", "every: {yearly: \"02-29\"}", "1")
                + TASK.formatted("LAST", "Cuối tháng", "every: {monthly: last}", "0")
                + TASK.formatted("END", "Tổng kết năm 2024", "due: 2024-12-31", "7, 0");
        String of2025 = YEAR.formatted(2025)
                + TASK.formatted("LAST", "Cuối tháng", "every: {monthly: last}", "0")
                + TASK.formatted("BEGIN", "Kế hoạch năm 2025", "due: 2025-01-06", "7, 0");
        town = TaskTestBot.of(folder, of2024, of2025);
        lan = town.addMember("Lan", Role.CADRE, "commune", VI);
        minh = town.addMember("Minh", Role.OFFICE, "province", EN);
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theLeapDayHasItsReminders() {
        town.goesTo("2024-03-02T12:00");
        assertThat(town.ledger())
                .extracting(entry -> entry.day() + " " + entry.task() + " " + entry.due() + " " + entry.lead())
                .containsExactlyInAnyOrder(
                        "2024-01-31 2024/LAST 2024-01-31 0",
                        "2024-02-22 2024/ONCE 2024-02-29 7",
                        "2024-02-28 2024/ONCE 2024-02-29 1",
                        "2024-02-28 2024/YEARLY 2024-02-29 1",
                        "2024-02-29 2024/ONCE 2024-02-29 0",
                        "2024-02-29 2024/LAST 2024-02-29 0");
        // What is due on the leap day is late the day after it.
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0)))
                .contains("Quá hạn")
                .contains("29/02 · Ngày nhuận");
        town.goesTo("2025-03-03T12:00");
        assertThat(town.ledger())
                .filteredOn(
                        entry -> entry.due().getYear() == 2025 && entry.due().getMonthValue() == 2)
                .extracting(entry -> entry.day() + " " + entry.task() + " " + entry.due())
                .containsExactly("2025-02-28 2025/LAST 2025-02-28");
    }

    @Test
    void twoYearsAreLiveAtOnceAndTheOldOneIsThenClosedAndReadable() {
        town.goesTo("2024-12-31T12:00");
        assertThat(town.ledger())
                .filteredOn(entry -> entry.day().getMonthValue() == 12)
                .extracting(entry -> entry.day() + " " + entry.task() + " " + entry.due())
                .containsExactlyInAnyOrder(
                        "2024-12-24 2024/END 2024-12-31",
                        "2024-12-30 2025/BEGIN 2025-01-06",
                        "2024-12-31 2024/LAST 2024-12-31",
                        "2024-12-31 2024/END 2024-12-31");
        Outgoing list = town.says(lan, "/tasks").get(0);
        assertThat(TaskTestBot.text(list)).contains("31/12 · Tổng kết năm 2024", "06/01/2025 · Kế hoạch năm 2025");
        Outgoing end = town.reminders(lan).get(town.reminders(lan).size() - 1);
        Outgoing details = message(town.taps(lan, TaskTestBot.button(end, "1")));
        town.taps(lan, TaskTestBot.button(details, "Đã xong"));
        assertThat(TaskTestBot.text(town.says(minh, "/programme").get(0))).contains("6 of 6 tasks");

        town.goesTo("2025-02-01T12:00");
        Outgoing programme = town.says(minh, "/programme").get(0);
        assertThat(TaskTestBot.text(programme))
                .contains("2 of 2 tasks", "2025/BEGIN")
                .doesNotContain("2024/");
        Outgoing past = message(town.taps(minh, TaskTestBot.button(programme, "Year 2024")));
        assertThat(TaskTestBot.text(past)).isEqualTo("""
                (edit) 🗄 Programme 2024 · closed, read-only · 4 tasks

                Ngày nhuận
                2024/ONCE · 1 deadline · ✅ 0 · 🚫 0 · 🔔 3

                Ngày nhuận hằng năm
                2024/YEARLY · 1 deadline · ✅ 0 · 🚫 0 · 🔔 1

                Cuối tháng
                2024/LAST · 12 deadlines · ✅ 0 · 🚫 0 · 🔔 12

                Tổng kết năm 2024
                2024/END · 1 deadline · ✅ 1 · 🚫 0 · 🔔 2""");
        assertThat(town.taps(minh, TaskTestBot.button(past, "Excel")))
                .anyMatch(
                        one -> one instanceof Outgoing.File file && file.name().equals("programme-2024.xlsx"));
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0))).doesNotContain("2024");
    }

    private static Outgoing message(List<Outgoing> answers) {
        return answers.stream()
                .filter(one -> !(one instanceof Outgoing.Ack))
                .findFirst()
                .orElseThrow();
    }
}

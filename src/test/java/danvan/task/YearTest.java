package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The year 2024 of the small programme, walked through by the clock with restarts. What is to come is written here by hand,
 * from a calendar; the shipped programme is walked through in {@code StarterYearTest}.
 */
class YearTest {
    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember hoa;
    private TaskTestBot.TestMember office;

    @BeforeEach
    void open() {
        town = new TaskTestBot(folder, "programmes");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI);
        hoa = town.addMember("Hoa", Role.LEAD, "commune", EN);
        office = town.addMember("Minh", Role.OFFICE, "province", VI);
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theYearIsTheSameInStepsWithRestarts() {
        for (int month = 2; month <= 12; month++) {
            town.goesTo("2024-%02d-17T12:00".formatted(month));
            town.restarts();
        }
        town.goesTo("2025-02-01T00:00");
        checkTheYear();
    }

    private void checkTheYear() {
        assertThat(daysOf("Lan", "2024/PLAN")).isEqualTo(days("01-02", "01-08", "01-09"));
        assertThat(daysOf("Lan", "2024/QUARTERLY"))
                .isEqualTo(days("03-18", "03-25", "06-18", "06-25", "09-18", "09-25", "12-18", "12-25"));
        assertThat(daysOf("Hoa", "2024/PLAN")).isEqualTo(days("01-02", "01-08", "01-09"));
        assertThat(daysOf("Hoa", "2024/MONTHLY"))
                .isEqualTo(days(
                        "01-17", "01-26", "02-15", "02-26", "03-15", "03-28", "04-16", "04-26", "05-17", "05-28",
                        "06-14", "06-27", "07-17", "07-26", "08-16", "08-28", "09-16", "09-27", "10-17", "10-28",
                        "11-15", "11-27", "12-17", "12-27"));
        assertThat(daysOf("Hoa", "2024/WEEKLY")).isEqualTo(thursdays()).hasSize(52);
        assertThat(daysOf("Minh", "2024/DAY")).isEqualTo(days("10-01"));
        assertThat(town.ledger()).hasSize(11 + 87 + 1).noneMatch(TaskTestBot.Entry::late);
        assertThat(town.reminders(lan)).hasSize(11);
        // On four Thursdays the month's reminder and the week's are one message.
        assertThat(town.reminders(hoa)).hasSize(87 - 4);
        assertThat(town.texts(town.reminders(hoa)))
                .filteredOn(text -> text.startsWith("🔔 Reminder of 2 tasks"))
                .hasSize(4);
        assertThat(town.reminders(office)).hasSize(1);
        assertThat(town.missed).isEmpty();
    }

    private List<LocalDate> daysOf(String who, String task) {
        return town.ledger().stream()
                .filter(entry -> entry.who().equals(who) && entry.task().equals(task))
                .map(TaskTestBot.Entry::day)
                .toList();
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream()
                .map(day -> MonthDay.parse("--" + day).atYear(2024))
                .toList();
    }

    private static List<LocalDate> thursdays() {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2024, 1, 2); day.getYear() == 2024; day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
                // Two of them are holidays in 2024, in Tết and on the kings' day: the day before.
                boolean off = day.equals(LocalDate.of(2024, 2, 8)) || day.equals(LocalDate.of(2024, 4, 18));
                days.add(off ? day.minusDays(1) : day);
            }
        }
        return days;
    }
}

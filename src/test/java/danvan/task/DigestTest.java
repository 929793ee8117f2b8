package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The week's digest of a province with more communes than a picture on a phone has room for. */
class DigestTest {
    private static final String PROGRAMME = """
            year: 2024
            name: {vi: "Thử"}
            tasks:
              - id: TASK
                title: {vi: "Việc", en: "Task"}
                text: {vi: "Làm."}
                source: {document: d, passage: p}
                status: official
                due: 2024-01-09
                audience: {level: commune, roles: [cadre]}
                lead_days: [7]
                evidence: none
            """;

    @TempDir
    Path folder;

    /** The digest told of tasks alone: nobody saw how many reports came in, or lie open. */
    @Test
    void theWeeksReportsAreCounted() {
        try (TaskTestBot town = TaskTestBot.of(folder, PROGRAMME)) {
            town.addUnit("tinh", "tỉnh T", "");
            town.addUnit("xa-1", "xã 1", "tinh");
            town.addMember("Người 1", Role.CADRE, "commune", VI, "xa-1");
            TaskTestBot.TestMember lead = town.addMember("Đức", Role.LEAD, "commune", VI, "xa-1");
            TaskTestBot.TestMember minh = town.addMember("Minh", Role.OFFICE, "province", EN, "tinh");
            List<String> asked = new CopyOnWriteArrayList<>();
            town.reports = (unit, from, to) -> {
                asked.add(unit + " " + from + " " + to);
                return unit.isEmpty() ? new WeekReports.Figures(7, 2, 3) : new WeekReports.Figures(1, 0, 1);
            };
            town.opens();
            town.goesTo("2024-01-15T08:00");
            assertThat(TaskTestBot.text(town.digests(minh).get(1)))
                    .contains("Last week's reports: 7 (nothing to report: 2) · not yet dealt with: 3");
            assertThat(TaskTestBot.text(town.digests(lead).get(1)))
                    .contains("Báo cáo tuần trước: 1 đã gửi (không phát sinh: 0) · chưa xử lý xong: 1");
            assertThat(asked).contains("xa-1 2024-01-07T17:00:00Z 2024-01-14T17:00:00Z");
        }
    }

    /** The sum of all the others as a bar beside them left of the others a few pixels. */
    @Test
    void unitsBeyondTheTenthAreANumberBelowAndNoBar() {
        try (TaskTestBot town = TaskTestBot.of(folder, PROGRAMME)) {
            town.addUnit("tinh", "tỉnh T", "");
            for (int i = 1; i <= 60; i++) {
                town.addUnit("xa-" + i, "xã %02d".formatted(i), "tinh");
                TaskTestBot.TestMember one = town.addMember("Người " + i, Role.CADRE, "commune", VI, "xa-" + i);
                if (i > 58) {
                    town.addMember(
                            "Thêm " + i, Role.CADRE, "commune", VI, one.person().unit());
                }
            }
            TaskTestBot.TestMember minh = town.addMember("Minh", Role.OFFICE, "province", EN, "tinh");
            town.opens();
            town.goesTo("2024-01-15T08:00");
            String picture = town.content(town.digests(minh).get(1));
            assertThat(picture).contains("+ 50 other units: 0 done · 50 late · 0 open");
            assertThat(picture.split("Bar\\[", -1)).hasSize(1 + 10);
            // Those with the most that is late come first.
            assertThat(picture).contains("[Bar[unit=xã 59, done=0, late=2, open=0], Bar[unit=xã 60, ");
            assertThat(TaskTestBot.text(town.digests(minh).get(1)))
                    .contains("✅ 0 done · ⚠️ 62 late · ⬜ 0 open", "… and 50 more");
            assertThat(TaskTestBot.text(town.says(minh, "/team").get(0))).contains("✅ 0/62 · ⚠️ 62 late");
        }
    }

    /** A province's list of those who have not was a hundred messages, begun anew at each refusal of Telegram's. */
    @Test
    void aListThatNoMessageBearsIsAFile() {
        try (TaskTestBot town = TaskTestBot.of(folder, PROGRAMME)) {
            town.addUnit("xa", "xã Tiến Đức", "");
            for (int i = 1; i <= 300; i++) {
                town.addMember("Nguyễn Thị " + i, Role.CADRE, "commune", VI, "xa");
            }
            TaskTestBot.TestMember minh = town.addMember("Minh", Role.LEAD, "commune", EN, "xa");
            town.opens();
            Outgoing list = town.says(minh, "/team").get(0);
            Outgoing people = town.taps(minh, TaskTestBot.button(list, "1")).stream()
                    .filter(Outgoing.Message.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            List<Outgoing> answer = town.taps(minh, TaskTestBot.button(people, "unfinished"));
            assertThat(answer)
                    .filteredOn(Outgoing.File.class::isInstance)
                    .singleElement()
                    .satisfies(file -> assertThat(TaskTestBot.text(file))
                            .isEqualTo("(file) not-finished.txt Not finished “Task”, due 9 Jan (300):"))
                    .satisfies(file -> assertThat(
                                    town.content((Outgoing.File) file).lines())
                            .hasSize(301)
                            .contains("300. Nguyễn Thị 99 – xã Tiến Đức"));
            assertThat(answer).noneMatch(one -> TaskTestBot.text(one).contains("Nguyễn"));
        }
    }
}

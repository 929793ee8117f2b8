package danvan.task;

import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar's file, as a strict reader takes it. */
class CalendarTest {
    private static final String LONG =
            "Rà soát, tổng hợp ý kiến; kiến nghị của Nhân dân 🌸 ở từng thôn, tổ dân phố \\\\ và"
                    + " báo cáo cấp ủy xã trước kỳ họp thường lệ của tháng";

    @TempDir
    Path folder;

    /** RFC 5545, 3.1: no line is longer than 75 octets, and Vietnamese letters have two or three. */
    @Test
    void linesAreFoldedByOctetsAndNoLetterIsCut() {
        String programme = """
                year: 2024
                name: {vi: "Thử"}
                tasks:
                  - id: TASK
                    title: {vi: "TITLE"}
                    text: {vi: "TITLE.\\n\\nXong."}
                    source: {document: d, passage: p}
                    status: official
                    due: 2024-01-09
                    audience: {level: commune, roles: [cadre]}
                    lead_days: [7]
                    evidence: none
                """.replace("TITLE", LONG);
        try (TaskTestBot town = TaskTestBot.of(folder, programme)) {
            TaskTestBot.Inhabitant lan = town.moveIn("Lan", Role.CADRE, "commune", VI);
            town.opens();
            Outgoing.File file = town.says(lan, "/calendar").stream()
                    .filter(Outgoing.File.class::isInstance)
                    .map(Outgoing.File.class::cast)
                    .findFirst()
                    .orElseThrow();
            String text = new String(town.bytes(file), StandardCharsets.UTF_8);
            assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
            assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r", "\uFFFD");
            assertThat(text.split("\r\n"))
                    .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                            .as(line)
                            .isLessThanOrEqualTo(75))
                    .allMatch(line -> line.startsWith(" ") || line.matches("[A-Z-]+[;:].*"));
            assertThat(Biweekly.parse(text).first().getEvents()).singleElement().satisfies(event -> {
                String title = LONG.replace("\\\\", "\\");
                assertThat(event.getSummary().getValue()).isEqualTo(title);
                assertThat(event.getDescription().getValue()).isEqualTo(title + ".\n\nXong.");
                assertThat(event.getDateTimeStamp()).isNotNull();
            });
            assertThat(text).contains("METHOD:PUBLISH\r\n", "DTSTART;VALUE=DATE:20240109\r\n");
        }
    }
}

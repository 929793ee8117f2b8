package danvan.task;

import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One form serves the reports of a quarter, of a half and of the year; each is a task of its own, due once. */
class ReportPeriodTest {
    private static final String TASK = """
              - id: %s
                title: {vi: "%s"}
                text: {vi: "Gửi báo cáo."}
                source: {document: d, passage: p}
                status: official
                due: %s
                period: "%s"
                audience: {level: commune, roles: [cadre]}
                lead_days: [0]
                evidence: form
                form: f2
            """;

    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.Inhabitant lan;

    @BeforeEach
    void open() {
        town = TaskTestBot.of(
                folder,
                "year: 2024\nname: {vi: \"Thử\"}\ntasks:\n"
                        + TASK.formatted("QUY-I", "Báo cáo quý I", "2024-03-15", "2024-Q1")
                        + TASK.formatted("NUA-NAM", "Báo cáo 6 tháng", "2024-06-10", "2024-H1")
                        + TASK.formatted("NAM", "Báo cáo năm", "2024-11-20", "2024"));
        town.founds("xa", "xã X", "");
        lan = town.moveIn("Lan", Role.CADRE, "commune", VI, "xa");
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** The report of the first quarter once finished every task that named its form, the year's among them. */
    @Test
    void aReportFinishesTheTaskOfItsPeriodAndNoOther() {
        assertThat(town.reports(lan, "f2", "2024-Q1"))
                .extracting(title -> title.in(VI))
                .containsExactly("Báo cáo quý I");
        assertThat(town.reports(lan, "f2", "2024-Q2")).isEmpty();
        assertThat(town.reports(lan, "f2", "2024"))
                .extracting(title -> title.in(VI))
                .containsExactly("Báo cáo năm");
        assertThat(town.reports(lan, "f2", "2024-H1"))
                .extracting(title -> title.in(VI))
                .containsExactly("Báo cáo 6 tháng");
        assertThat(town.reports(lan, "f2", "2024-H1")).isEmpty();
    }
}

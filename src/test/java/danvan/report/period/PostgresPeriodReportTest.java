package danvan.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.report.Period;
import danvan.report.export.ReportFixture;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a period, read from PostgreSQL. */
class PostgresPeriodReportTest {
    @TempDir
    Path folder;

    @Test
    void aPeriodsReportIsTheSameOnPostgres() throws IOException {
        try (ReportFixture shelf = new ReportFixture(folder, TestDatabase.postgres())) {
            shelf.report("1", "xa-a", "2024-02-10", "<so_cuoc>8</so_cuoc>");
            shelf.report("2", "xa-b", "2024-03-05", "<so_cuoc>10</so_cuoc>");
            shelf.report("2", "xa-b", "2024-03-30", "<so_cuoc>10</so_cuoc>");
            shelf.isFor("3", "2024-02");
            shelf.report("2", "xa-b", "2024-03-31", "<so_cuoc>10</so_cuoc>");
            shelf.isFor("4", "2024-Q1");
            Period period = Period.of("2024-03").orElseThrow();
            PeriodFigures figures = PeriodFigures.of(
                    shelf.store().pages(), shelf.forms, ReportFixture.ORGANIZATION, "huyen", period, "vi");
            assertThat(TemplateValues.of(
                                    figures,
                                    Issuers.toldByNames(ReportFixture.ORGANIZATION),
                                    "huyen",
                                    period,
                                    LocalDate.of(2024, 4, 2))
                            .values())
                    .containsEntry("thang.so_cuoc", "10")
                    .containsEntry("thang.so_cuoc.truoc", "18")
                    .containsEntry("thang.so_cuoc.nam", "18");
        }
    }
}

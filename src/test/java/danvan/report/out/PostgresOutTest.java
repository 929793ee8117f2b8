package danvan.report.out;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves, read from PostgreSQL. */
class PostgresOutTest {
    @TempDir
    Path folder;

    @Test
    void anExportAndAPeriodsReportAreTheSameOnPostgres() throws IOException {
        try (ReportShelf shelf = new ReportShelf(folder, TestDatabase.postgres())) {
            shelf.report("1", "xa-a", "2024-02-10", "<so_cuoc>8</so_cuoc>");
            shelf.report("2", "xa-b", "2024-03-05", "<so_cuoc>10</so_cuoc>");
            shelf.resolved("1", "2024-02-12");

            ExportOrder order = new ExportOrder("thang", "", "huyen", ExportOrder.Shape.CSV, true, false, "vi");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Export export = new Export(
                    shelf.rows(),
                    shelf.forms,
                    ReportShelf.UNITS,
                    ReportShelf.ZONE,
                    new Export.Headings("a", "b", "c", "d", "e", "f", "g", "h", "…", status -> status));
            ReportRows.Wanted wanted = shelf.all("huyen");
            export.write(export.survey(wanted, order, any -> {}), wanted, order, out, any -> {});
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("BC-2024-0001,1,2024-02-10 10:00,xa-a,xã Hồng Minh,RESOLVED,2024-02-12 10:00,8")
                    .contains("BC-2024-0002,2,2024-03-05 10:00,xa-b,xã Tiến Đức,RECEIVED,,10");

            Period period = Period.of("2024-03").orElseThrow();
            Figures figures =
                    Figures.of(shelf.rows(), shelf.forms, ReportShelf.AREA, "huyen", period, "vi", ReportShelf.ZONE);
            assertThat(Filling.of(figures, ReportShelf.AREA, "huyen", period, LocalDate.of(2024, 4, 2))
                            .values())
                    .containsEntry("thang.so_cuoc", "10")
                    .containsEntry("thang.so_cuoc.truoc", "8")
                    .containsEntry("thang.so_cuoc.nam", "18");
        }
    }
}

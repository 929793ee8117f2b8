package danvan.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.report.store.ReportQuery;
import danvan.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves, read from PostgreSQL. */
class PostgresExportTest {
    @TempDir
    Path folder;

    @Test
    void anExportIsTheSameOnPostgres() throws IOException {
        try (ReportFixture shelf = new ReportFixture(folder, TestDatabase.postgres())) {
            shelf.report("1", "xa-a", "2024-02-10", "<so_cuoc>8</so_cuoc>");
            shelf.report("2", "xa-b", "2024-03-05", "<so_cuoc>10</so_cuoc>");
            shelf.resolved("1", "2024-02-12");

            ExportOrder order = new ExportOrder("thang", "", "huyen", ExportOrder.Shape.XLSX, true, false, "vi");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TableExport export = new TableExport(
                    shelf.store().pages(),
                    shelf.store().search(),
                    shelf.served(),
                    ReportFixture.UNITS,
                    new TableExport.Headings(
                            "a",
                            "b",
                            "c",
                            "d",
                            "e",
                            "f",
                            "g",
                            "n",
                            "y",
                            "lat",
                            "lon",
                            "h",
                            "…",
                            status -> status,
                            receipt -> receipt));
            ReportQuery wanted = shelf.all("huyen");
            export.write(export.survey(wanted, order, any -> {}), wanted, order, out, any -> {});
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                List<String> cells = new ArrayList<>();
                book.getSheetAt(0).forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
                assertThat(cells).contains("BC-2024-0001", "RESOLVED", "8.0", "BC-2024-0002", "RECEIVED", "10.0");
                assertThat(book.getSheetAt(0).getRow(1).getCell(6).getLocalDateTimeCellValue())
                        .isEqualTo(LocalDateTime.parse("2024-02-12T10:00"));
            }
        }
    }
}

package danvan.desk.coverage;

import danvan.desk.page.Csv;
import danvan.desk.page.Frame;
import danvan.desk.page.PeriodCode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Coverage as files: a workbook, comma-separated values, and a picture. */
final class CoverageFiles {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private CoverageFiles() {}

    /**
     * Answers with a file.
     *
     * @param as {@code xlsx}, {@code svg}, or anything else for CSV
     * @param form what people call the form
     */
    static void send(Context request, String as, CoverageTable table, String form, Frame frame, Instant now) {
        switch (as) {
            case "xlsx" -> send(request, "xlsx", XLSX, CoverageSheet.of(table, form, frame));
            case "svg" ->
                send(
                        request,
                        "svg",
                        "image/svg+xml",
                        CoveragePicture.svg(table, form, frame, now).getBytes(StandardCharsets.UTF_8));
            default -> send(request, "csv", Csv.MEDIA_TYPE, csv(table, frame).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(Context request, String ending, String mediaType, byte[] content) {
        request.header("Content-Disposition", "attachment; filename=\"do-phu." + ending + "\"");
        request.header("Content-Security-Policy", "default-src 'none'; sandbox");
        request.contentType(mediaType).result(content);
    }

    private static String csv(CoverageTable table, Frame frame) {
        StringBuilder text = new StringBuilder();
        Csv csv = new Csv(text);
        List<String> head = new ArrayList<>(List.of(frame.t("column.unit")));
        table.columns()
                .forEach(column -> head.add(PeriodCode.shown(column.period().code())));
        head.add(frame.t("coverage.missingCount"));
        csv.line(head);
        for (CoverageTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.unit().name()));
            row.cells().forEach(cell -> cells.add(frame.t("coverage.state." + cell.state())));
            cells.add(Integer.toString(row.missing()));
            csv.line(cells);
        }
        return text.toString();
    }
}

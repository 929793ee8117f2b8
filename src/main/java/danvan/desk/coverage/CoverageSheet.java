package danvan.desk.coverage;

import danvan.desk.page.Frame;
import danvan.desk.page.PeriodCode;
import danvan.workbook.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Coverage as a workbook, coloured as on the page, with what it comes to below each period. */
final class CoverageSheet {
    private static final int UNIT_WIDTH = 32;
    private static final int PERIOD_WIDTH = 18;
    private static final Map<CoverageTable.State, String> COLOURS = Map.of(
            CoverageTable.State.ON_TIME,
            "D9EAD3",
            CoverageTable.State.REPORTED,
            "D9EAD3",
            CoverageTable.State.LATE,
            "FCE8B2",
            CoverageTable.State.RETURNED,
            "FCE8B2",
            CoverageTable.State.MISSING,
            "F4C7C3");

    private CoverageSheet() {}

    static byte[] of(CoverageTable table, String form, Frame frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "DanVanBot", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(frame.t("coverage.title"));
            sheet.inlineString(0, 0, form);
            sheet.style(0, 0).bold().set();
            sheet.freezePane(1, 2);
            List<CoverageTable.Column> columns = table.columns();
            Heading.write(sheet, 1, 0, frame.t("column.unit"), UNIT_WIDTH, 0);
            for (int i = 0; i < columns.size(); i++) {
                Heading.write(
                        sheet,
                        1,
                        i + 1,
                        PeriodCode.shown(columns.get(i).period().code()),
                        PERIOD_WIDTH,
                        0);
            }
            Heading.write(sheet, 1, columns.size() + 1, frame.t("coverage.missingCount"), PERIOD_WIDTH, 0);
            int at = 2;
            for (CoverageTable.Row row : table.rows()) {
                write(sheet, at++, row, frame);
            }
            sheet.inlineString(at, 0, frame.t("coverage.total"));
            for (int i = 0; i < columns.size(); i++) {
                CoverageTable.Column column = columns.get(i);
                sheet.inlineString(
                        at,
                        i + 1,
                        frame.t(
                                "coverage.of",
                                "came",
                                column.came(),
                                "expected",
                                column.expected(),
                                "percent",
                                column.percent()));
            }
            sheet.range(at, 0, at, columns.size() + 1).style().bold().set();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the coverage", e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int at, CoverageTable.Row row, Frame frame) {
        sheet.inlineString(at, 0, row.unit().name());
        for (int i = 0; i < row.cells().size(); i++) {
            CoverageTable.State state = row.cells().get(i).state();
            sheet.inlineString(at, i + 1, frame.t("coverage.state." + state));
            String colour = COLOURS.get(state);
            if (colour != null) {
                sheet.style(at, i + 1).fillColor(colour).set();
            }
        }
        sheet.value(at, row.cells().size() + 1, row.missing());
    }
}

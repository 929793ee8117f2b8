package danvan.task.programme;

import danvan.text.Language;
import danvan.workbook.CellText;
import danvan.workbook.OpenedWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The programme's workbook as its author laid it out, each faulty cell coloured and with a note. Every value stands where the
 * author put it, so that the cell's name in the chat is its name there; colours and widths are ours.
 */
final class MarkedProgramme {
    private static final String FAULTY = "FFC7CE";
    private static final List<String> OURS = List.of(ProgrammeWorkbook.TASKS, ProgrammeWorkbook.PROGRAMME);

    private MarkedProgramme() {}

    /**
     * Marks what is wrong.
     *
     * @param content a workbook that was read
     * @param problems at places of that workbook
     * @param language that of the notes
     */
    static byte[] of(byte[] content, List<ProgrammeProblem> problems, Language language) {
        Map<Integer, String> notes = new LinkedHashMap<>();
        problems.forEach(
                problem -> notes.merge(problem.line(), problem.said(language), (one, other) -> one + "\n" + other));
        try (OpenedWorkbook from = OpenedWorkbook.of(content);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Workbook to = new Workbook(out, "Dan Van Bot", "1.0")) {
                for (Sheet sheet : from.getSheets().toList()) {
                    // Other sheets are the author's own, who has them; they may be charts or without end.
                    if (OURS.contains(sheet.getName())) {
                        copy(sheet, from.cells(), to.newWorksheet(sheet.getName()), notes);
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("marking a workbook", e);
        }
    }

    private static void copy(Sheet from, CellText cells, Worksheet to, Map<Integer, String> notes) throws IOException {
        List<Row> rows;
        try (Stream<Row> all = from.openStream()) {
            rows = all.limit(ProgrammeWorkbook.MOST_ROWS + 1L).toList();
        }
        Map<Integer, String> headings = new HashMap<>();
        for (Row row : rows) {
            boolean head = headings.isEmpty();
            for (Cell cell : row) {
                if (cell != null) {
                    int at = row.getRowNum() - 1;
                    int in = cell.getColumnIndex();
                    String text = CellText.broken(cell)
                            ? CellText.brokenText(cell)
                            : cells.of(cell).orElse("");
                    if (head && !text.isEmpty()) {
                        headings.put(in, text);
                        ProgrammeWriter.head(to, at, in, text, rows.size() - 1);
                    } else if (!text.isEmpty()) {
                        to.value(at, in, text);
                    }
                }
            }
        }
        notes.forEach((place, note) -> {
            if (ProgrammeWorkbook.sheet(place).equals(from.getName())) {
                to.style(ProgrammeWorkbook.row(place), ProgrammeWorkbook.column(place))
                        .fillColor(FAULTY)
                        .set();
                to.comment(ProgrammeWorkbook.row(place), ProgrammeWorkbook.column(place), note);
            }
        });
    }
}

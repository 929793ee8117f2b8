package danvan.form.xlsform;

import danvan.form.FormProblem;
import danvan.form.xform.Refusal;
import danvan.form.xform.XmlText;
import danvan.text.Problem;
import danvan.workbook.CellText;
import danvan.workbook.HeadingRow;
import danvan.workbook.OpenedWorkbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the sheets survey, choices and settings of a workbook, each row with its number as Excel shows it. */
public final class XlsxReader {
    /** Ten times the largest forms seen. */
    private static final int MOST_ROWS = 30_000;

    private static final int MOST_COLUMNS = 400;
    private static final Set<String> SHEETS = Set.of("survey", "choices", "settings");

    private final String file;
    private final Consumer<Problem> problems;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private boolean sound = true;

    private XlsxReader(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    public static Optional<XlsForm> read(String file, byte[] workbook, Consumer<Problem> problems) {
        var reader = new XlsxReader(file, problems);
        Refusal.of(workbook)
                .ifPresentOrElse(
                        refusal -> reader.report("", 0, "", refusal.found(), refusal.expected()),
                        () -> reader.open(workbook));
        if (!reader.sound) {
            return Optional.empty();
        }
        var settings = reader.rows.getOrDefault("settings", List.of());
        return Optional.of(new XlsForm(
                file,
                settings.isEmpty() ? new Row("settings", 1, Map.of()) : settings.get(0),
                reader.rows.getOrDefault("survey", List.of()),
                reader.rows.getOrDefault("choices", List.of())));
    }

    private void open(byte[] bytes) {
        try (var workbook = OpenedWorkbook.of(bytes)) {
            var sheets = workbook.getSheets().toList();
            for (var sheet : sheets) {
                var name = sheet.getName().strip().toLowerCase(Locale.ROOT);
                if (SHEETS.contains(name)) {
                    readSheet(name, sheet, workbook.cells());
                } else if (sheets.size() == 1) {
                    // A workbook of one sheet can only mean the questions.
                    readSheet("survey", sheet, workbook.cells());
                }
            }
            if (!rows.containsKey("survey")) {
                var names = sheets.stream().map(Sheet::getName).toList();
                report("", 0, "", FormProblem.of("noSurvey", String.join(", ", names)), FormProblem.of("want.shape"));
            }
        } catch (IOException | RuntimeException e) {
            // The library throws whatever comes first when a part of the file is broken.
            report("", 0, "", FormProblem.of("damaged"), FormProblem.of("want.saved"));
        }
    }

    private void readSheet(String name, Sheet sheet, CellText texts) throws IOException {
        var found = new ArrayList<Row>();
        rows.put(name, found);
        try (var stream = sheet.openStream()) {
            var iterator = stream.iterator();
            var first = new ArrayList<org.dhatim.fastexcel.reader.Row>();
            while (iterator.hasNext() && first.size() < HeadingRow.MOST_ABOVE) {
                var row = iterator.next();
                if (!texts(row, texts).isEmpty()) {
                    first.add(row);
                }
            }
            if (first.isEmpty()) {
                return;
            }
            int at = HeadingRow.in(first, row -> (int) texts(row, texts).values().stream()
                    .filter(text -> Columns.isOf(name, text))
                    .count());
            var columns = columns(name, first.get(at), texts);
            for (var row : first.subList(at + 1, first.size())) {
                readRow(name, row, columns, texts, found);
            }
            while (iterator.hasNext() && sound) {
                readRow(name, iterator.next(), columns, texts, found);
            }
        }
    }

    private static Map<Integer, String> texts(org.dhatim.fastexcel.reader.Row row, CellText texts) {
        var found = new LinkedHashMap<Integer, String>();
        for (var cell : row) {
            var text = cell == null ? "" : XlsxCell.text(cell, texts, "label");
            if (!text.isEmpty() && found.size() < MOST_COLUMNS) {
                found.put(cell.getColumnIndex(), text);
            }
        }
        return found;
    }

    /** A column by its place: as it is headed, and what XLSForm calls it. */
    private record Column(String heading, String name) {}

    private Map<Integer, Column> columns(String sheet, org.dhatim.fastexcel.reader.Row row, CellText texts) {
        var headings = texts(row, texts);
        var taken = new LinkedHashMap<String, String>();
        var columns = new LinkedHashMap<Integer, Column>();
        headings.forEach((at, heading) -> {
            var column = Columns.canonical(heading);
            var twin = taken.put(column, heading);
            if (twin == null) {
                columns.put(at, new Column(heading, column));
            } else {
                report(
                        sheet,
                        row.getRowNum(),
                        heading,
                        FormProblem.of("columnTwice", twin),
                        FormProblem.of("want.once"));
            }
        });
        // A Vietnamese heading beside the column that it means is a note of the author's.
        columns.replaceAll((at, column) -> Columns.inVietnamese(sheet, column.name())
                .filter(meant -> taken.putIfAbsent(meant, column.heading()) == null)
                .map(meant -> new Column(column.heading(), meant))
                .orElse(column));
        return columns;
    }

    private void readRow(
            String sheet,
            org.dhatim.fastexcel.reader.Row row,
            Map<Integer, Column> columns,
            CellText texts,
            List<Row> into) {
        var cells = new LinkedHashMap<String, Row.Cell>();
        int number = row.getRowNum();
        for (var cell : row) {
            var column = cell == null ? null : columns.get(cell.getColumnIndex());
            if (cell != null && column != null) {
                if (CellText.broken(cell)) {
                    var shown = XmlText.clean(CellText.brokenText(cell));
                    report(
                            sheet,
                            number,
                            column.heading(),
                            FormProblem.of("cellError", shown),
                            FormProblem.of("want.value"));
                }
                var text = XlsxCell.text(cell, texts, column.name());
                if (!text.isEmpty()) {
                    cells.put(column.name(), new Row.Cell(sheet, column.heading(), text, number));
                }
            }
        }
        if (!cells.isEmpty()) {
            into.add(new Row(sheet, number, cells));
        }
        if (into.size() > MOST_ROWS) {
            report(sheet, number, "", FormProblem.of("tooManyRows"), FormProblem.of("want.fewerRows", MOST_ROWS));
        }
    }

    private void report(String sheet, int row, String column, Problem found, Problem expected) {
        sound = false;
        problems.accept(FormProblem.at(file, sheet, row, column, found, expected));
    }
}

package danvan.form.xlsform;

import danvan.form.FormProblem;
import danvan.text.Problem;
import danvan.form.xform.Refusal;
import danvan.form.xform.XmlText;
import danvan.workbook.CellText;
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
                report(
                        "",
                        0,
                        "",
                        FormProblem.of("noSurvey", String.join(", ", names)),
                        FormProblem.of("want.shape"));
            }
        } catch (IOException | RuntimeException e) {
            // The library throws whatever comes first when a part of the file is broken.
            report("", 0, "", FormProblem.of("damaged"), FormProblem.of("want.saved"));
        }
    }

    private void readSheet(String name, Sheet sheet, CellText texts) throws IOException {
        var found = new ArrayList<Row>();
        rows.put(name, found);
        Map<Integer, String> headings = Map.of();
        try (var stream = sheet.openStream()) {
            for (var iterator = stream.iterator(); iterator.hasNext() && sound; ) {
                var row = iterator.next();
                if (headings.isEmpty()) {
                    headings = headings(name, row, texts);
                } else {
                    var read = readRow(name, row, headings, texts);
                    if (!read.cells().isEmpty()) {
                        found.add(read);
                    }
                }
                if (found.size() > MOST_ROWS) {
                    report(
                            name,
                            row.getRowNum(),
                            "",
                            FormProblem.of("tooManyRows"),
                            FormProblem.of("want.fewerRows", MOST_ROWS));
                }
            }
        }
    }

    private Map<Integer, String> headings(String sheet, org.dhatim.fastexcel.reader.Row row, CellText texts) {
        var headings = new LinkedHashMap<Integer, String>();
        var canonical = new LinkedHashMap<String, String>();
        for (var cell : row) {
            var text = cell == null ? "" : XlsxCell.text(cell, texts, "label");
            if (!text.isEmpty() && headings.size() < MOST_COLUMNS) {
                var twin = canonical.put(Columns.canonical(text), text);
                if (twin == null) {
                    headings.put(cell.getColumnIndex(), text);
                } else {
                    report(
                            sheet,
                            row.getRowNum(),
                            text,
                            FormProblem.of("columnTwice", twin),
                            FormProblem.of("want.once"));
                }
            }
        }
        return headings;
    }

    private Row readRow(
            String sheet, org.dhatim.fastexcel.reader.Row row, Map<Integer, String> headings, CellText texts) {
        var cells = new LinkedHashMap<String, Row.Cell>();
        int number = row.getRowNum();
        for (var cell : row) {
            var heading = cell == null ? null : headings.get(cell.getColumnIndex());
            if (cell != null && heading != null) {
                var column = Columns.canonical(heading);
                if (CellText.broken(cell)) {
                    var shown = XmlText.clean(CellText.brokenText(cell));
                    report(
                            sheet,
                            number,
                            heading,
                            FormProblem.of("cellError", shown),
                            FormProblem.of("want.value"));
                }
                var text = XlsxCell.text(cell, texts, column);
                if (!text.isEmpty()) {
                    cells.put(column, new Row.Cell(sheet, heading, text, number));
                }
            }
        }
        return new Row(sheet, number, cells);
    }

    private void report(String sheet, int row, String column, Problem found, Problem expected) {
        sound = false;
        problems.accept(FormProblem.at(file, sheet, row, column, found, expected));
    }
}

package danvan.task.programme;

import danvan.text.Problem;
import danvan.workbook.CellText;
import danvan.workbook.HeadingRow;
import danvan.workbook.OpenedWorkbook;
import danvan.workbook.UnsafeWorkbook;
import danvan.workbook.WorkbookParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A programme as an Excel workbook: a sheet with year and name, and one of tasks with a column for each key of the YAML. It
 * is read into the same tree as YAML, so that one reader checks both; what is a line there is a number here that tells the
 * cell.
 */
public final class ProgrammeWorkbook {
    /** A cell's number is row times this, plus column, both from 1; those of the sheet of year and name have this added. */
    private static final int ROW = 1_000;

    private static final int OTHER_SHEET = 1_000_000_000;
    private static final int MOST_ROWS = 2_000;

    private final CellText cells;
    private final Map<Integer, String> sheets = new HashMap<>();
    private final Map<Integer, Map<Integer, String>> headings = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * What stands in a workbook.
     *
     * @param problems of its columns and cells
     */
    public record Content(Yaml tree, ProgrammePlaces places, List<Problem> problems) {
        public Content {
            problems = List.copyOf(problems);
        }
    }

    private ProgrammeWorkbook(CellText cells) {
        this.cells = cells;
    }

    /**
     * Reads a workbook.
     *
     * @throws ForeignFile where it is no workbook, or one of another kind
     */
    public static Content read(byte[] content) throws ForeignFile {
        try {
            WorkbookParts.check(content);
            try (OpenedWorkbook workbook = OpenedWorkbook.of(content)) {
                return new ProgrammeWorkbook(workbook.cells()).read(workbook);
            }
        } catch (UnsafeWorkbook e) {
            throw new ForeignFile(
                    switch (e.why()) {
                        case MACROS -> Problems.of("macros");
                        case UNFOLDS, TOO_MANY_PARTS -> Problems.of("unfolds", "most", WorkbookParts.MOST_MEGABYTES);
                        case EMPTY, TOO_LARGE, OLD_OR_PROTECTED, NO_WORKBOOK, DAMAGED -> Problems.of("notXlsx");
                    });
        } catch (IOException | ExcelReaderException e) {
            throw new ForeignFile(Problems.of("notXlsx"));
        }
    }

    private static Sheet sheet(OpenedWorkbook workbook, String name) throws ForeignFile {
        return workbook.getSheets()
                .filter(sheet -> ProgrammeWords.isSheet(sheet.getName(), name))
                .findFirst()
                .orElseThrow(() -> new ForeignFile(Problems.of("noSheet", "name", ProgrammeWords.sheets(name))));
    }

    private Content read(OpenedWorkbook workbook) throws ForeignFile, IOException {
        Sheet tasks = sheet(workbook, ProgrammeWords.TASKS);
        Sheet head = sheet(workbook, ProgrammeWords.PROGRAMME);
        Map<String, Yaml> top = new LinkedHashMap<>();
        List<Yaml> heads = rows(head, ProgrammeTree.HEAD, OTHER_SHEET);
        int first = OTHER_SHEET + 2 * ROW;
        if (heads.size() == 1 && heads.get(0) instanceof Yaml.Fields fields) {
            top.putAll(fields.fields());
        } else {
            problems.add(Problems.of("notOneHead").at(place(first, "", "")));
        }
        top.put("tasks", new Yaml.Items(rows(tasks, ProgrammeTree.COLUMNS, 0), 2 * ROW));
        return new Content(new Yaml.Fields(top, first), new Places(), problems);
    }

    private List<Yaml> rows(Sheet sheet, List<String> known, int base) throws IOException {
        sheets.put(base, sheet.getName());
        List<Row> rows;
        try (Stream<Row> all = sheet.openStream()) {
            rows = all.limit(MOST_ROWS + 1L).toList();
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        if (rows.size() > MOST_ROWS) {
            int beyond = rows.get(MOST_ROWS).getRowNum();
            problems.add(Problems.of("tooManyRows", "most", MOST_ROWS).at(place(base + beyond * ROW, "", "")));
        }
        int at = HeadingRow.in(rows, row -> columns(row, known).size());
        Row head = rows.get(at);
        Map<Integer, String> columns = columns(head, known);
        for (Cell cell : head) {
            // What stands below a heading that is told is not told again, row by row.
            cells.of(cell).ifPresent(heading -> {
                headings.computeIfAbsent(base, any -> new HashMap<>()).put(cell.getColumnIndex(), heading);
                if (!columns.containsKey(cell.getColumnIndex())) {
                    boolean twice = ProgrammeWords.column(heading, known).isPresent();
                    Problem why = twice ? Problems.of("columnTwice") : Problems.of("unknownColumn");
                    problems.add(why.at(place(number(base, head, cell), "", heading)));
                }
            });
        }
        List<Yaml> read = new ArrayList<>();
        for (Row row : rows.subList(at + 1, rows.size())) {
            Map<String, Yaml> fields = fields(row, columns, base);
            if (!fields.isEmpty()) {
                read.add(new Yaml.Fields(fields, base + row.getRowNum() * ROW));
            }
        }
        return read;
    }

    /** The columns that a row of headings names, by their places; of two of one name the first. */
    private Map<Integer, String> columns(Row row, List<String> known) {
        Map<Integer, String> columns = new LinkedHashMap<>();
        for (Cell cell : row) {
            cells.of(cell)
                    .flatMap(heading -> ProgrammeWords.column(heading, known))
                    .filter(column -> !columns.containsValue(column))
                    .ifPresent(column -> columns.put(cell.getColumnIndex(), column));
        }
        return columns;
    }

    private Map<String, Yaml> fields(Row row, Map<Integer, String> columns, int base) {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        for (Cell cell : row) {
            String column = cell == null ? null : columns.get(cell.getColumnIndex());
            if (cell == null || column == null) {
                continue;
            }
            int number = number(base, row, cell);
            cells.of(cell).ifPresent(text -> ProgrammeTree.put(fields, column, value(column, text, number), number));
            if (CellText.broken(cell)) {
                // A formula without a result looks empty to a reader, and must not pass for it.
                problems.add(Problems.of("brokenCell", "value", CellText.brokenText(cell))
                        .at(place(number, "", column)));
            }
        }
        return fields;
    }

    private static Yaml value(String column, String text, int number) {
        if (ProgrammeTree.LISTS.contains(column)) {
            List<Yaml> items = new ArrayList<>();
            for (String item : text.split("[,;]", -1)) {
                items.add(new Yaml.Scalar(ProgrammeWords.read(column, item.strip()), number));
            }
            return new Yaml.Items(items, number);
        }
        String read = ProgrammeWords.read(column, text);
        if (column.equals("every")) {
            String[] words = read.split("\\s+", 2);
            Map<String, Yaml> every = new LinkedHashMap<>();
            every.put(words[0], new Yaml.Scalar(words.length > 1 ? words[1] : "", number));
            return new Yaml.Fields(every, number);
        }
        return new Yaml.Scalar(read, number);
    }

    private static int number(int base, Row row, Cell cell) {
        return base + row.getRowNum() * ROW + cell.getColumnIndex() + 1;
    }

    private Problem.Place place(int number, String task, String field) {
        int base = number >= OTHER_SHEET ? OTHER_SHEET : 0;
        int column = number % ROW;
        String heading = headings.getOrDefault(base, Map.of()).getOrDefault(column - 1, field);
        return new Problem.Cell(sheet(number), row(number), heading, task);
    }

    private String sheet(int number) {
        return sheets.getOrDefault(number >= OTHER_SHEET ? OTHER_SHEET : 0, "");
    }

    private static int row(int number) {
        return number % OTHER_SHEET / ROW;
    }

    private final class Places implements ProgrammePlaces {
        @Override
        public Problem.Place at(int number, String task, String field) {
            return place(number, task, field);
        }

        @Override
        public Problem named(int number) {
            return Problems.of("row", "sheet", sheet(number), "row", row(number));
        }
    }
}

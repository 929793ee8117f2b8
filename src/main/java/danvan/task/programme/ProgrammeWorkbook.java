package danvan.task.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import danvan.workbook.CellText;
import danvan.workbook.HeadingRow;
import danvan.workbook.OpenedWorkbook;
import danvan.workbook.UnsafeWorkbook;
import danvan.workbook.WorkbookParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A programme as an Excel workbook: the sheet {@code programme} with year and name, the sheet {@code tasks} with a column
 * for each key of the YAML. It is read into the same tree as YAML, so that one reader checks both; what is a line there
 * is a number here that tells the cell.
 */
public final class ProgrammeWorkbook {
    static final String TASKS = "tasks";
    static final String PROGRAMME = "programme";
    /** A cell's number is row times this, plus column, both from 1; those of the sheet programme have this added. */
    private static final int ROW = 1_000;

    private static final int OTHER_SHEET = 1_000_000_000;
    static final int MOST_ROWS = 2_000;
    static final List<String> HEAD = List.of("year", "name.vi", "name.tr", "name.en");
    public static final List<String> COLUMNS = List.of(
            "id",
            "title.vi",
            "title.tr",
            "title.en",
            "text.vi",
            "text.tr",
            "text.en",
            "source.document",
            "source.passage",
            "status",
            "label.vi",
            "label.tr",
            "label.en",
            "due",
            "every",
            "due_note.vi",
            "due_note.tr",
            "due_note.en",
            "owner.unit",
            "owner.role",
            "owner.member",
            "audience.level",
            "audience.roles",
            "audience.units",
            "audience.under",
            "lead_days",
            "evidence",
            "form",
            "escalate_after",
            "period");
    private static final Set<String> LISTS = Set.of("audience.roles", "audience.units", "audience.under", "lead_days");

    /** A column whose values differ. */
    record Difference(String column, String before, String after) {}

    private ProgrammeWorkbook() {}

    /**
     * The tree of a workbook, and what is wrong with its columns.
     *
     * @throws ForeignFile where it is no workbook, or one of another kind
     */
    public static Yaml read(byte[] content, List<ProgrammeProblem> problems, String file) throws ForeignFile {
        try {
            WorkbookParts.check(content);
            return read(OpenedWorkbook.of(content), problems, file);
        } catch (UnsafeWorkbook e) {
            throw new ForeignFile(
                    switch (e.why()) {
                        case MACROS -> Fault.of("macros");
                        case UNFOLDS, TOO_MANY_PARTS -> Fault.of("unfolds", "most", WorkbookParts.MOST_MEGABYTES);
                        case EMPTY, TOO_LARGE, OLD_OR_PROTECTED, NO_WORKBOOK, DAMAGED -> Fault.of("notXlsx");
                    });
        } catch (IOException | ExcelReaderException e) {
            throw new ForeignFile(Fault.of("notXlsx"));
        }
    }

    private static ForeignFile noSheet(String name) {
        return new ForeignFile(Fault.of("noSheet", "name", name));
    }

    private static Yaml read(OpenedWorkbook opened, List<ProgrammeProblem> problems, String file)
            throws ForeignFile, IOException {
        try (OpenedWorkbook workbook = opened) {
            Sheet tasks = workbook.findSheet(TASKS).orElseThrow(() -> noSheet(TASKS));
            Sheet head = workbook.findSheet(PROGRAMME).orElseThrow(() -> noSheet(PROGRAMME));
            Map<String, Yaml> top = new LinkedHashMap<>();
            List<Yaml> heads = rows(head, workbook.cells(), HEAD, OTHER_SHEET, problems, file);
            if (heads.size() == 1 && heads.get(0) instanceof Yaml.Fields fields) {
                top.putAll(fields.fields());
            } else {
                problems.add(new ProgrammeProblem(file, OTHER_SHEET + 2 * ROW + 1, "", "", Fault.of("notOneHead")));
            }
            top.put("tasks", new Yaml.Items(rows(tasks, workbook.cells(), COLUMNS, 0, problems, file), 2 * ROW + 1));
            return new Yaml.Fields(top, OTHER_SHEET + 2 * ROW + 1);
        }
    }

    private static List<Yaml> rows(
            Sheet sheet, CellText cells, List<String> known, int base, List<ProgrammeProblem> problems, String file)
            throws IOException {
        List<Row> rows;
        try (Stream<Row> all = sheet.openStream()) {
            rows = all.limit(MOST_ROWS + 1L).toList();
        }
        if (rows.size() > MOST_ROWS) {
            int first = rows.get(MOST_ROWS).getRowNum();
            problems.add(new ProgrammeProblem(
                    file, place(base, first, 0), "", "", Fault.of("tooManyRows", "most", MOST_ROWS)));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        int at = HeadingRow.in(rows, row -> (int) row.stream()
                .filter(cell -> cells.of(cell).filter(known::contains).isPresent())
                .count());
        Row headings = rows.get(at);
        Map<Integer, String> columns = new LinkedHashMap<>();
        for (Cell cell : headings) {
            // What stands below a heading that is told is not told again, row by row.
            cells.of(cell).ifPresent(name -> {
                if (known.contains(name) && !columns.containsValue(name)) {
                    columns.put(cell.getColumnIndex(), name);
                } else {
                    Fault why = known.contains(name) ? Fault.of("columnTwice") : Fault.of("unknownColumn");
                    problems.add(new ProgrammeProblem(
                            file, place(base, headings.getRowNum(), cell.getColumnIndex()), "", name, why));
                }
            });
        }
        List<Yaml> read = new ArrayList<>();
        for (Row row : rows.subList(at + 1, rows.size())) {
            task(row, cells, columns, base).ifPresent(read::add);
            broken(row, columns, base, problems, file);
        }
        return read;
    }

    private static Optional<Yaml> task(Row row, CellText cells, Map<Integer, String> columns, int base) {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        for (Cell cell : row) {
            String column = cell == null ? null : columns.get(cell.getColumnIndex());
            if (column != null) {
                int place = place(base, row.getRowNum(), cell.getColumnIndex());
                cells.of(cell).ifPresent(text -> put(fields, column, value(column, text, place), place));
            }
        }
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Yaml.Fields(fields, place(base, row.getRowNum(), 0)));
    }

    /** A formula without a result looks empty to a reader, and must not pass for it. */
    private static void broken(
            Row row, Map<Integer, String> columns, int base, List<ProgrammeProblem> problems, String file) {
        for (Cell cell : row) {
            String column = cell == null ? null : columns.get(cell.getColumnIndex());
            if (column != null && CellText.broken(cell)) {
                problems.add(new ProgrammeProblem(
                        file,
                        place(base, row.getRowNum(), cell.getColumnIndex()),
                        "",
                        column,
                        Fault.of("brokenCell", "value", CellText.brokenText(cell))));
            }
        }
    }

    private static Yaml value(String column, String text, int place) {
        if (LISTS.contains(column)) {
            List<Yaml> items = new ArrayList<>();
            for (String item : text.split("[,;]", -1)) {
                items.add(new Yaml.Scalar(item.strip(), place));
            }
            return new Yaml.Items(items, place);
        }
        if (column.equals("every")) {
            String[] words = text.split("\\s+", 2);
            Map<String, Yaml> every = new LinkedHashMap<>();
            every.put(words[0], new Yaml.Scalar(words.length > 1 ? words[1] : "", place));
            return new Yaml.Fields(every, place);
        }
        return new Yaml.Scalar(text, place);
    }

    private static void put(Map<String, Yaml> fields, String column, Yaml value, int place) {
        int dot = column.indexOf('.');
        if (dot < 0) {
            fields.put(column, value);
            return;
        }
        String outer = column.substring(0, dot);
        Map<String, Yaml> inner = fields.get(outer) instanceof Yaml.Fields have
                ? new LinkedHashMap<>(have.fields())
                : new LinkedHashMap<>();
        int first = fields.containsKey(outer) ? fields.get(outer).line() : place;
        inner.put(column.substring(dot + 1), value);
        fields.put(outer, new Yaml.Fields(inner, first));
    }

    private static int place(int base, int row, int column) {
        return base + row * ROW + column + 1;
    }

    /** The row of a place, from 0. */
    static int row(int place) {
        return place % OTHER_SHEET / ROW - 1;
    }

    /** The column of a place, from 0. */
    static int column(int place) {
        return Math.max(1, place % OTHER_SHEET % ROW) - 1;
    }

    /** The sheet of a place. */
    static String sheet(int place) {
        return place >= OTHER_SHEET ? PROGRAMME : TASKS;
    }

    /** Where a problem is, as Excel names it. */
    static String cell(int place) {
        String letters = "";
        for (int rest = column(place) + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return sheet(place) + "!" + letters + (row(place) + 1);
    }

    /** A programme's tree as text that is read again. */
    public static String yaml(Yaml tree) {
        try {
            return new YAMLMapper().writeValueAsString(plain(tree));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing a programme", e);
        }
    }

    private static Object plain(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        if (value instanceof Yaml.Items items) {
            return items.items().stream().map(ProgrammeWorkbook::plain).toList();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Yaml.Fields) value).fields().forEach((key, inner) -> fields.put(key, plain(inner)));
        return fields;
    }

    /** The columns in which two tasks' trees differ, with what stands there. */
    static List<Difference> differences(Yaml before, Yaml after) {
        return COLUMNS.stream()
                .map(column -> new Difference(column, text(before, column), text(after, column)))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    private static String text(Yaml task, String column) {
        return task instanceof Yaml.Fields fields
                ? value(fields, column).map(ProgrammeWorkbook::flat).orElse("")
                : "";
    }

    /** What a column holds of a tree. */
    static Optional<Yaml> value(Yaml.Fields fields, String column) {
        int dot = column.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(fields.fields().get(column));
        }
        return fields.fields().get(column.substring(0, dot)) instanceof Yaml.Fields inner
                ? Optional.ofNullable(inner.fields().get(column.substring(dot + 1)))
                : Optional.empty();
    }

    /** A value as a cell holds it. */
    static String flat(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        if (value instanceof Yaml.Items items) {
            return String.join(
                    ", ", items.items().stream().map(ProgrammeWorkbook::flat).toList());
        }
        return String.join(
                ", ",
                ((Yaml.Fields) value)
                        .fields().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + flat(entry.getValue()))
                                .toList());
    }
}

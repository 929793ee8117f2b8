package danvan.workbook;

import danvan.text.Folding;
import danvan.text.Language;
import danvan.text.Problem;
import danvan.text.Texts;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose name and headings are texts: written in the language of whoever asks, and read in whatever language it was
 * given out. The texts are {@code <room>.sheet.<list>} and {@code <room>.column.<list>.<number>}.
 */
public final class TextSheet {
    private static final int ROOM = 500;
    /** In points. */
    private static final double LINE = 16;

    private static final String NUMBER = "[1-9]\\d{0,14}";

    private final Texts texts;
    private final String room;
    private final String list;
    private final int needed;
    private final int columns;

    /**
     * A sheet.
     *
     * @param needed how many columns, the first ones, must be there to be read
     * @param more how many further columns are written for people to read
     */
    public TextSheet(Texts texts, String room, String list, int needed, int more) {
        this.texts = texts;
        this.room = room;
        this.list = list;
        this.needed = needed;
        this.columns = needed + more;
    }

    /**
     * A row that says something.
     *
     * @param headings those of the columns needed, as they stand there
     * @param cells what stands below them; empty words where nothing does
     */
    public record Line(Problem.Cell place, List<String> headings, List<String> cells) {
        public String cell(int column) {
            return cells.get(column);
        }

        public Problem problem(int column, String key, Object... namesAndValues) {
            return Problem.at(place.in(headings.get(column)), key, namesAndValues);
        }
    }

    public String name(Language language) {
        return texts.in(language).plain(room + ".sheet." + list);
    }

    public String heading(int column, Language language) {
        return texts.in(language).plain(room + ".column." + list + "." + column);
    }

    /** The sheet's name in all languages. */
    public String names() {
        return String.join(
                " / ", Stream.of(Language.values()).map(this::name).distinct().toList());
    }

    public Optional<Sheet> find(ReadableWorkbook workbook) {
        return workbook.getSheets().filter(sheet -> language(sheet).isPresent()).findFirst();
    }

    /** Whether it is there, with two of its headings at least: others may call a sheet of theirs so. */
    public boolean isIn(OpenedWorkbook workbook) throws IOException {
        Optional<Sheet> sheet = find(workbook);
        if (sheet.isEmpty()) {
            return false;
        }
        try (Stream<Row> rows = sheet.get().openStream()) {
            return rows.limit(HeadingRow.MOST_ABOVE)
                    .anyMatch(row -> places(row, workbook.cells()).size() > 1);
        }
    }

    /**
     * The rows below the headings that are not empty. What cannot be read is reported, and is not among them.
     *
     * @param cells those of the sheet's workbook
     * @param most how many rows are read
     */
    public List<Line> read(Sheet sheet, CellText cells, int most, Consumer<Problem> problems) throws IOException {
        // Row by row, and of each what is needed: a sheet may have thousands of columns.
        try (Stream<Row> all = sheet.openStream()) {
            Iterator<Row> rest = all.iterator();
            List<Row> top = new ArrayList<>();
            while (top.size() < HeadingRow.MOST_ABOVE && rest.hasNext()) {
                top.add(rest.next());
            }
            if (top.isEmpty()) {
                missing(sheet, 1, Map.of(), problems);
                return List.of();
            }
            int at = HeadingRow.in(top, row -> places(row, cells).size());
            Row headings = top.get(at);
            Map<Integer, Integer> places = places(headings, cells);
            Iterator<Row> below = Stream.concat(
                            top.subList(at + 1, top.size()).stream(),
                            StreamSupport.stream(Spliterators.spliteratorUnknownSize(rest, 0), false))
                    .iterator();
            return missing(sheet, headings.getRowNum(), places, problems)
                    ? List.of()
                    : read(sheet, cells, headings, places, below, most, problems);
        }
    }

    private boolean missing(Sheet sheet, int row, Map<Integer, Integer> places, Consumer<Problem> problems) {
        Language language = language(sheet).orElse(Language.VI);
        List<Integer> missing = IntStream.range(0, needed)
                .filter(column -> !places.containsKey(column))
                .boxed()
                .toList();
        missing.forEach(column -> problems.accept(Problem.at(
                new Problem.Cell(sheet.getName(), row),
                "workbook.fault.noColumn",
                "column",
                heading(column, language))));
        return !missing.isEmpty();
    }

    private List<Line> read(
            Sheet sheet,
            CellText cells,
            Row first,
            Map<Integer, Integer> places,
            Iterator<Row> rows,
            int most,
            Consumer<Problem> problems) {
        List<Integer> at = IntStream.range(0, needed)
                .map(column -> places.getOrDefault(column, 0))
                .boxed()
                .toList();
        List<String> headings = said(first, cells, at);
        List<Problem> broken = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int count = 1; rows.hasNext(); count++) {
            Row row = rows.next();
            if (count == most) {
                problems.accept(Problem.at(
                        new Problem.Cell(sheet.getName(), most + 1),
                        "workbook.fault.rows",
                        "most",
                        Integer.toString(most)));
                return List.of();
            }
            Line line = new Line(new Problem.Cell(sheet.getName(), row.getRowNum()), headings, said(row, cells, at));
            if (!isBroken(row, at, line, broken::add) && !line.cells().stream().allMatch(String::isEmpty)) {
                lines.add(line);
            }
        }
        broken.forEach(problems);
        return lines;
    }

    /**
     * A column as it is written.
     *
     * @param width in letters
     * @param choices what may stand in it, offered by Excel; empty: anything
     */
    public record Column(int width, List<String> choices) {
        public static Column of(int width) {
            return new Column(width, List.of());
        }
    }

    /** Writes it, with some room below for new rows, to be printed on the side. */
    public void write(Workbook workbook, Language language, List<List<String>> rows, List<Column> looks) {
        Worksheet sheet = workbook.newWorksheet(name(language));
        for (int column = 0; column < columns; column++) {
            Column look = looks.get(column);
            Heading.write(sheet, 0, column, heading(column, language), look.width(), rows.size());
            if (!look.choices().isEmpty()) {
                sheet.range(1, column, rows.size() + ROOM, column)
                        .validateWithListByFormula("\"" + String.join(",", look.choices()) + "\"");
            }
        }
        // Wrapped, but programs leave a row as high as one line unless told otherwise; bold letters are wide.
        int lines = IntStream.range(0, columns)
                .map(column -> 1
                        + heading(column, language).length()
                                * 3
                                / (2 * looks.get(column).width()))
                .max()
                .orElse(1);
        sheet.rowHeight(0, lines * LINE);
        sheet.freezePane(0, 1);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                String text = rows.get(row).get(column);
                if (text.matches(NUMBER)) {
                    // Written as text, Excel would warn of it at every cell.
                    sheet.value(row + 1, column, Long.parseLong(text));
                } else if (!text.isEmpty()) {
                    sheet.value(row + 1, column, text);
                }
            }
        }
    }

    /** The language it is named in. */
    private Optional<Language> language(Sheet sheet) {
        return Stream.of(Language.values())
                .filter(language -> Folding.folded(name(language)).equals(Folding.folded(sheet.getName())))
                .findFirst();
    }

    /** Where in the row of headings each of the columns is. */
    private Map<Integer, Integer> places(Row headings, CellText cells) {
        Map<Integer, Integer> places = new HashMap<>();
        for (Cell cell : headings) {
            String heading = text(cell, cells);
            IntStream.range(0, needed)
                    .filter(column -> isHeading(heading, column))
                    .forEach(column -> places.putIfAbsent(column, cell.getColumnIndex()));
        }
        return places;
    }

    private boolean isHeading(String heading, int column) {
        return Stream.of(Language.values())
                .anyMatch(language -> bare(heading(column, language)).equals(bare(heading)));
    }

    /** What stands in brackets only explains. */
    private static String bare(String heading) {
        return Folding.folded(heading.replaceAll("(?s)\\(.*", ""));
    }

    private static List<String> said(Row row, CellText cells, List<Integer> at) {
        return at.stream()
                .map(in -> in < row.getCellCount() ? text(row.getCell(in), cells) : "")
                .toList();
    }

    /** With each accent on its letter, and Đ for the Icelandic Ð: what looks the same is the same. */
    private static String text(@Nullable Cell cell, CellText cells) {
        return Folding.vietnamese(Normalizer.normalize(cells.of(cell).orElse(""), Normalizer.Form.NFC));
    }

    /** A formula without a result looks empty to a reader, and must not pass for it. */
    private static boolean isBroken(Row row, List<Integer> at, Line line, Consumer<Problem> problems) {
        boolean broken = false;
        for (int column = 0; column < at.size(); column++) {
            Cell cell = at.get(column) < row.getCellCount() ? row.getCell(at.get(column)) : null;
            if (cell != null && CellText.broken(cell)) {
                problems.accept(line.problem(column, "workbook.fault.broken", "value", CellText.brokenText(cell)));
                broken = true;
            }
        }
        return broken;
    }
}

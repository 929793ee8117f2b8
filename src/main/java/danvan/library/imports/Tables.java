package danvan.library.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table told in lines: each row with its values under the names of their columns and groups. Where the columns cannot be
 * told, a row has no names: a number under a wrong name is worse than one without.
 */
final class Tables {
    private static final Pattern LAYOUT =
            Pattern.compile("cong hoa xa hoi chu nghia|dang cong san viet nam|noi nhan\\s*:|doc lap\\s*-\\s*tu do");
    private static final Pattern ORDINAL_HEAD = Pattern.compile("^(?:s?tt|so tt|so thu tu|no\\.?|#)$");
    private static final Pattern NUMERIC = Pattern.compile("^[\\d.,%\\s/-]+$");
    /** "(1) (2) (3)" under the names: numbers of columns. */
    private static final Pattern COLUMN_NUMBER = Pattern.compile("^\\(?\\d{1,2}\\)?(?:\\s?=.{1,30})?$|^\\(?[A-E]\\)?$");

    private static final Pattern ROMAN_OR_LETTER = Pattern.compile("^(?:[IVXL]{1,6}|[A-H])[.)]?$");
    private static final Pattern CODE = Pattern.compile("^[A-Z]{0,4}[\\d.]{0,12}$");
    private static final int LAYOUT_ROWS = 8;
    private static final int LAYOUT_COLUMNS = 3;
    private static final int HEAD_ROWS = 4;
    private static final int LONGEST_NAME = 160;

    /** A cell on its place. */
    private record Cell(String text, int column, int across, int down) {
        int end() {
            return column + across;
        }
    }

    private record Group(int depth, String code, String name) {}

    private final List<Block> rows;
    private final List<List<Cell>> grid = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final boolean placed;
    private int columns;

    private Tables(List<Block> rows) {
        this.rows = rows;
        this.placed = place();
    }

    /** The rows of one table. */
    static List<Line> lines(List<Block> rows) {
        Tables table = new Tables(rows);
        if (table.isLayout()) {
            table.layout();
        } else {
            table.tell();
        }
        return table.lines;
    }

    /** Puts the cells on their columns; false where it is not told how far they reach. */
    private boolean place() {
        boolean told = true;
        List<Integer> busy = new ArrayList<>();
        for (Block row : rows) {
            List<Cell> cells = new ArrayList<>();
            int column = 0;
            for (int i = 0; i < row.cells().size(); i++) {
                Block.Span span = row.span(i);
                told &= span.across() > 0;
                int across = Math.max(1, span.across());
                while (column < busy.size() && busy.get(column) > 0) {
                    column++;
                }
                cells.add(new Cell(row.cells().get(i).strip(), column, across, span.down()));
                for (int reached = column; reached < column + across; reached++) {
                    while (busy.size() <= reached) {
                        busy.add(0);
                    }
                    busy.set(reached, span.down());
                }
                column += across;
            }
            busy.replaceAll(rest -> Math.max(0, rest - 1));
            columns = Math.max(columns, column);
            grid.add(cells);
        }
        return told;
    }

    /** A table that only lays out a page's head or foot is no table; one that has a cell about the motto is. */
    private boolean isLayout() {
        if (rows.stream().allMatch(row -> row.cells().size() == 1)) {
            return true;
        }
        String all = Plain.of(rows.stream().map(Block::text).reduce("", (a, b) -> a + "\n" + b));
        return LAYOUT.matcher(all).find()
                && rows.size() <= LAYOUT_ROWS
                && columns <= LAYOUT_COLUMNS
                && grid.get(0).stream()
                        .noneMatch(cell ->
                                ORDINAL_HEAD.matcher(Plain.of(cell.text())).matches());
    }

    private void layout() {
        for (Block row : rows) {
            for (String cell : row.cells()) {
                cell.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(Line.text(line, row.page())));
            }
        }
    }

    private void tell() {
        int first = 0;
        while (first < rows.size() - 1 && filled(first).size() <= 1) {
            // Above the head: the table's title, its unit.
            plain(first);
            first++;
        }
        int body = first + headRows(first);
        List<String> names = body > first ? names(first, body) : List.of();
        for (int row = first; row < body; row++) {
            head(row);
        }
        for (int row = body; row < rows.size(); row++) {
            if (!names.isEmpty() && (repeatsHead(row, first, body) || (row == body && numbersColumns(row)))) {
                head(row);
            } else if (!names.isEmpty() && isGroup(row)) {
                group(row);
            } else {
                row(row, names);
            }
        }
    }

    private List<Cell> filled(int row) {
        return grid.get(row).stream().filter(cell -> !cell.text().isEmpty()).toList();
    }

    private void plain(int row) {
        for (Cell cell : filled(row)) {
            cell.text()
                    .lines()
                    .forEach(line ->
                            lines.add(Line.text(oneLine(line), rows.get(row).page())));
        }
    }

    private void head(int row) {
        for (Cell cell : filled(row)) {
            lines.add(Line.of(
                    Furniture.TABLE_HEAD, oneLine(cell.text()), rows.get(row).page()));
        }
    }

    /** How many rows name the columns; 0 where none does. */
    private int headRows(int first) {
        if (!placed || rows.size() - first < 2 || !isHead(first)) {
            return 0;
        }
        widen(first);
        int height = 1;
        for (Cell cell : grid.get(first)) {
            if (!cell.text().isEmpty()) {
                height = Math.max(height, cell.down());
            }
        }
        if (height == 1 && first + 1 < rows.size() - 1 && explains(first, first + 1)) {
            height = 2;
        }
        if (height > HEAD_ROWS || height >= rows.size() - first) {
            return 0;
        }
        return height;
    }

    /** A name is often written over several columns without merging them: it reaches over what is empty beside it. */
    private void widen(int head) {
        List<Cell> wider = new ArrayList<>();
        for (Cell cell : filled(head)) {
            int end = cell.end();
            while (end < columns
                    && isEmpty(head, end)
                    && !isEmpty(head + 1, end)
                    && !isEmpty(head + 1, cell.column())) {
                end++;
            }
            wider.add(new Cell(cell.text(), cell.column(), end - cell.column(), cell.down()));
        }
        if (explains(wider, head + 1)) {
            grid.set(head, wider);
        }
    }

    private boolean isEmpty(int row, int column) {
        return filled(row).stream().noneMatch(cell -> cell.column() <= column && column < cell.end());
    }

    private boolean explains(int head, int row) {
        return explains(filled(head), row);
    }

    /** Whether a row stands only below wide names and where there are none, and names their parts. */
    private boolean explains(List<Cell> head, int row) {
        List<Cell> cells = filled(row);
        return cells.size() > 1
                && cells.stream()
                        .allMatch(cell -> cell.text().length() < LONGEST_NAME
                                && !NUMERIC.matcher(cell.text()).matches()
                                && head.stream()
                                        .allMatch(above -> above.end() <= cell.column()
                                                || cell.end() <= above.column()
                                                || (above.across() > 1
                                                        && above.column() <= cell.column()
                                                        && cell.end() <= above.end())));
    }

    private boolean isHead(int row) {
        List<Cell> cells = filled(row);
        return cells.size() > 1
                && cells.stream()
                        .allMatch(cell -> cell.text().length() < LONGEST_NAME
                                && !NUMERIC.matcher(cell.text()).matches());
    }

    private List<String> names(int first, int body) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            StringBuilder name = new StringBuilder();
            for (int row = first; row < body; row++) {
                int at = column;
                Optional<Cell> cell = filled(row).stream()
                        .filter(one -> one.column() <= at && at < one.end())
                        .findFirst();
                cell.ifPresent(one -> name.append(name.length() == 0 ? "" : ", ")
                        .append(name.length() == 0 ? oneLine(one.text()) : lower(oneLine(one.text()))));
            }
            names.add(name.toString());
        }
        return names;
    }

    /** "Số cây, đợt 1"; a name keeps its capitals. */
    private static String lower(String part) {
        long capitals = part.codePoints().filter(Character::isUpperCase).count();
        return capitals == 1 && Character.isUpperCase(part.codePointAt(0))
                ? Character.toLowerCase(part.charAt(0)) + part.substring(1)
                : part;
    }

    /** On every page of a long table the head is printed again. */
    private boolean repeatsHead(int row, int first, int body) {
        for (int head = first; head < body; head++) {
            if (grid.get(row).equals(grid.get(head))) {
                return true;
            }
        }
        return false;
    }

    private boolean numbersColumns(int row) {
        List<Cell> cells = filled(row);
        return cells.size() > 2
                && cells.size() * 2 > columns
                && cells.stream()
                        .allMatch(cell -> COLUMN_NUMBER.matcher(cell.text()).matches())
                && new HashSet<>(cells.stream().map(Cell::text).toList()).size() == cells.size();
    }

    /**
     * Whether a row is the name of those below it: it reaches over the table, or has an ordinal of another kind than they
     * have, or a code that theirs begin with. A row that only lacks a value is none.
     */
    private boolean isGroup(int row) {
        List<Cell> cells = filled(row);
        if (columns < 3 || cells.isEmpty() || cells.size() > 3 || row + 1 >= rows.size()) {
            return false;
        }
        List<Cell> below = filled(row + 1);
        if (below.size() < cells.size()) {
            return false;
        }
        Cell last = cells.get(cells.size() - 1);
        if (cells.size() == 1) {
            return below.size() > 1
                    && last.text().length() < LONGEST_NAME
                    && !NUMERIC.matcher(last.text()).matches();
        }
        String ordinal = cells.get(0).text();
        if (cells.size() == 2
                && cells.get(0).column() == 0
                && ROMAN_OR_LETTER.matcher(ordinal).matches()) {
            return true;
        }
        Optional<String> code = code(cells);
        return code.isPresent()
                && code(below)
                        .filter(longer -> !longer.equals(code.get()) && longer.startsWith(code.get()))
                        .isPresent();
    }

    /** "I102" of "4 · I102 · Quặng": neither the ordinal nor the name. */
    private static Optional<String> code(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.column() > 0
                        && CODE.matcher(cell.text()).matches()
                        && !NUMERIC.matcher(cell.text()).matches())
                .map(Cell::text)
                .findFirst();
    }

    private void group(int row) {
        List<Cell> cells = filled(row);
        Optional<String> code = code(cells);
        Cell name = cells.get(cells.size() - 1);
        String ordinal = cells.size() > 1 ? cells.get(0).text() : "";
        int depth = code.isPresent() ? 2 : ordinal.matches("[A-H][.)]?") ? 0 : 1;
        groups.removeIf(group -> group.depth() > depth
                || (group.depth() == depth
                        && code.filter(longer -> longer.startsWith(group.code()))
                                .isEmpty()));
        groups.add(new Group(depth, code.orElse(""), oneLine(name.text())));
        head(row);
    }

    private void row(int row, List<String> names) {
        Optional<String> code = code(filled(row));
        groups.removeIf(group -> group.depth() == 2
                && code.filter(longer -> longer.startsWith(group.code())).isEmpty());
        StringBuilder said = new StringBuilder();
        groups.forEach(group -> said.append(said.length() == 0 ? "• " : " › ").append(group.name()));
        long letters = 0;
        Set<Cell> told = new HashSet<>();
        for (int column = 0; column < columns; column++) {
            Optional<Cell> here = at(row, column);
            if (here.isEmpty() || here.get().text().isEmpty() || (here.get().column() != column)) {
                continue;
            }
            Cell cell = here.get();
            told.add(cell);
            boolean own = grid.get(row).contains(cell);
            letters += own ? Block.letters(cell.text()) : 0;
            String name = name(names, cell);
            String value = oneLine(cell.text());
            said.append(said.length() == 0 ? "• " : " · ").append(name.isEmpty() ? value : name + ": " + value);
        }
        if (!told.isEmpty()) {
            lines.add(Line.rowOf(said.toString(), rows.get(row).page(), letters));
        }
    }

    /** The cell that shows there: of this row, or of one above that reaches down to it. */
    private Optional<Cell> at(int row, int column) {
        for (int above = row; above >= Math.max(0, row - 60); above--) {
            for (Cell cell : grid.get(above)) {
                if (cell.column() <= column && column < cell.end()) {
                    boolean reaches = above == row || cell.down() > row - above;
                    if (reaches) {
                        return Optional.of(cell);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A cell over several columns has the name they share, or none. */
    private static String name(List<String> names, Cell cell) {
        if (cell.column() >= names.size()) {
            return "";
        }
        String first = names.get(cell.column());
        for (int column = cell.column() + 1; column < Math.min(cell.end(), names.size()); column++) {
            if (!names.get(column).equals(first)) {
                return "";
            }
        }
        return first;
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }
}

package danvan.library.imports.structure;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.Plain;
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

    private static final Pattern ROMAN_OR_LETTER = Pattern.compile("^(?:[IVXL]{1,6}|[A-H])[.)]?$");
    private static final Pattern CODE = Pattern.compile("^[A-Z]{0,4}[\\d.]{0,12}$");
    private static final int LAYOUT_ROWS = 8;
    private static final int LAYOUT_COLUMNS = 3;

    private record Group(int depth, String code, String name) {}

    private final List<Block> rows;
    private final TableGrid grid;
    private final TableHead head;
    private final List<Line> lines = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    private Tables(List<Block> rows) {
        this.rows = rows;
        this.grid = new TableGrid(rows);
        this.head = new TableHead(grid);
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

    /** A table that only lays out a page's head or foot is no table; one that has a cell about the motto is. */
    private boolean isLayout() {
        if (rows.stream().allMatch(row -> row.cells().size() == 1)) {
            return true;
        }
        String all = Plain.of(rows.stream().map(Block::text).reduce("", (a, b) -> a + "\n" + b));
        return LAYOUT.matcher(all).find()
                && rows.size() <= LAYOUT_ROWS
                && grid.columns() <= LAYOUT_COLUMNS
                && grid.row(0).stream()
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
        while (first < rows.size() - 1 && grid.filled(first).size() <= 1) {
            // Above the head: the table's title, its unit.
            plain(first);
            first++;
        }
        int body = first + head.rows(first);
        List<String> names = body > first ? head.names(first, body) : List.of();
        for (int row = first; row < body; row++) {
            asHead(row);
        }
        // The numbers below the names are printed again with them.
        int end = body < rows.size() && !names.isEmpty() && head.numbersColumns(body) ? body + 1 : body;
        for (int row = body; row < rows.size(); row++) {
            if (!names.isEmpty() && head.isRepeated(row, first, end)) {
                asHead(row);
            } else if (!names.isEmpty() && isGroup(row)) {
                group(row);
            } else {
                row(row, names);
            }
        }
    }

    private void plain(int row) {
        for (TableGrid.Cell cell : grid.filled(row)) {
            cell.text()
                    .lines()
                    .forEach(line -> lines.add(
                            Line.text(TableGrid.oneLine(line), rows.get(row).page())));
        }
    }

    private void asHead(int row) {
        for (TableGrid.Cell cell : grid.filled(row)) {
            lines.add(Line.of(
                    Furniture.TABLE_HEAD,
                    TableGrid.oneLine(cell.text()),
                    rows.get(row).page()));
        }
    }

    /**
     * Whether a row is the name of those below it: it reaches over the table, or has an ordinal of another kind than they
     * have, or a code that theirs begin with. A row that only lacks a value is none.
     */
    private boolean isGroup(int row) {
        List<TableGrid.Cell> cells = grid.filled(row);
        if (grid.columns() < 3 || cells.isEmpty() || cells.size() > 3 || row + 1 >= rows.size()) {
            return false;
        }
        List<TableGrid.Cell> below = grid.filled(row + 1);
        if (below.size() < cells.size()) {
            return false;
        }
        TableGrid.Cell last = cells.get(cells.size() - 1);
        if (cells.size() == 1) {
            return below.size() > 1
                    && last.text().length() < TableHead.LONGEST_NAME
                    && !TableHead.NUMERIC.matcher(last.text()).matches();
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
    private static Optional<String> code(List<TableGrid.Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.column() > 0
                        && CODE.matcher(cell.text()).matches()
                        && !TableHead.NUMERIC.matcher(cell.text()).matches())
                .map(TableGrid.Cell::text)
                .findFirst();
    }

    private void group(int row) {
        List<TableGrid.Cell> cells = grid.filled(row);
        Optional<String> code = code(cells);
        TableGrid.Cell name = cells.get(cells.size() - 1);
        String ordinal = cells.size() > 1 ? cells.get(0).text() : "";
        int depth = code.isPresent() ? 2 : ordinal.matches("[A-H][.)]?") ? 0 : 1;
        groups.removeIf(group -> group.depth() > depth
                || (group.depth() == depth
                        && code.filter(longer -> longer.startsWith(group.code()))
                                .isEmpty()));
        groups.add(new Group(depth, code.orElse(""), TableGrid.oneLine(name.text())));
        asHead(row);
    }

    private void row(int row, List<String> names) {
        Optional<String> code = code(grid.filled(row));
        groups.removeIf(group -> group.depth() == 2
                && code.filter(longer -> longer.startsWith(group.code())).isEmpty());
        StringBuilder said = new StringBuilder();
        groups.forEach(group -> said.append(said.length() == 0 ? "• " : " › ").append(group.name()));
        long letters = 0;
        Set<TableGrid.Cell> told = new HashSet<>();
        for (int column = 0; column < grid.columns(); column++) {
            Optional<TableGrid.Cell> here = grid.at(row, column);
            if (here.isEmpty() || here.get().text().isEmpty() || (here.get().column() != column)) {
                continue;
            }
            TableGrid.Cell cell = here.get();
            told.add(cell);
            boolean own = grid.row(row).contains(cell);
            letters += own ? Block.letters(cell.text()) : 0;
            String name = TableHead.name(names, cell);
            String value = TableGrid.oneLine(cell.text());
            said.append(said.length() == 0 ? "• " : " · ").append(name.isEmpty() ? value : name + ": " + value);
        }
        if (!told.isEmpty()) {
            lines.add(Line.rowOf(said.toString(), rows.get(row).page(), letters));
        }
    }
}

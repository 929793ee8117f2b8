package danvan.library.imports.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a table that name its columns. */
final class TableHead {
    static final Pattern NUMERIC = Pattern.compile("^[\\d.,%\\s/-]+$");
    static final int LONGEST_NAME = 160;
    /** "(1) (2) (3)" under the names: numbers of columns. */
    private static final Pattern COLUMN_NUMBER = Pattern.compile("^\\(?\\d{1,2}\\)?(?:\\s?=.{1,30})?$|^\\(?[A-E]\\)?$");

    private static final int HEAD_ROWS = 4;

    private final TableGrid grid;

    TableHead(TableGrid grid) {
        this.grid = grid;
    }

    /** How many rows name the columns; 0 where none does. */
    int rows(int first) {
        if (!grid.isPlaced() || grid.size() - first < 2 || !isHead(first)) {
            return 0;
        }
        widen(first);
        int height = 1;
        for (TableGrid.Cell cell : grid.row(first)) {
            if (!cell.text().isEmpty()) {
                height = Math.max(height, cell.down());
            }
        }
        if (height == 1 && first + 1 < grid.size() - 1 && explains(first, first + 1)) {
            height = 2;
        }
        if (height > HEAD_ROWS || height >= grid.size() - first) {
            return 0;
        }
        return height;
    }

    /** A name is often written over several columns without merging them: it reaches over what is empty beside it. */
    private void widen(int head) {
        List<TableGrid.Cell> wider = new ArrayList<>();
        for (TableGrid.Cell cell : grid.filled(head)) {
            int end = cell.end();
            while (end < grid.columns()
                    && isEmpty(head, end)
                    && !isEmpty(head + 1, end)
                    && !isEmpty(head + 1, cell.column())) {
                end++;
            }
            wider.add(new TableGrid.Cell(cell.text(), cell.column(), end - cell.column(), cell.down()));
        }
        if (explains(wider, head + 1)) {
            grid.set(head, wider);
        }
    }

    private boolean isEmpty(int row, int column) {
        return grid.filled(row).stream().noneMatch(cell -> cell.column() <= column && column < cell.end());
    }

    private boolean explains(int head, int row) {
        return explains(grid.filled(head), row);
    }

    /** Whether a row stands only below wide names and where there are none, and names their parts. */
    private boolean explains(List<TableGrid.Cell> head, int row) {
        List<TableGrid.Cell> cells = grid.filled(row);
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
        List<TableGrid.Cell> cells = grid.filled(row);
        return cells.size() > 1
                && cells.stream()
                        .allMatch(cell -> cell.text().length() < LONGEST_NAME
                                && !NUMERIC.matcher(cell.text()).matches());
    }

    List<String> names(int first, int body) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < grid.columns(); column++) {
            StringBuilder name = new StringBuilder();
            for (int row = first; row < body; row++) {
                int at = column;
                Optional<TableGrid.Cell> cell = grid.filled(row).stream()
                        .filter(one -> one.column() <= at && at < one.end())
                        .findFirst();
                cell.ifPresent(one -> name.append(name.length() == 0 ? "" : ", ")
                        .append(
                                name.length() == 0
                                        ? TableGrid.oneLine(one.text())
                                        : lower(TableGrid.oneLine(one.text()))));
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
    boolean isRepeated(int row, int first, int body) {
        for (int head = first; head < body; head++) {
            if (grid.row(row).equals(grid.row(head))) {
                return true;
            }
        }
        return false;
    }

    boolean numbersColumns(int row) {
        List<TableGrid.Cell> cells = grid.filled(row);
        return cells.size() > 2
                && cells.size() * 2 > grid.columns()
                && cells.stream()
                        .allMatch(cell -> COLUMN_NUMBER.matcher(cell.text()).matches())
                && new HashSet<>(cells.stream().map(TableGrid.Cell::text).toList()).size() == cells.size();
    }

    /** A cell over several columns has the name they share, or none. */
    static String name(List<String> names, TableGrid.Cell cell) {
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
}

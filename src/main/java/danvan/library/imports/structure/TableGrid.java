package danvan.library.imports.structure;

import danvan.library.imports.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a table on their columns. */
final class TableGrid {
    /** A cell may reach down over so many rows. */
    private static final int MOST_DOWN = 60;

    private final List<List<Cell>> grid = new ArrayList<>();
    private final boolean placed;
    private int columns;

    TableGrid(List<Block> rows) {
        this.placed = place(rows);
    }

    /** A cell on its place. */
    record Cell(String text, int column, int across, int down) {
        int end() {
            return column + across;
        }
    }

    /** Puts the cells on their columns; false where it is not told how far they reach. */
    private boolean place(List<Block> rows) {
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

    /** Whether it is told how far the cells reach. */
    boolean isPlaced() {
        return placed;
    }

    int columns() {
        return columns;
    }

    int size() {
        return grid.size();
    }

    List<Cell> row(int row) {
        return grid.get(row);
    }

    void set(int row, List<Cell> cells) {
        grid.set(row, cells);
    }

    /** The cells that say something. */
    List<Cell> filled(int row) {
        return grid.get(row).stream().filter(cell -> !cell.text().isEmpty()).toList();
    }

    /** The cell that shows there: of this row, or of one above that reaches down to it. */
    Optional<Cell> at(int row, int column) {
        for (int above = row; above >= Math.max(0, row - MOST_DOWN); above--) {
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

    static String oneLine(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }
}

package danvan.library.imports.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A table's borders on one page, and the cells between them. */
final class PdfGrid {
    private static final int MOST_RULINGS = 3_000;
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_ROWS = 500;

    /** A cell, by the places of its columns and rows. */
    record Cell(int column, int row, int across, int down) {}

    private final List<Ruling> rulings;
    private final float[] columns;
    private final float[] rows;
    private final List<Cell> cells = new ArrayList<>();
    /** Which of them stands there, counted from 1. */
    private final int[][] standing;

    private PdfGrid(List<Ruling> rulings, float[] columns, float[] rows) {
        this.rulings = rulings;
        this.columns = columns;
        this.rows = rows;
        this.standing = new int[rows.length - 1][columns.length - 1];
        for (int row = 0; row < standing.length; row++) {
            for (int column = 0; column < columns.length - 1; column++) {
                if (standing[row][column] == 0) {
                    cell(row, column);
                }
            }
        }
    }

    /** The tables of a page. */
    static List<PdfGrid> in(List<Ruling> rulings) {
        List<PdfGrid> grids = new ArrayList<>();
        if (rulings.size() > MOST_RULINGS) {
            return grids;
        }
        List<Ruling> rest = new ArrayList<>(rulings);
        while (!rest.isEmpty()) {
            List<Ruling> together = new ArrayList<>(List.of(rest.remove(rest.size() - 1)));
            for (int i = 0; i < together.size(); i++) {
                Ruling one = together.get(i);
                rest.removeIf(other -> one.crosses(other) && together.add(other));
            }
            float[] columns = bounds(together, false);
            float[] rows = bounds(together, true);
            // A frame around a text has one column and is none.
            if (columns.length > 2 && rows.length > 1 && columns.length <= MOST_COLUMNS && rows.length <= MOST_ROWS) {
                grids.add(new PdfGrid(together, columns, rows));
            }
        }
        return grids;
    }

    /** Where the lines of one direction stand, and where those of the other end: sides may be left open. */
    private static float[] bounds(List<Ruling> rulings, boolean level) {
        List<Float> ends = rulings.stream()
                .filter(line -> line.level() != level)
                .flatMap(line -> Stream.of(line.from(), line.to()))
                .toList();
        List<Float> places = new ArrayList<>(rulings.stream()
                .filter(line -> line.level() == level)
                .map(Ruling::at)
                .toList());
        ends.stream().min(Float::compare).ifPresent(places::add);
        ends.stream().max(Float::compare).ifPresent(places::add);
        return apart(places);
    }

    private static float[] apart(List<Float> places) {
        List<Float> apart = new ArrayList<>();
        for (float place : places.stream().sorted().toList()) {
            if (apart.isEmpty() || place - apart.get(apart.size() - 1) > Ruling.NEAR) {
                apart.add(place);
            }
        }
        float[] bounds = new float[apart.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = apart.get(i);
        }
        return bounds;
    }

    private void cell(int row, int column) {
        int across = 1;
        while (column + across < columns.length - 1
                && standing[row][column + across] == 0
                && !isRuled(false, columns[column + across], middle(rows, row))) {
            across++;
        }
        int down = 1;
        while (row + down < rows.length - 1 && reachesDown(row + down, column, across)) {
            down++;
        }
        cells.add(new Cell(column, row, across, down));
        for (int r = row; r < row + down; r++) {
            Arrays.fill(standing[r], column, column + across, cells.size());
        }
    }

    private boolean reachesDown(int row, int column, int across) {
        for (int c = column; c < column + across; c++) {
            if (standing[row][c] != 0
                    || isRuled(true, rows[row], middle(columns, c))
                    || (c > column && isRuled(false, columns[c], middle(rows, row)))) {
                return false;
            }
        }
        return true;
    }

    private static float middle(float[] bounds, int at) {
        return (bounds[at] + bounds[at + 1]) / 2;
    }

    private boolean isRuled(boolean level, float at, float place) {
        return rulings.stream()
                .anyMatch(
                        line -> line.level() == level && Math.abs(line.at() - at) <= Ruling.NEAR && line.covers(place));
    }

    float[] columns() {
        return columns.clone();
    }

    int rows() {
        return rows.length - 1;
    }

    /** Of the whole table, in square points. */
    float size() {
        return (columns[columns.length - 1] - columns[0]) * (rows[rows.length - 1] - rows[0]);
    }

    boolean holds(PdfLine.Glyph glyph) {
        float x = middleX(glyph);
        float y = middleY(glyph);
        return columns[0] <= x && x <= columns[columns.length - 1] && rows[0] <= y && y <= rows[rows.length - 1];
    }

    Cell at(PdfLine.Glyph glyph) {
        return cells.get(standing[index(rows, middleY(glyph))][index(columns, middleX(glyph))] - 1);
    }

    private static int index(float[] bounds, float place) {
        int at = 0;
        while (at < bounds.length - 2 && place > bounds[at + 1]) {
            at++;
        }
        return at;
    }

    /** Of the letter itself, which stands on its line. */
    private static float middleX(PdfLine.Glyph glyph) {
        return glyph.x() + glyph.size() * 0.2f;
    }

    private static float middleY(PdfLine.Glyph glyph) {
        return glyph.y() - glyph.size() * 0.3f;
    }

    /** The cells that begin in a row, from left to right. */
    List<Cell> beginningIn(int row) {
        return cells.stream()
                .filter(cell -> cell.row() == row)
                .sorted(Comparator.comparing(Cell::column))
                .toList();
    }

    /** Whether the table may go on in another on the next page: between the same sides, with columns of the one in the other. */
    boolean goesOnIn(PdfGrid next) {
        float[] other = next.columns;
        return near(columns[0], other[0])
                && near(columns[columns.length - 1], other[other.length - 1])
                && (isAmong(columns, other) || isAmong(other, columns));
    }

    private static boolean isAmong(float[] few, float[] many) {
        for (float one : few) {
            boolean found = false;
            for (float other : many) {
                found |= near(one, other);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(float one, float other) {
        return Math.abs(one - other) <= Ruling.NEAR;
    }

    /** The same table with the columns that it has on other pages. */
    PdfGrid with(float[] otherColumns) {
        return otherColumns.length == columns.length ? this : new PdfGrid(rulings, otherColumns, rows);
    }
}

package danvan.library.imports.pdf;

import danvan.library.imports.document.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts the parts of a table on several pages together: the head that is printed again stands with the first, a row that a
 * page's end cuts in two is one, and a cell that reaches over the end goes on.
 */
final class PdfRows {
    private static final class Cell {
        private final int column;
        private final int across;
        private int down;
        private final StringBuilder text = new StringBuilder();

        Cell(PdfGrid.Cell cell) {
            column = cell.column();
            across = cell.across();
            down = cell.down();
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        void add(CharSequence more) {
            text.append(text.isEmpty() || more.isEmpty() ? "" : " ").append(more);
        }

        boolean isLike(Cell other) {
            return column == other.column
                    && across == other.across
                    && down == other.down
                    && text.compareTo(other.text) == 0;
        }
    }

    private record Row(int page, List<Cell> cells) {
        boolean isLike(Row other) {
            boolean like = cells.size() == other.cells.size();
            for (int i = 0; like && i < cells.size(); i++) {
                like = cells.get(i).isLike(other.cells.get(i));
            }
            return like;
        }

        boolean isEmpty() {
            return cells.stream().allMatch(Cell::isEmpty);
        }
    }

    private static final Pattern ORDINAL = Pattern.compile("^[\\dIVXivx.]{1,6}$");

    private final float[] columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    /** The first rows, as far as a page prints them again. */
    private int head;

    PdfRows(float[] columns) {
        this.columns = columns.clone();
    }

    List<Block> blocks(List<PdfTables.Part> table, int number) {
        List<Row> repeated = new ArrayList<>();
        for (PdfTables.Part part : table) {
            List<Row> page = rows(part);
            if (!rows.isEmpty()) {
                int again = again(page);
                head = Math.max(head, again);
                repeated.addAll(page.subList(0, again));
                goOn(new ArrayList<>(page.subList(again, page.size())));
            } else {
                rows.addAll(page);
            }
        }
        // A cell that reaches over a page's end must not reach over the head of the next.
        rows.addAll(head, repeated);
        List<Block> blocks = new ArrayList<>();
        for (Row row : rows) {
            blocks.add(new Block(
                    Block.Kind.ROW,
                    number,
                    row.cells().stream().map(cell -> cell.text.toString()).toList(),
                    row.page(),
                    row.cells().stream()
                            .map(cell -> new Block.Span(cell.across, cell.down))
                            .toList()));
        }
        int page = table.get(0).page();
        marks.forEach(mark -> blocks.add(new Block(Block.Kind.NOTE_MARK, 0, List.of(mark), page)));
        return blocks;
    }

    private List<Row> rows(PdfTables.Part part) {
        PdfGrid grid = part.grid().with(columns);
        Map<PdfGrid.Cell, Cell> cells = new HashMap<>();
        List<Row> page = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<Cell> begin = new ArrayList<>();
            for (PdfGrid.Cell cell : grid.beginningIn(row)) {
                Cell here = new Cell(cell);
                cells.put(cell, here);
                begin.add(here);
            }
            page.add(new Row(part.page(), begin));
        }
        for (PdfTables.Printed printed : part.printed()) {
            Cell cell = cells.get(grid.at(printed.first()));
            if (cell != null) {
                cell.add(printed.line().text());
                marks.addAll(printed.line().marks());
            }
        }
        return page;
    }

    /** How many rows of the first page are printed again at the top of another. */
    private int again(List<Row> page) {
        int again = 0;
        while (again < Math.min(page.size(), rows.size())
                && page.get(again).isLike(rows.get(again))
                && !page.get(again).isEmpty()) {
            again++;
        }
        while (again > 0 && !isClosed(page.subList(0, again))) {
            again--;
        }
        return again;
    }

    /** Whether no cell of the rows reaches below them. */
    private static boolean isClosed(List<Row> some) {
        boolean closed = true;
        for (int row = 0; row < some.size(); row++) {
            int below = some.size() - row;
            closed &= some.get(row).cells().stream().allMatch(cell -> cell.down <= below);
        }
        return closed;
    }

    private void goOn(List<Row> page) {
        if (!page.isEmpty() && isRestOf(page.get(0))) {
            for (Cell rest : page.remove(0).cells()) {
                above(rest).ifPresent(cell -> cell.add(rest.text));
            }
        }
        if (!page.isEmpty()) {
            reachDown(page.get(0));
        }
        rows.addAll(page);
    }

    /** Whether a row at a page's top is the rest of the last on the page before: its first cell says nothing, a sentence goes on. */
    private boolean isRestOf(Row first) {
        if (first.cells().stream().anyMatch(cell -> cell.down != 1)
                || first.isEmpty()
                || !first.cells().get(0).isEmpty()) {
            return false;
        }
        boolean goesOn = false;
        for (Cell rest : first.cells()) {
            Cell cell = above(rest).orElse(null);
            if (cell == null || (cell.isEmpty() && !rest.isEmpty())) {
                return false;
            }
            goesOn |= !rest.isEmpty() && goesOn(cell.text, rest.text);
        }
        return goesOn;
    }

    private static boolean goesOn(StringBuilder before, StringBuilder rest) {
        boolean ended = ".;:!?".indexOf(before.charAt(before.length() - 1)) >= 0;
        int first = rest.codePointAt(0);
        return Character.isLowerCase(first) || (!ended && !Character.isDigit(first) && before.length() > rest.length());
    }

    /**
     * What a page's first row lacks at its left, behind its number, is what the last row of the page before has there: a cell
     * that reaches over the page's end is printed once. Not so in a column that has empty cells within a page.
     */
    private void reachDown(Row first) {
        if (first.cells().isEmpty()) {
            return;
        }
        int at = ORDINAL.matcher(first.cells().get(0).text).matches() ? 1 : 0;
        while (at < first.cells().size() - 1) {
            Cell empty = first.cells().get(at);
            Cell above = above(empty).orElse(null);
            if (!empty.isEmpty() || above == null || above.isEmpty() || isOftenEmpty(empty.column)) {
                return;
            }
            above.down += empty.down;
            first.cells().remove(at);
        }
    }

    private boolean isOftenEmpty(int column) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.column == column && cell.isEmpty());
    }

    /** The cell of the same columns that reaches to the end of what is there. */
    private Optional<Cell> above(Cell cell) {
        for (int row = rows.size() - 1; row >= 0; row--) {
            for (Cell one : rows.get(row).cells()) {
                if (one.column == cell.column && one.across == cell.across) {
                    return one.down == rows.size() - row ? Optional.of(one) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}

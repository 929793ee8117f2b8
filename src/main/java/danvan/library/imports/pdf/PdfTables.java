package danvan.library.imports.pdf;

import danvan.library.imports.document.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * The tables of a PDF, told apart from its text by their borders. A table that goes on over pages is one: what is printed
 * between its parts, the page's number and the running head, comes after it.
 */
final class PdfTables {
    /** One table's part on a page, with what is printed in its cells. */
    record Part(PdfGrid grid, int page, int before, List<Printed> printed) {}

    /** What a line has in one cell. */
    record Printed(PdfLine.Glyph first, PdfLine line) {}

    private final List<PdfLine> text = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private PdfTables() {}

    static PdfTables of(List<PdfLine> lines, Map<Integer, List<Ruling>> rulings) {
        PdfTables tables = new PdfTables();
        Map<PdfGrid, Part> begun = new HashMap<>();
        Map<Integer, List<PdfGrid>> grids = new HashMap<>();
        rulings.forEach((page, onPage) -> grids.put(page, PdfGrid.in(onPage)));
        for (PdfLine line : lines) {
            tables.add(line, grids.getOrDefault(line.page(), List.of()), begun);
        }
        return tables;
    }

    /** The lines outside of tables. */
    List<PdfLine> text() {
        return text;
    }

    private void add(PdfLine line, List<PdfGrid> grids, Map<PdfGrid, Part> begun) {
        if (grids.isEmpty()) {
            text.add(line);
            return;
        }
        boolean begins = line.begins();
        int from = 0;
        Optional<PdfGrid> in = gridAt(line.glyphs().get(0), grids);
        Optional<PdfGrid.Cell> cell = cellAt(line.glyphs().get(0), in);
        for (int i = 1; i <= line.glyphs().size(); i++) {
            PdfLine.Glyph glyph = line.glyphs().get(Math.min(i, line.glyphs().size() - 1));
            boolean end = i == line.glyphs().size();
            // A blank has the place of the letter before it.
            Optional<PdfGrid> next = glyph.text().isBlank() ? in : gridAt(glyph, grids);
            Optional<PdfGrid.Cell> nextCell = glyph.text().isBlank() ? cell : cellAt(glyph, next);
            if (end || !next.equals(in) || !nextCell.equals(cell)) {
                List<PdfLine.Glyph> run = line.glyphs().subList(from, i);
                if (run.stream().anyMatch(one -> !one.text().isBlank())) {
                    put(PdfLine.of(line.page(), begins, run), in, begun);
                    begins = false;
                }
                from = i;
                in = next;
                cell = nextCell;
            }
        }
    }

    private void put(PdfLine run, Optional<PdfGrid> grid, Map<PdfGrid, Part> begun) {
        if (grid.isEmpty()) {
            text.add(run);
            return;
        }
        Part part = begun.computeIfAbsent(grid.get(), table -> {
            Part first = new Part(table, run.page(), text.size(), new ArrayList<>());
            parts.add(first);
            return first;
        });
        PdfLine.Glyph first = run.glyphs().stream()
                .filter(glyph -> !glyph.text().isBlank())
                .findFirst()
                .orElseThrow();
        part.printed().add(new Printed(first, run));
    }

    /** The innermost table there. */
    private static Optional<PdfGrid> gridAt(PdfLine.Glyph glyph, List<PdfGrid> grids) {
        return grids.stream()
                .filter(grid -> grid.holds(glyph))
                .min((one, other) -> Float.compare(one.size(), other.size()));
    }

    private static Optional<PdfGrid.Cell> cellAt(PdfLine.Glyph glyph, Optional<PdfGrid> grid) {
        return grid.map(table -> table.at(glyph));
    }

    /**
     * The tables as blocks, by the number of the line they stand before.
     *
     * @param passing whether a line, by its number, may stand between the parts of one table
     */
    Map<Integer, List<Block>> blocks(IntPredicate passing) {
        Map<Integer, List<Block>> blocks = new HashMap<>();
        int at = 0;
        int number = 0;
        while (at < parts.size()) {
            int end = at + 1;
            while (end < parts.size() && goesOn(parts.get(end - 1), parts.get(end), passing)) {
                end++;
            }
            List<Part> table = parts.subList(at, end);
            number++;
            blocks.computeIfAbsent(table.get(0).before(), line -> new ArrayList<>())
                    .addAll(new PdfRows(columns(table)).blocks(table, number));
            at = end;
        }
        return blocks;
    }

    private static boolean goesOn(Part part, Part next, IntPredicate passing) {
        boolean between = true;
        for (int line = part.before(); line < next.before(); line++) {
            between &= passing.test(line);
        }
        return between && next.page() == part.page() + 1 && part.grid().goesOnIn(next.grid());
    }

    /** The columns of all parts together: a part may have rows whose cells are all wide. */
    private static float[] columns(List<Part> table) {
        TreeSet<Float> columns = new TreeSet<>();
        for (Part part : table) {
            for (float column : part.grid().columns()) {
                Float near = columns.floor(column + Ruling.NEAR);
                if (near == null || column - near > Ruling.NEAR) {
                    columns.add(column);
                }
            }
        }
        float[] all = new float[columns.size()];
        int i = 0;
        for (float column : columns) {
            all[i++] = column;
        }
        return all;
    }
}

package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/**
 * How far the cells of a Word file's tables reach, which Tika does not hand on: with it, a number stands under its own
 * heading. Tables, rows and cells come in the order of the text.
 */
final class WordTables {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final long MOST_BYTES = 200L << 20;

    /** A cell: how many columns it takes, and whether it is the rest of the one above. */
    private static final class Shape {
        int across = 1;
        boolean covered;
        /** Empty columns before it, of a row that begins further in. */
        int before;
        /** The rest of the cell to its left, whose text is handed on once more. */
        boolean merged;
    }

    private WordTables() {}

    /** The blocks, their rows with spans. Where the tables of both readings differ, no columns are told. */
    static List<Block> spanned(List<Block> blocks, List<List<List<Shape>>> tables) {
        List<Block> spanned = new ArrayList<>(blocks.size());
        int at = 0;
        while (at < blocks.size()) {
            Block block = blocks.get(at);
            if (block.kind() != Block.Kind.ROW) {
                spanned.add(block);
                at++;
                continue;
            }
            int end = at;
            while (end < blocks.size()
                    && blocks.get(end).kind() == Block.Kind.ROW
                    && blocks.get(end).level() == block.level()) {
                end++;
            }
            List<List<Shape>> table = block.level() - 1 < tables.size() ? tables.get(block.level() - 1) : List.of();
            spanned.addAll(table(blocks.subList(at, end), table));
            at = end;
        }
        return spanned;
    }

    private static List<Block> table(List<Block> rows, List<List<Shape>> shapes) {
        List<Block> spanned = new ArrayList<>();
        int shape = 0;
        for (Block row : rows) {
            // A row without any text is not handed on.
            while (shape < shapes.size()
                    && shapes.get(shape).size() != row.cells().size()) {
                shape++;
            }
            if (shape == shapes.size()) {
                return rows.stream().map(WordTables::untold).toList();
            }
            List<Shape> cells = shapes.get(shape);
            List<String> texts = new ArrayList<>();
            List<Block.Span> spans = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                for (int before = 0; before < cells.get(i).before; before++) {
                    texts.add("");
                    spans.add(Block.Span.ONE);
                }
                if (cells.get(i).covered && row.cells().get(i).isBlank()) {
                    continue;
                }
                int last = texts.size() - 1;
                if (cells.get(i).merged
                        && last >= 0
                        && (row.cells().get(i).isBlank() || row.cells().get(i).equals(texts.get(last)))) {
                    Block.Span left = spans.get(last);
                    spans.set(last, new Block.Span(left.across() + cells.get(i).across, left.down()));
                    continue;
                }
                texts.add(row.cells().get(i));
                spans.add(new Block.Span(cells.get(i).across, down(shapes, shape, column(cells, i))));
            }
            spanned.add(new Block(Block.Kind.ROW, row.level(), texts, row.page(), spans));
            shape++;
        }
        return spanned;
    }

    private static Block untold(Block row) {
        return new Block(
                row.kind(),
                row.level(),
                row.cells(),
                row.page(),
                row.cells().stream().map(cell -> Block.Span.UNKNOWN).toList());
    }

    private static int column(List<Shape> row, int cell) {
        int column = 0;
        for (int i = 0; i < cell; i++) {
            column += row.get(i).before + row.get(i).across;
        }
        return column + row.get(cell).before;
    }

    private static int down(List<List<Shape>> rows, int row, int column) {
        int down = 1;
        for (int below = row + 1; below < rows.size(); below++) {
            boolean covered = false;
            for (int i = 0; i < rows.get(below).size(); i++) {
                covered |= rows.get(below).get(i).covered && column(rows.get(below), i) == column;
            }
            if (!covered) {
                return down;
            }
            down++;
        }
        return down;
    }

    /** Of a .docx. */
    static List<List<List<Shape>>> ofDocx(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("word/document.xml");
            if (entry == null || entry.getSize() > MOST_BYTES) {
                return List.of();
            }
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            try (InputStream in = zip.getInputStream(entry)) {
                return read(factory.createXMLStreamReader(in));
            }
        } catch (XMLStreamException e) {
            return List.of();
        }
    }

    private static List<List<List<Shape>>> read(XMLStreamReader xml) throws XMLStreamException {
        List<List<List<Shape>>> tables = new ArrayList<>();
        List<List<Shape>> table = new ArrayList<>();
        List<Shape> row = new ArrayList<>();
        Shape cell = new Shape();
        int depth = 0;
        int before = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
                continue;
            }
            boolean start = event == XMLStreamConstants.START_ELEMENT;
            String name = xml.getLocalName();
            if (name.equals("tbl")) {
                depth += start ? 1 : -1;
                if (start && depth == 1) {
                    table = new ArrayList<>();
                    tables.add(table);
                }
            } else if (depth == 1 && start) {
                switch (name) {
                    case "tr" -> {
                        row = new ArrayList<>();
                        table.add(row);
                        before = 0;
                    }
                    case "gridBefore" -> before = number(xml);
                    case "tc" -> {
                        cell = new Shape();
                        cell.before = before;
                        before = 0;
                        row.add(cell);
                    }
                    case "gridSpan" -> cell.across = Math.max(1, number(xml));
                    case "vMerge" -> cell.covered = !"restart".equals(xml.getAttributeValue(W, "val"));
                    default -> {}
                }
            }
        }
        return tables;
    }

    private static int number(XMLStreamReader xml) {
        String value = xml.getAttributeValue(W, "val");
        return value != null && value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
    }

    /** Of a .doc: a cell has edges there, and columns are what lies between any two edges of the table. */
    static List<List<List<Shape>>> ofDoc(HWPFDocument document) {
        List<List<List<Shape>>> tables = new ArrayList<>();
        Range text = document.getRange();
        for (int i = 0; i < text.numParagraphs(); i++) {
            if (text.getParagraph(i).isInTable() && text.getParagraph(i).getTableLevel() == 1) {
                Table table = text.getTable(text.getParagraph(i));
                tables.add(table(table));
                i += table.numParagraphs() - 1;
            }
        }
        return tables;
    }

    private static final int SAME_EDGE = 60;

    private static List<List<Shape>> table(Table table) {
        List<Integer> edges = new ArrayList<>();
        for (int r = 0; r < table.numRows(); r++) {
            for (int c = 0; c < table.getRow(r).numCells(); c++) {
                edges.add(table.getRow(r).getCell(c).getLeftEdge());
            }
        }
        List<Integer> columns = new ArrayList<>();
        edges.stream().sorted().forEach(edge -> {
            if (columns.isEmpty() || edge - columns.get(columns.size() - 1) > SAME_EDGE) {
                columns.add(edge);
            }
        });
        List<List<Shape>> rows = new ArrayList<>();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            List<Shape> shapes = new ArrayList<>();
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                Shape shape = new Shape();
                shape.covered = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
                shape.merged = cell.isMerged() && !cell.isFirstMerged();
                int from = at(columns, cell.getLeftEdge());
                int to = c + 1 < row.numCells()
                        ? at(columns, row.getCell(c + 1).getLeftEdge())
                        : at(columns, cell.getLeftEdge() + cell.getWidth());
                shape.across = Math.max(1, to - from);
                shape.before = c == 0 ? from : 0;
                shapes.add(shape);
            }
            rows.add(shapes);
        }
        return rows;
    }

    private static int at(List<Integer> columns, int edge) {
        int at = 0;
        while (at < columns.size() && columns.get(at) < edge - SAME_EDGE) {
            at++;
        }
        return at;
    }
}

package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * Workbooks as people see them: cells as they are shown, with how far they reach; what is hidden stays out and is told.
 * Tika hands on hidden sheets and keeps quiet about merged cells.
 */
final class SheetReader {
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_ROWS_MERGED = 500;
    private static final int MOST_CELLS = 400_000;

    private final DataFormatter format = new DataFormatter(Locale.ROOT);
    private final List<Block> blocks = new ArrayList<>();
    private final List<Extract.LeftOut> leftOut = new ArrayList<>();
    private int tables;
    private int cells;

    private SheetReader() {
        format.setUseCachedValuesForFormulaCells(true);
    }

    static Extract read(Path file, String type) throws UnreadableFile {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            SheetReader reader = new SheetReader();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
                reader.sheet(workbook.getSheetAt(i), hidden);
            }
            return new Extract(type, "", 0, false, reader.blocks, reader.leftOut);
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFile(ImportFailure.ENCRYPTED, e);
        } catch (IOException | RuntimeException e) {
            String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw new UnreadableFile(
                    said.contains("zip bomb") || said.contains("max size") || said.contains("entity")
                            ? ImportFailure.TOO_HUNGRY
                            : ImportFailure.BROKEN,
                    e);
        }
    }

    private void sheet(Sheet sheet, boolean hidden) throws UnreadableFile {
        Map<String, CellRangeAddress> merged = merged(sheet);
        List<Block> rows = new ArrayList<>();
        StringBuilder unseen = new StringBuilder();
        boolean begun = false;
        for (Row row : sheet) {
            if (hidden || row.getZeroHeight()) {
                for (Cell cell : row) {
                    unseen(unseen, cell);
                }
                continue;
            }
            Block block = row(sheet, row, merged, unseen);
            if (block.cells().stream().allMatch(String::isBlank)) {
                // A row of nothing ends a table, as it does to the eye; above the first there is none to end.
                tables += begun ? 1 : 0;
                begun = false;
                continue;
            }
            if (!begun) {
                begun = true;
                tables++;
            }
            rows.add(new Block(Block.Kind.ROW, tables, block.cells(), 0, block.spans()));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block(Block.Kind.HEADING, 1, List.of(sheet.getSheetName()), 0));
            blocks.addAll(rows);
        }
        if (unseen.length() > 0) {
            leftOut.add(new Extract.LeftOut(Furniture.HIDDEN, sheet.getSheetName(), unseen.toString()));
        }
    }

    /** Each merged range by all its cells, so far as they are read. */
    private static Map<String, CellRangeAddress> merged(Sheet sheet) {
        Map<String, CellRangeAddress> merged = new HashMap<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            int lastRow = Math.min(range.getLastRow(), range.getFirstRow() + MOST_ROWS_MERGED);
            int lastColumn = Math.min(range.getLastColumn(), MOST_COLUMNS);
            for (int row = range.getFirstRow(); row <= lastRow; row++) {
                for (int column = range.getFirstColumn(); column <= lastColumn; column++) {
                    merged.put(row + ":" + column, range);
                }
            }
        }
        return merged;
    }

    private Block row(Sheet sheet, Row row, Map<String, CellRangeAddress> merged, StringBuilder unseen)
            throws UnreadableFile {
        List<String> texts = new ArrayList<>();
        List<Block.Span> spans = new ArrayList<>();
        int last = Math.min(row.getLastCellNum(), MOST_COLUMNS);
        for (int column = 0; column < last; column++) {
            Cell cell = row.getCell(column);
            if (sheet.isColumnHidden(column)) {
                if (cell != null) {
                    unseen(unseen, cell);
                }
                continue;
            }
            CellRangeAddress range = merged.get(row.getRowNum() + ":" + column);
            if (range != null && row.getRowNum() > range.getFirstRow()) {
                // The cell above reaches down to here.
                continue;
            }
            texts.add(cell == null ? "" : shown(cell));
            spans.add(range == null ? Block.Span.ONE : span(sheet, range));
            if (range != null) {
                // The cells it covers show nothing.
                column = range.getLastColumn();
            }
        }
        boolean plain = spans.stream().allMatch(Block.Span.ONE::equals);
        return new Block(Block.Kind.ROW, 0, texts, 0, plain ? Collections.emptyList() : spans);
    }

    /** In the columns and rows one sees. */
    private static Block.Span span(Sheet sheet, CellRangeAddress range) {
        int across = 0;
        for (int column = range.getFirstColumn(); column <= Math.min(range.getLastColumn(), MOST_COLUMNS); column++) {
            across += sheet.isColumnHidden(column) ? 0 : 1;
        }
        int down = 0;
        for (int row = range.getFirstRow();
                row <= Math.min(range.getLastRow(), range.getFirstRow() + MOST_ROWS_MERGED);
                row++) {
            Row there = sheet.getRow(row);
            down += there != null && there.getZeroHeight() ? 0 : 1;
        }
        return new Block.Span(Math.max(1, across), Math.max(1, down));
    }

    private void unseen(StringBuilder unseen, Cell cell) throws UnreadableFile {
        String text = shown(cell);
        if (!text.isBlank()) {
            unseen.append(unseen.length() == 0 ? "" : " · ").append(text);
        }
    }

    private String shown(Cell cell) throws UnreadableFile {
        if (++cells > MOST_CELLS) {
            throw new UnreadableFile(ImportFailure.TOO_LARGE);
        }
        if (cell instanceof XSSFCell formula
                && cell.getCellType() == CellType.FORMULA
                && !formula.getCTCell().isSetV()) {
            // Written by a program that does not reckon: nothing is shown until Excel does.
            return "";
        }
        try {
            return format.formatCellValue(cell).strip();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A format of its own making: the bare value then.
            return cell.toString().strip();
        }
    }
}

package danvan.workbook;

import danvan.text.Folding;
import danvan.text.Problem;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The author's own workbook, as it came, but each faulty cell is coloured and carries a note that says what is wrong and
 * what is expected.
 */
public final class MarkedWorkbook {
    private static final byte[] COLOUR = {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
    private static final String AUTHOR = "Dân Vận Bot";

    /** Excel shows no more of a note. */
    private static final int LONGEST_NOTE = 2_000;

    /**
     * Held in memory it costs twenty times as much: sheets of 60 MB, which a reader row by row does not mind, ended a bot of 1
     * GB. A roster of twenty thousand has 4 MB.
     */
    private static final long MOST_UNFOLDED = 8 << 20;

    /** Whoever has fixed so many sends it again. */
    private static final int MOST_NOTES = 1_000;

    private final XSSFWorkbook workbook;
    private final UnaryOperator<String> spelling;
    private final DataFormatter texts = new DataFormatter();
    private final Map<CellStyle, XSSFCellStyle> coloured = new HashMap<>();

    /**
     * What is to be written where.
     *
     * @param row from 1; 0 where the sheet as a whole is meant
     * @param column its heading; empty where the row as a whole is meant
     */
    public record Note(String sheet, int row, String column, String text) {
        /** What is wrong, for the cell that it is wrong with. */
        public static Note of(Problem problem, Texts.Phrases texts) {
            String said = problem.said(texts);
            return problem.place() instanceof Problem.Cell cell
                    ? new Note(cell.sheet(), cell.row(), cell.column(), said)
                    : new Note("", 0, "", said);
        }
    }

    private MarkedWorkbook(XSSFWorkbook workbook, UnaryOperator<String> spelling) {
        this.workbook = workbook;
        this.spelling = spelling;
    }

    /**
     * Marks what is wrong. A column is found by its heading, however that is spaced around and written large or small.
     *
     * @return empty where the file is no workbook that can be opened: then words must do
     */
    public static Optional<byte[]> noted(byte[] content, List<Note> notes) {
        return noted(content, notes, Folding::folded);
    }

    /**
     * The same where headings have several spellings.
     *
     * @param spelling makes one heading of all its spellings
     */
    public static Optional<byte[]> noted(byte[] content, List<Note> notes, UnaryOperator<String> spelling) {
        try {
            WorkbookParts.check(content);
            if (WorkbookParts.unfoldedSheets(content) > MOST_UNFOLDED) {
                return Optional.empty();
            }
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(WorkbookParts.listed(content)))) {
                new MarkedWorkbook(workbook, spelling).mark(notes);
                var out = new ByteArrayOutputStream(content.length);
                workbook.write(out);
                return Optional.of(out.toByteArray());
            }
        } catch (IOException | POIXMLException | IllegalArgumentException | IllegalStateException e) {
            // What our readers could read, this library may not; nobody is worse off without colours.
            return Optional.empty();
        }
    }

    private void mark(List<Note> notes) {
        var byCell = new LinkedHashMap<Cell, List<String>>();
        for (var note : notes.subList(0, Math.min(MOST_NOTES, notes.size()))) {
            byCell.computeIfAbsent(cell(note), cell -> new ArrayList<>()).add(note.text());
        }
        byCell.forEach(this::mark);
    }

    /** Where the problem is; what is wrong with the whole is said in the first cell. */
    private Cell cell(Note note) {
        var sheet = sheet(note.sheet());
        int number = Math.max(0, note.row() - 1);
        var row = Optional.ofNullable(sheet.getRow(number)).orElseGet(() -> sheet.createRow(number));
        int column = column(sheet, note.column());
        return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private Sheet sheet(String name) {
        for (var sheet : workbook) {
            if (Folding.folded(sheet.getSheetName()).equals(Folding.folded(name))) {
                return sheet;
            }
        }
        // The sheet itself is missing, or the file as a whole is meant.
        return workbook.getNumberOfSheets() == 0 ? workbook.createSheet() : workbook.getSheetAt(0);
    }

    private int column(Sheet sheet, String heading) {
        if (heading.isEmpty()) {
            return 0;
        }
        var sought = spelling.apply(heading);
        int looked = 0;
        for (var row : sheet) {
            for (var cell : row) {
                if (spelling.apply(texts.formatCellValue(cell)).equals(sought)) {
                    return cell.getColumnIndex();
                }
            }
            if (++looked == HeadingRow.MOST_ABOVE) {
                break;
            }
        }
        return 0;
    }

    private void mark(Cell cell, List<String> notes) {
        cell.setCellStyle(coloured.computeIfAbsent(cell.getCellStyle(), this::coloured));
        var earlier = cell.getCellComment();
        var text = (earlier == null ? "" : earlier.getString().getString() + "\n\n") + String.join("\n\n", notes);
        cell.removeCellComment();
        var helper = workbook.getCreationHelper();
        var anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 5);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 4 + text.length() / 60);
        var note = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
        note.setAuthor(AUTHOR);
        note.setString(helper.createRichTextString(
                text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE) + "…"));
        cell.setCellComment(note);
    }

    private XSSFCellStyle coloured(CellStyle style) {
        var copy = workbook.createCellStyle();
        copy.cloneStyleFrom(style);
        copy.setFillForegroundColor(new XSSFColor(COLOUR, null));
        copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return copy;
    }
}

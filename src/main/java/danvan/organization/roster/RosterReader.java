package danvan.organization.roster;

import danvan.text.Problem;
import danvan.workbook.OpenedWorkbook;
import danvan.workbook.TextSheet;
import danvan.workbook.WorkbookParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Sheet;

/** Takes the roster's workbook back, in whatever language it was given out. One of its sheets is enough. */
final class RosterReader {
    private static final int MOST_ROWS = 50_000;

    private final Sheets sheets;

    RosterReader(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * What stands there.
     *
     * @param problems of what could not be read
     */
    record Written(List<TextSheet.Line> units, List<TextSheet.Line> members, List<Problem> problems) {}

    /** Whether it is one of ours. A workbook that must not be opened is none. */
    boolean isOne(byte[] content) {
        try {
            WorkbookParts.check(content);
            try (OpenedWorkbook workbook = OpenedWorkbook.of(content)) {
                return sheets.units().isIn(workbook) || sheets.members().isIn(workbook);
            }
        } catch (IOException | ExcelReaderException e) {
            return false;
        }
    }

    Written read(byte[] content) throws IOException {
        List<Problem> problems = new ArrayList<>();
        try (OpenedWorkbook workbook = OpenedWorkbook.of(content)) {
            return new Written(
                    lines(workbook, sheets.units(), problems), lines(workbook, sheets.members(), problems), problems);
        } catch (ExcelReaderException e) {
            throw new IOException("not a workbook that can be read", e);
        }
    }

    private static List<TextSheet.Line> lines(OpenedWorkbook workbook, TextSheet sheet, List<Problem> problems)
            throws IOException {
        Optional<Sheet> found = sheet.find(workbook);
        return found.isEmpty() ? List.of() : sheet.read(found.get(), workbook.cells(), MOST_ROWS, problems::add);
    }
}

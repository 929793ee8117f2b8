package danvan.task.programme;

import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.Heading;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet beside the programme that says, in the reader's language, what may stand in which column. It is not read back. */
final class WorkbookGuide {
    private static final int NARROW = 24;
    private static final int WIDE = 110;
    private static final List<String> LINES = List.of(
            "id",
            "title",
            "text",
            "source",
            "status",
            "label",
            "due",
            "every",
            "due_note",
            "owner",
            "level",
            "roles",
            "units",
            "under",
            "lead_days",
            "evidence",
            "form",
            "escalate_after",
            "period");

    private WorkbookGuide() {}

    static void write(Workbook workbook, Texts.Phrases phrases) {
        Worksheet sheet = workbook.newWorksheet(phrases.plain("task.guide.sheet"));
        Heading.write(sheet, 0, 0, phrases.plain("task.guide.head"), NARROW, 0);
        Heading.write(sheet, 0, 1, phrases.plain("task.guide.said"), WIDE, LINES.size());
        sheet.freezePane(0, 1);
        for (int row = 1; row <= LINES.size(); row++) {
            sheet.value(row, 0, columns(LINES.get(row - 1), phrases.language()));
            sheet.value(row, 1, phrases.plain("task.guide." + LINES.get(row - 1)));
        }
    }

    /** The headings that a line speaks of. */
    private static String columns(String line, Language language) {
        return ProgrammeTree.COLUMNS.stream()
                .filter(column ->
                        column.equals(line) || column.startsWith(line + ".") || column.equals("audience." + line))
                .map(column -> ProgrammeWords.heading(column, language))
                .collect(Collectors.joining(", "));
    }
}

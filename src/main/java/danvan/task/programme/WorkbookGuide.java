package danvan.task.programme;

import danvan.text.Texts;
import danvan.workbook.Heading;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet beside the programme that says, in the reader's language, what may stand in which column. It is not read back. */
final class WorkbookGuide {
    private record Line(String columns, String text) {}

    private static final int NARROW = 24;
    private static final int WIDE = 110;
    private static final List<Line> LINES = List.of(
            new Line("id", "id"),
            new Line("title.vi, .tr, .en", "title"),
            new Line("text.vi, .tr, .en", "text"),
            new Line("source.document, .passage", "source"),
            new Line("status", "status"),
            new Line("label.vi, .tr, .en", "label"),
            new Line("due", "due"),
            new Line("every", "every"),
            new Line("due_note.vi, .tr, .en", "due_note"),
            new Line("owner.unit, .role, .member", "owner"),
            new Line("audience.level", "level"),
            new Line("audience.roles", "roles"),
            new Line("audience.units", "units"),
            new Line("audience.under", "under"),
            new Line("lead_days", "lead_days"),
            new Line("evidence", "evidence"),
            new Line("form", "form"),
            new Line("escalate_after", "escalate_after"),
            new Line("period", "period"));

    private WorkbookGuide() {}

    static void write(Workbook workbook, Texts.Phrases phrases) {
        Worksheet sheet = workbook.newWorksheet(phrases.plain("task.guide.sheet"));
        Heading.write(sheet, 0, 0, phrases.plain("task.guide.head"), NARROW, 0);
        Heading.write(sheet, 0, 1, phrases.plain("task.guide.said"), WIDE, LINES.size());
        sheet.freezePane(0, 1);
        for (int row = 1; row <= LINES.size(); row++) {
            sheet.value(row, 0, LINES.get(row - 1).columns());
            sheet.value(row, 1, phrases.plain("task.guide." + LINES.get(row - 1).text()));
        }
    }
}

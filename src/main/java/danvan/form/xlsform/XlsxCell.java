package danvan.form.xlsform;

import danvan.form.xform.XmlText;
import danvan.workbook.CellText;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * What an author means by a cell. In a column that people read, what Excel shows: 50%, 2.00, 007. In one that the engine
 * reads, the number behind it. In both, dates in ISO, TRUE and FALSE.
 */
final class XlsxCell {
    /** Their translations too. A version is compared as it is seen: 1.10 is newer than 1.9. */
    private static final Set<String> READ_BY_PEOPLE = Set.of(
            "label",
            "hint",
            "guidance_hint",
            "constraint_message",
            "required_message",
            "form_title",
            "version",
            "media");

    private XlsxCell() {}

    /** @param column as {@link Columns#canonical} has it */
    static String text(Cell cell, CellText texts, String column) {
        if (cell.getType() != CellType.EMPTY && cell.getValue() instanceof Boolean yes) {
            return yes ? "TRUE" : "FALSE";
        }
        int end = column.indexOf("::");
        boolean forPeople = READ_BY_PEOPLE.contains(end < 0 ? column : column.substring(0, end));
        var text = forPeople
                ? texts.shown(cell)
                : Optional.of(cell).flatMap(texts::number).or(() -> texts.of(cell));
        return XmlText.clean(text.orElse("").replace('\u00a0', ' ')).strip();
    }
}

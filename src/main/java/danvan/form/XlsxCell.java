package danvan.form;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** What an author sees in a cell, as XLSForm writes it: whole numbers without a point, dates in ISO, TRUE and FALSE. */
final class XlsxCell {
    private static final Pattern NOT_PATTERN = Pattern.compile("\"[^\"]*\"|\\[[^]]{0,200}+]|\\\\.");
    private static final Pattern DATE_PATTERN = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    private XlsxCell() {}

    static boolean isError(Cell cell) {
        return cell.getType() == CellType.ERROR;
    }

    static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return number(cell);
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE";
        }
        var text = cell.getText();
        return text == null ? "" : XmlText.clean(text.replace('\u00a0', ' ')).strip();
    }

    private static String number(Cell cell) {
        var value = cell.asNumber();
        if (isDate(cell)) {
            var moment = cell.asDate();
            return value.compareTo(BigDecimal.ONE) < 0 ? time(moment.toLocalTime()) : date(moment);
        }
        // Excel keeps 0.1 in binary and writes seventeen digits of it.
        return BigDecimal.valueOf(value.doubleValue()).stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + "T" + time(moment.toLocalTime());
    }

    private static String time(LocalTime time) {
        return time.format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null
                && !format.equalsIgnoreCase("General")
                && DATE_PATTERN
                        .matcher(NOT_PATTERN.matcher(format).replaceAll(""))
                        .find();
    }
}

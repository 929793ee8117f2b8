package danvan.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says, as YAML would. Excel makes a date of what looks like one, and keeps it as a number of days that only its
 * format tells from others; so formats are read too.
 */
public final class CellText {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** Beyond it Excel has no dates. */
    private static final int LAST_DAY = 2_958_465;

    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

    private CellText() {}

    public static ReadableWorkbook open(byte[] content) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false));
    }

    /** A date is written as in YAML, a whole number without its fraction; nothing where the cell is empty. */
    public static Optional<String> of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || broken(cell)) {
            return Optional.empty();
        }
        String text = Optional.ofNullable(cell.getText()).map(String::strip).orElse("");
        boolean number = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        if (number && text.matches(NUMBER)) {
            BigDecimal value = new BigDecimal(text);
            return Optional.of(
                    date(cell) && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0
                            ? DAY_ZERO.plusDays(value.longValue()).toString()
                            : value.stripTrailingZeros().toPlainString());
        }
        return Optional.of(text).filter(any -> !any.isEmpty());
    }

    /** Whether it shows an error in place of a result. */
    public static boolean broken(Cell cell) {
        return cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA
                        && String.valueOf(cell.getText()).matches("#[A-Z/0]+[!?]?"));
    }

    /** Days or years in the format, outside of its quotations and brackets, make a date of a number. */
    private static boolean date(Cell cell) {
        return Optional.ofNullable(cell.getDataFormatString())
                .map(format -> format.replaceAll("\\[[^]]{0,200}+]|\"[^\"]*\"|\\\\.", ""))
                .filter(format -> format.toLowerCase(Locale.ROOT).matches(".*[dy].*"))
                .isPresent();
    }
}

package danvan.workbook;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one workbook say. Excel keeps days, percentages and leading zeros as bare numbers that only their format
 * tells from others, and counts days from 1900 or from 1904; so formats are read too, and the workbook is asked.
 */
public final class CellText {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,400}");
    /** Quotations, escapes, room for a sign, colours and countries; not {@code [h]}, which is a number of hours. */
    private static final Pattern NOT_FORMAT =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]{1,9}])[^]]{0,200}+]");

    private static final Pattern PART_OF_SECOND = Pattern.compile("[sS][.,]0{1,9}");
    private static final Pattern ERROR = Pattern.compile("#[A-Z/0]{1,20}[!?]?");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,30}");
    /** Longer ones are nobody's, and cost whoever reads them. */
    private static final int LONGEST_FORMAT = 255;

    /** Beyond it Excel has no dates. */
    private static final int LAST_DAY = 2_958_465;

    private static final int MOST_DIGITS = 15;

    private final boolean from1904;
    /** Excel writes numbers as its reader's country does, which no workbook tells; this is how the file has them. */
    private final DataFormatter formats = new DataFormatter(Locale.US);

    CellText(boolean from1904) {
        this.from1904 = from1904;
    }

    /**
     * As YAML would have it, to be read by a program: a date in ISO, a number without marks between its digits and without
     * zeros behind it. Leading zeros and a percentage are kept as they are shown. Nothing where the cell is empty.
     */
    public Optional<String> of(@Nullable Cell cell) {
        return text(cell, false);
    }

    /** As its author sees it, to be read by people: also 1,000 and 2.00, but a date in ISO. */
    public Optional<String> shown(@Nullable Cell cell) {
        return text(cell, true);
    }

    /** The number behind what is shown: 0.5 where 50% is shown; empty where the cell holds none, or a date. */
    public Optional<String> number(@Nullable Cell cell) {
        if (cell == null || dateFormat(cell).isPresent()) {
            return Optional.empty();
        }
        return value(cell).map(value -> padded(cell, value).orElseGet(() -> plain(value)));
    }

    private Optional<String> text(@Nullable Cell cell, boolean asShown) {
        if (cell == null || cell.getType() == CellType.EMPTY || broken(cell)) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = value(cell);
        if (number.isPresent()) {
            return Optional.of(number(cell, number.get(), asShown));
        }
        return Optional.ofNullable(cell.getText()).map(String::strip).filter(any -> !any.isEmpty());
    }

    private static Optional<BigDecimal> value(@Nullable Cell cell) {
        if (cell == null || (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA)) {
            return Optional.empty();
        }
        // The raw text of a formula that says yes is 1.
        boolean yesNo = cell.getValue() instanceof Boolean;
        return Optional.ofNullable(yesNo ? null : cell.getText())
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new);
    }

    private String number(Cell cell, BigDecimal value, boolean asShown) {
        Optional<String> date = dateFormat(cell);
        if (date.isPresent()) {
            return moment(value, date.get()).orElseGet(() -> formatted(cell, value));
        }
        String format = format(cell);
        boolean percentage = NOT_FORMAT.matcher(format).replaceAll("").contains("%");
        if (percentage || (asShown && !format.isEmpty())) {
            return formatted(cell, value);
        }
        return padded(cell, value).orElseGet(() -> plain(value));
    }

    /** Zeros in front, where the format asks for them. */
    private Optional<String> padded(Cell cell, BigDecimal value) {
        boolean zeros = LEADING_ZEROS.matcher(format(cell)).matches();
        return zeros ? Optional.of(formatted(cell, value)) : Optional.empty();
    }

    private String formatted(Cell cell, BigDecimal value) {
        Integer id = cell.getDataFormatId();
        String text = formats.formatRawCellContents(value.doubleValue(), id == null ? 0 : id, format(cell), from1904);
        return text.replace('\u00a0', ' ').strip();
    }

    /** Excel keeps 0.1 in binary and writes seventeen digits of it, of which it shows fifteen at most. */
    private static String plain(BigDecimal value) {
        boolean exact = WHOLE.matcher(value.toString()).matches() || value.precision() <= MOST_DIGITS;
        BigDecimal number = exact ? value : BigDecimal.valueOf(value.doubleValue());
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Optional<String> moment(BigDecimal value, String format) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0 || format.indexOf('[') >= 0) {
            return Optional.empty();
        }
        // A time is a fraction, which seldom comes out even: rounded to the second, as Excel shows it.
        LocalDateTime moment = DateUtil.getLocalDateTime(value.doubleValue(), from1904, true);
        String lower = format.toLowerCase(Locale.ROOT);
        boolean time = lower.indexOf('h') >= 0 || lower.indexOf('s') >= 0;
        boolean date = lower.indexOf('d') >= 0 || lower.indexOf('y') >= 0 || !time;
        String clock = moment.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
        if (!date || (time && value.compareTo(BigDecimal.ONE) < 0)) {
            return Optional.of(clock);
        }
        return Optional.of(
                !time || moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toLocalDate() + "T" + clock);
    }

    /** Whether it shows an error in place of a result, or has none: a formula that nobody has worked out looks empty. */
    public static boolean broken(Cell cell) {
        return cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA
                        && (cell.getRawValue() == null
                                || ERROR.matcher(String.valueOf(cell.getText())).matches()));
    }

    /** What a broken cell shows: its error, or its formula. */
    public static String brokenText(Cell cell) {
        String text = Objects.requireNonNullElse(cell.getText(), "");
        return text.isBlank() ? "=" + Objects.requireNonNullElse(cell.getFormula(), "") : text;
    }

    /** What is left of a format that makes a date or a time of a number, without quotations and similar parts. */
    private static Optional<String> dateFormat(Cell cell) {
        String format = format(cell);
        String bare = NOT_FORMAT.matcher(format).replaceAll("");
        int end = bare.indexOf(';');
        String first = end < 0 ? bare : bare.substring(0, end);
        boolean figures = PART_OF_SECOND.matcher(first).replaceAll("").matches("(?s).*[0#?].*");
        return figures || first.equalsIgnoreCase("general")
                ? Optional.empty()
                : Optional.of(first).filter(any -> any.matches("(?s)[^dmyhsDMYHS]*+[dmyhsDMYHS].*"));
    }

    private static String format(Cell cell) {
        String format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
        return format.length() > LONGEST_FORMAT || format.equalsIgnoreCase("general") ? "" : format;
    }
}

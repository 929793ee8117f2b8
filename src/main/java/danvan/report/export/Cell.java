package danvan.report.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** A value in a table that leaves. */
sealed interface Cell {
    /** Nothing was said. */
    Cell EMPTY = new Text("");

    record Text(String text) implements Cell {
        /** Figures, days, times and fractions: Excel makes numbers of them when it opens a CSV file. */
        private static final Pattern FIGURES = Pattern.compile("\\d[\\d.,/:-]*(?:[eE]\\d+)?%?");

        private static final Pattern PLAIN = Pattern.compile("0|[1-9]\\d{0,10}");

        /** Whether Excel would show the text otherwise than it was written: 0012 as 12, 2/3 as a day, 1.10 as 1.1. */
        boolean looksLikeFigures() {
            return FIGURES.matcher(text).matches() && !PLAIN.matcher(text).matches();
        }

        /**
         * Whether a spreadsheet would take the text for a formula, when the file is opened or when somebody edits the
         * cell: {@code = + - @} and control characters at the beginning (OWASP, "CSV injection").
         */
        boolean runs() {
            return !text.isEmpty() && ("=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0 || text.charAt(0) < ' ');
        }
    }

    record Figure(BigDecimal value) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(LocalDateTime at) implements Cell {}

    /** A time of the day. */
    record TimeOfDay(LocalTime at) implements Cell {}

    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }
}

package danvan.report.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value in a table that leaves. */
sealed interface Cell {
    /** Nothing was said. */
    Cell EMPTY = new Text("");

    record Text(String text) implements Cell {
        /**
         * Whether a spreadsheet would take the text for a formula, when the file is opened or when somebody edits the
         * cell: {@code = + - @} and control characters at the beginning (OWASP, "CSV injection").
         */
        boolean runs() {
            return !text.isEmpty() && ("=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0 || text.charAt(0) < ' ');
        }
    }

    public record Figure(BigDecimal value) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(LocalDateTime at) implements Cell {}

    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }
}

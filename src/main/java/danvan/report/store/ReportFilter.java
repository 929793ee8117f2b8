package danvan.report.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Which reports a list shows. It travels in the buttons, so it is short.
 *
 * @param form the {@linkplain #key key} of a form's id; empty for all
 * @param unit the code of a unit, which stands for those below it too; empty for all
 * @param page from 0
 */
public record ReportFilter(State state, String form, String unit, Span span, int page) {
    public static final ReportFilter FIRST = new ReportFilter(State.WAITING, "", "", Span.ALL, 0);

    /** What became of them. */
    public enum State {
        WAITING("w", "status IN ('RECEIVED', 'IN_REVIEW')"),
        MINE("m", "status IN ('RECEIVED', 'IN_REVIEW', 'RETURNED') AND assignee = ?"),
        URGENT("u", "status IN ('RECEIVED', 'IN_REVIEW', 'RETURNED') AND urgent = 1"),
        RETURNED("r", "status = 'RETURNED'"),
        RESOLVED("d", "status = 'RESOLVED'"),
        ALL("a", "1 = 1");

        final String letter;
        final String condition;

        State(String letter, String condition) {
            this.letter = letter;
            this.condition = condition;
        }
    }

    /** When they came in. */
    public enum Span {
        MONTH("m"),
        LAST_MONTH("l"),
        QUARTER("q"),
        YEAR("y"),
        ALL("a");

        final String letter;

        Span(String letter) {
            this.letter = letter;
        }

        /** The first day. */
        Optional<LocalDate> from(LocalDate today) {
            YearMonth month = YearMonth.from(today);
            return switch (this) {
                case MONTH -> Optional.of(month.atDay(1));
                case LAST_MONTH -> Optional.of(month.minusMonths(1).atDay(1));
                case QUARTER ->
                    Optional.of(month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1)
                            .atDay(1));
                case YEAR -> Optional.of(today.withDayOfYear(1));
                case ALL -> Optional.empty();
            };
        }

        /** The day behind the last. */
        Optional<LocalDate> to(LocalDate today) {
            return this == LAST_MONTH ? Optional.of(today.withDayOfMonth(1)) : Optional.empty();
        }
    }

    public ReportFilter in(State other) {
        return new ReportFilter(other, form, unit, span, 0);
    }

    public ReportFilter of(String otherForm) {
        return new ReportFilter(state, otherForm, unit, span, 0);
    }

    public ReportFilter at(String otherUnit) {
        return new ReportFilter(state, form, otherUnit, span, 0);
    }

    public ReportFilter during(Span other) {
        return new ReportFilter(state, form, unit, other, 0);
    }

    public ReportFilter page(int other) {
        return new ReportFilter(state, form, unit, span, other);
    }

    /** A form's id in six characters. */
    public static String key(String formId) {
        return String.format("%06x", formId.hashCode() & 0xffffff);
    }

    public String written() {
        return state.letter + span.letter + page + ":" + form + ":" + unit;
    }

    public static Optional<ReportFilter> read(String written) {
        String[] parts = written.split(":", -1);
        if (parts.length != 3 || !parts[0].matches("[a-z]{2}\\d{1,4}")) {
            return Optional.empty();
        }
        for (State state : State.values()) {
            for (Span span : Span.values()) {
                if (parts[0].startsWith(state.letter + span.letter)) {
                    return Optional.of(
                            new ReportFilter(state, parts[1], parts[2], span, Integer.parseInt(parts[0].substring(2))));
                }
            }
        }
        return Optional.empty();
    }
}

package danvan.desk.coverage;

import danvan.desk.port.Arrivals.Arrival;
import danvan.organization.directory.UnitRef;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Units by periods of a form.
 *
 * @param rows by the order asked for
 */
public record CoverageTable(List<Column> columns, List<Row> rows) {

    /** How a unit stands with a period. */
    public enum State {
        ON_TIME,
        LATE,
        /** It came, and no deadline is known. */
        REPORTED,
        NIL,
        RETURNED,
        MISSING,
        NOT_DUE,
        /** The unit does not owe it. */
        NOT_ASKED,
        /** The unit did not exist then. */
        ABSENT,
        /** It was due before the bot knew of it. */
        UNKNOWN;

        public boolean came() {
            return this == ON_TIME || this == LATE || this == REPORTED || this == NIL || this == RETURNED;
        }
    }

    /**
     * A period.
     *
     * @param due the last day for it; empty where no task says so
     * @param last the last day of the period, or the deadline
     * @param leadDays how long before the deadline its work begins
     * @param known whether the bot knows who has not
     * @param asked whether a unit owes it
     */
    public record Period(
            String code,
            String title,
            Optional<LocalDate> due,
            LocalDate last,
            int leadDays,
            boolean known,
            java.util.function.Predicate<UnitRef> asked) {}

    /**
     * A period's column with its totals.
     *
     * @param expected how many units owe it and could have sent it
     */
    public record Column(Period period, int expected, int came, int onTime, int missing) {
        public int percent() {
            return expected == 0 ? 0 : Math.round(100f * came / expected);
        }
    }

    /**
     * A unit with a period.
     *
     * @param receipts of the reports that came
     * @param first the day on which the first of them came
     */
    public record Cell(State state, List<String> receipts, Optional<LocalDate> first) {
        static Cell of(State state) {
            return new Cell(state, List.of(), Optional.empty());
        }
    }

    /** A unit. */
    public record Row(UnitRef unit, List<Cell> cells, int missing, int late) {}

    /** By what the rows are ordered. */
    public enum Order {
        WORST,
        NAME
    }

    /**
     * Puts a table together.
     *
     * @param periods the earliest first
     * @param arrivals in the order in which they came
     * @param existed whether a unit existed on a day
     */
    public static CoverageTable of(
            List<Period> periods,
            List<UnitRef> units,
            List<Arrival> arrivals,
            BiPredicate<String, LocalDate> existed,
            LocalDate today,
            ZoneId zone,
            Order order) {
        Map<String, List<List<Arrival>>> byUnit = assigned(periods, arrivals, zone);
        List<Row> rows = new ArrayList<>();
        for (UnitRef unit : units) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                int at = i;
                List<Arrival> came = Optional.ofNullable(byUnit.get(unit.code()))
                        .map(all -> all.get(at))
                        .orElse(List.of());
                cells.add(cell(unit, periods.get(i), came, existed, today, zone));
            }
            if (cells.stream().anyMatch(cell -> cell.state() != State.NOT_ASKED && cell.state() != State.ABSENT)) {
                rows.add(new Row(unit, cells, count(cells, State.MISSING), count(cells, State.LATE)));
            }
        }
        if (order == Order.WORST) {
            // Among equals the units stay in the order of their names.
            rows.sort(Comparator.comparingInt((Row row) -> -row.missing()).thenComparingInt(row -> -row.late()));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            columns.add(column(periods.get(i), i, rows));
        }
        return new CoverageTable(columns, rows);
    }

    private static int count(List<Cell> cells, State state) {
        return (int) cells.stream().filter(cell -> cell.state() == state).count();
    }

    private static Column column(Period period, int at, List<Row> rows) {
        int expected = 0;
        int came = 0;
        int onTime = 0;
        int missing = 0;
        for (Row row : rows) {
            Cell cell = row.cells().get(at);
            State state = cell.state();
            if (state.came()) {
                expected++;
                came++;
                boolean inTime = period.due()
                        .flatMap(due -> cell.first().filter(day -> !day.isAfter(due)))
                        .isPresent();
                onTime += inTime ? 1 : 0;
            } else if (state == State.MISSING) {
                expected++;
                missing++;
            } else if (state == State.NOT_DUE) {
                expected++;
            }
        }
        return new Column(period, expected, came, onTime, missing);
    }

    private static Cell cell(
            UnitRef unit,
            Period period,
            List<Arrival> came,
            BiPredicate<String, LocalDate> existed,
            LocalDate today,
            ZoneId zone) {
        if (!came.isEmpty()) {
            List<String> receipts = came.stream().map(Arrival::receipt).toList();
            Arrival latest = came.get(came.size() - 1);
            State state = latest.returned()
                    ? State.RETURNED
                    : latest.nil()
                            ? State.NIL
                            : period.due()
                                    .map(due -> day(came.get(0), zone).isAfter(due) ? State.LATE : State.ON_TIME)
                                    .orElse(State.REPORTED);
            return new Cell(state, receipts, Optional.of(day(came.get(0), zone)));
        }
        if (!period.asked().test(unit)) {
            return Cell.of(State.NOT_ASKED);
        }
        if (!existed.test(unit.code(), period.last())) {
            return Cell.of(State.ABSENT);
        }
        if (!period.last().isBefore(today)) {
            return Cell.of(State.NOT_DUE);
        }
        return Cell.of(period.known() ? State.MISSING : State.UNKNOWN);
    }

    /**
     * The reports of each unit for each period. A report is for the period that it names. One that names none of them is
     * for the deadline that was open when it came, as for the reminders: the one that was due, while nothing had come for it
     * and the work for the next had not begun; else the next.
     */
    private static Map<String, List<List<Arrival>>> assigned(
            List<Period> periods, List<Arrival> arrivals, ZoneId zone) {
        Map<String, List<List<Arrival>>> byUnit = new HashMap<>();
        for (Arrival arrival : arrivals) {
            List<List<Arrival>> cells = byUnit.computeIfAbsent(arrival.unit(), any -> {
                List<List<Arrival>> empty = new ArrayList<>();
                periods.forEach(one -> empty.add(new ArrayList<>()));
                return empty;
            });
            int at = named(periods, arrival);
            int place = at >= 0 ? at : open(periods, cells, day(arrival, zone));
            if (place >= 0) {
                cells.get(place).add(arrival);
            }
        }
        return byUnit;
    }

    /** The codes of the periods where reports for them name them, so that no other report counts; else none. */
    static Set<String> named(List<Period> periods) {
        return periods.stream().allMatch(CoverageTable::isNamed)
                ? periods.stream().map(Period::code).collect(Collectors.toSet())
                : Set.of();
    }

    private static int named(List<Period> periods, Arrival arrival) {
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).code().equals(arrival.period())) {
                return i;
            }
        }
        return -1;
    }

    private static int open(List<Period> periods, List<List<Arrival>> cells, LocalDate day) {
        int next = 0;
        while (next < periods.size() && periods.get(next).last().isBefore(day)) {
            next++;
        }
        boolean begun = next < periods.size()
                && !day.isBefore(
                        periods.get(next).last().minusDays(periods.get(next).leadDays()));
        if (next > 0 && !begun && cells.get(next - 1).isEmpty() && !isNamed(periods.get(next - 1))) {
            return next - 1;
        }
        return next < periods.size() && !isNamed(periods.get(next)) ? next : -1;
    }

    /** Whether reports name such a period by themselves: a report of a quarter is none of the year. */
    private static boolean isNamed(Period period) {
        return period.code().matches("\\d{4}-(?:Q[1-4]|H[12]|9M|\\d{2})");
    }

    private static LocalDate day(Arrival arrival, ZoneId zone) {
        return LocalDate.ofInstant(arrival.at(), zone);
    }
}

package danvan.desk.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.desk.coverage.CoverageTable.Period;
import danvan.desk.coverage.CoverageTable.State;
import danvan.desk.port.Arrivals.Arrival;
import danvan.organization.directory.UnitRef;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which units have sent a form, and what of it can be known. */
class CoverageTableTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 20);
    private static final UnitRef A = commune("a");
    private static final UnitRef B = commune("b");

    private final List<Period> periods = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    private static UnitRef commune(String code) {
        return new UnitRef(code, "xã " + code, "commune", Optional.of("tinh"));
    }

    private void due(String period, String day) {
        due(period, day, true);
    }

    private void due(String period, String day, boolean known) {
        LocalDate due = LocalDate.parse(day);
        periods.add(new Period(period, "", Optional.of(due), due, 7, known, unit -> true));
    }

    private void comes(UnitRef unit, String period, String day) {
        comes(unit, period, day, false, false);
    }

    private void comes(UnitRef unit, String period, String day, boolean nil, boolean returned) {
        arrivals.add(new Arrival(
                "BC-" + arrivals.size(),
                unit.code(),
                period,
                LocalDate.parse(day).atTime(23, 30).atZone(ZONE).toInstant(),
                nil,
                returned));
    }

    private CoverageTable table() {
        return CoverageTable.of(
                periods,
                List.of(A, B),
                arrivals,
                (unit, day) -> !unit.equals("b") || day.isBefore(LocalDate.of(2024, 5, 1)),
                TODAY,
                ZONE,
                CoverageTable.Order.WORST);
    }

    private List<State> states(UnitRef unit) {
        return table().rows().stream()
                .filter(row -> row.unit().equals(unit))
                .flatMap(row -> row.cells().stream())
                .map(CoverageTable.Cell::state)
                .toList();
    }

    @Test
    void onTheLastDayIsOnTimeAndTheDayAfterIsLate() {
        due("2024-03", "2024-03-31");
        due("2024-04", "2024-04-30");
        comes(A, "2024-03", "2024-03-31");
        comes(A, "2024-04", "2024-05-01");
        assertThat(states(A)).containsExactly(State.ON_TIME, State.LATE);
    }

    @Test
    void whatDidNotComeIsMissingNotDueNotKnownOrOfAUnitThatWasNotThere() {
        due("2024-02", "2024-02-29", false);
        due("2024-03", "2024-03-31");
        due("2024-04", "2024-05-10");
        due("2024-05", "2024-05-31");
        assertThat(states(A)).containsExactly(State.UNKNOWN, State.MISSING, State.MISSING, State.NOT_DUE);
        assertThat(states(B)).containsExactly(State.UNKNOWN, State.MISSING, State.ABSENT, State.ABSENT);
    }

    @Test
    void nothingToReportAndReturnedOnesCameToo() {
        due("2024-03", "2024-03-31");
        due("2024-04", "2024-04-30");
        comes(A, "2024-03", "2024-03-30", true, false);
        comes(A, "2024-04", "2024-04-30", false, true);
        assertThat(states(A)).containsExactly(State.NIL, State.RETURNED);
        CoverageTable.Column march = table().columns().get(0);
        assertThat(march.came()).isEqualTo(1);
        assertThat(march.onTime()).isEqualTo(1);
        assertThat(march.expected()).isEqualTo(2);
        assertThat(march.percent()).isEqualTo(50);
        assertThat(march.missing()).isEqualTo(1);
    }

    /** The form says nothing of weeks; its report of the month is for the deadline that was open. */
    @Test
    void aReportThatNamesNoneOfThePeriodsIsForTheDeadlineThatWasOpen() {
        due("2024-W12", "2024-03-24");
        due("2024-W14", "2024-04-07");
        due("2024-W20", "2024-05-19");
        comes(A, "2024-03", "2024-03-20");
        // Late for the second: the work for the third has not begun.
        comes(A, "2024-04", "2024-04-20");
        comes(A, "2024-05", "2024-05-13");
        assertThat(states(A)).containsExactly(State.ON_TIME, State.LATE, State.ON_TIME);
    }

    @Test
    void aReportOfAQuarterIsNoneOfTheYear() {
        due("2024-Q1", "2024-03-25");
        due("2024-H1", "2024-05-15");
        comes(A, "2024-Q1", "2024-05-14");
        assertThat(states(A)).containsExactly(State.LATE, State.MISSING);
    }

    @Test
    void theWorstStandsFirst() {
        due("2024-03", "2024-03-31");
        comes(A, "2024-03", "2024-03-31");
        assertThat(table().rows()).extracting(CoverageTable.Row::unit).containsExactly(B, A);
    }

    @Test
    void withoutADeadlineItCameOrIsMissing() {
        periods.add(new Period(
                "2024-03", "", Optional.empty(), LocalDate.of(2024, 3, 31), 0, true, unit -> unit.equals(A)));
        comes(A, "2024-03", "2024-05-01");
        assertThat(states(A)).containsExactly(State.REPORTED);
        // Who does not owe it is not in the table.
        assertThat(states(B)).isEmpty();
    }
}

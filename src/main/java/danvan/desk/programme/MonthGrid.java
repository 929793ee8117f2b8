package danvan.desk.programme;

import danvan.desk.port.ProgrammeOffice.Due;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A month in weeks from Monday to Sunday, as its template shows it.
 *
 * @param due all that is due in the month, by day
 */
public record MonthGrid(YearMonth month, LocalDate today, List<List<Cell>> weeks, List<Due> due) {

    /** A day; of the months before and after nothing but the number is shown. */
    public record Cell(LocalDate day, boolean inside, List<Due> due) {}

    static MonthGrid of(YearMonth month, LocalDate today, List<Due> due) {
        Map<LocalDate, List<Due>> byDay = due.stream().collect(Collectors.groupingBy(Due::day));
        LocalDate day = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        List<List<Cell>> weeks = new ArrayList<>();
        while (!day.isAfter(month.atEndOfMonth())) {
            List<Cell> week = new ArrayList<>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                boolean inside = YearMonth.from(day).equals(month);
                week.add(new Cell(day, inside, inside ? byDay.getOrDefault(day, List.of()) : List.of()));
            }
            weeks.add(week);
        }
        return new MonthGrid(month, today, weeks, due);
    }

    public boolean isToday(Cell cell) {
        return cell.day().equals(today);
    }

    /** How a deadline stands, as a style. */
    public String standing(Due one) {
        if (!one.on()) {
            return "OFF";
        }
        return one.late() > 0 ? "LATE" : one.all() > 0 && one.done() >= one.all() ? "DONE" : "OPEN";
    }

    /** In percent; 0 where it is for nobody. */
    public long share(Due one) {
        return one.all() == 0 ? 0 : 100 * one.done() / one.all();
    }
}

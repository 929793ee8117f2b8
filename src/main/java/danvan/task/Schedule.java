package danvan.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When a task is due. Each kind is valid for the year of its programme: it falls on days that exist. */
public sealed interface Schedule {

    /** The occurrences in a year, in order. */
    List<Occurrence> in(int year);

    /** Whether there is only one in a year. */
    default boolean single() {
        return true;
    }

    /** Whether an occurrence is named by what it is for, so that a report for something else is no report of it. */
    default boolean named() {
        return !single();
    }

    /**
     * On one day.
     *
     * @param period what it is for, such as {@code 2024-Q1}; empty: nothing in particular
     */
    record Once(LocalDate due, Optional<String> period) implements Schedule {
        @Override
        public List<Occurrence> in(int year) {
            return List.of(new Occurrence(period.orElse(Integer.toString(year)), due));
        }

        @Override
        public boolean named() {
            return period.isPresent();
        }
    }

    record Weekly(DayOfWeek day) implements Schedule {
        @Override
        public List<Occurrence> in(int year) {
            LocalDate first = LocalDate.of(year, 1, 1).with(TemporalAdjusters.nextOrSame(day));
            return Stream.iterate(first, due -> due.getYear() == year, due -> due.plusWeeks(1))
                    .map(due -> new Occurrence(week(due), due))
                    .toList();
        }

        @Override
        public boolean single() {
            return false;
        }

        private static String week(LocalDate due) {
            return "%d-W%02d".formatted(due.get(IsoFields.WEEK_BASED_YEAR), due.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    }

    record Monthly(DayOfMonth day) implements Schedule {
        @Override
        public List<Occurrence> in(int year) {
            return IntStream.rangeClosed(1, 12)
                    .mapToObj(month -> YearMonth.of(year, month))
                    .map(month -> new Occurrence(month.toString(), day.in(month)))
                    .toList();
        }

        @Override
        public boolean single() {
            return false;
        }
    }

    /** In the last month of each quarter. */
    record Quarterly(DayOfMonth day) implements Schedule {
        @Override
        public List<Occurrence> in(int year) {
            return IntStream.rangeClosed(1, 4)
                    .mapToObj(quarter -> new Occurrence(year + "-Q" + quarter, day.in(YearMonth.of(year, 3 * quarter))))
                    .toList();
        }

        @Override
        public boolean single() {
            return false;
        }
    }

    /** In the last month of each half of the year. */
    record HalfYearly(DayOfMonth day) implements Schedule {
        @Override
        public List<Occurrence> in(int year) {
            return IntStream.rangeClosed(1, 2)
                    .mapToObj(half -> new Occurrence(year + "-H" + half, day.in(YearMonth.of(year, 6 * half))))
                    .toList();
        }

        @Override
        public boolean single() {
            return false;
        }
    }

    record Yearly(MonthDay day) implements Schedule {
        @Override
        public List<Occurrence> in(int year) {
            return List.of(new Occurrence(Integer.toString(year), day.atYear(year)));
        }
    }

    /**
     * A day of a month.
     *
     * @param number 1 to 31, or 0 for the last, or -1 for the last working day
     */
    record DayOfMonth(int number) {
        public static final DayOfMonth LAST = new DayOfMonth(0);
        public static final DayOfMonth LAST_WORKING = new DayOfMonth(-1);

        public boolean existsIn(YearMonth month) {
            return number <= month.lengthOfMonth();
        }

        LocalDate in(YearMonth month) {
            if (number > 0) {
                return month.atDay(number);
            }
            return number == 0 ? month.atEndOfMonth() : WorkingCalendar.VIETNAM.onOrBefore(month.atEndOfMonth());
        }
    }
}

package danvan.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days to come, reckoned from today and from the deadline they are to be later than. */
record RelativeDays(LocalDate due, LocalDate today) {
    /** From where on more time is counted: the deadline, or today where that is past. */
    LocalDate start() {
        return due.isAfter(today) ? due : today;
    }

    LocalDate nextWeek(DayOfWeek day) {
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day));
    }

    Optional<LocalDate> end(LocalDate from) {
        LocalDate last = from.with(TemporalAdjusters.lastDayOfMonth());
        return Optional.of(last.isAfter(due) ? last : last.plusDays(1).with(TemporalAdjusters.lastDayOfMonth()));
    }

    Optional<LocalDate> endOf(String month) {
        int number = Integer.parseInt(month);
        return number < 1 || number > 12
                ? Optional.empty()
                : firstAfterDue(
                        year -> LocalDate.of(year, number, 1).with(TemporalAdjusters.lastDayOfMonth()), any -> true);
    }

    Optional<LocalDate> dayOfMonth(String day) {
        int number = Integer.parseInt(day);
        return Stream.iterate(start().withDayOfMonth(1), month -> month.plusMonths(1))
                .limit(3)
                .filter(month -> number >= 1 && number <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(number))
                .filter(start()::isBefore)
                .findFirst();
    }

    static Optional<LocalDate> inMonth(LocalDate month, String day) {
        return day(Integer.toString(month.getYear()), Integer.toString(month.getMonthValue()), day);
    }

    Optional<LocalDate> dayOf(CalendarDay typed) {
        if (typed.year().isPresent()) {
            return day(typed.year().get(), typed.month(), typed.day());
        }
        try {
            MonthDay inAYear = MonthDay.of(Integer.parseInt(typed.month()), Integer.parseInt(typed.day()));
            return firstAfterDue(inAYear::atYear, inAYear::isValidYear);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> firstAfterDue(Function<Integer, LocalDate> ofYear, Predicate<Integer> exists) {
        return IntStream.rangeClosed(due.getYear(), due.getYear() + 1)
                .boxed()
                .filter(exists)
                .map(ofYear)
                .filter(day -> day.isAfter(due))
                .findFirst();
    }

    static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

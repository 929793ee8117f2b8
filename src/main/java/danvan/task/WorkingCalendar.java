package danvan.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

/**
 * The days on which Vietnam's offices work: Monday to Friday, public holidays left out.
 *
 * <p>The holidays are those of article 112 of the Labour Code 2019, with a day off in place of one that falls on a
 * weekend (article 111). Where the law leaves a choice, the government's choice of 2021 to 2026 is taken as the rule: Tết
 * is the last two days of the old lunar year and the first three of the new; the second day of National Day is the one
 * that makes the longer rest. Days that the government swaps in a single year are not known here.
 *
 * <p>Safe for use by several threads: what it remembers is the same for everybody.
 */
public final class WorkingCalendar {
    public static final WorkingCalendar VIETNAM = new WorkingCalendar();
    /** Since the Labour Code of 2019 came into force, National Day is two days. */
    private static final int TWO_NATIONAL_DAYS = 2021;

    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private WorkingCalendar() {}

    public boolean works(LocalDate day) {
        return !weekend(day) && !holidays(day.getYear()).contains(day);
    }

    /** The day itself, or the last working day before it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate at = day;
        while (!works(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** The day itself, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!works(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** The public holidays of a year with the days off in their place. */
    Set<LocalDate> holidays(int year) {
        return years.computeIfAbsent(year, WorkingCalendar::compute);
    }

    /** The first day of the lunar year, on Vietnam's meridian: not always China's. */
    static LocalDate tet(int year) {
        return date(VietnameseCalendar.ofTet(year));
    }

    /** The tenth of the third lunar month: the kings' day. */
    static LocalDate kings(int year) {
        return date(VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(3), 10));
    }

    private static Set<LocalDate> compute(int year) {
        List<LocalDate> days = new ArrayList<>();
        days.add(LocalDate.of(year, 1, 1));
        LocalDate tet = tet(year);
        for (int offset = -2; offset <= 2; offset++) {
            days.add(tet.plusDays(offset));
        }
        days.add(kings(year));
        days.add(LocalDate.of(year, 4, 30));
        days.add(LocalDate.of(year, 5, 1));
        LocalDate national = LocalDate.of(year, 9, 2);
        days.add(national);
        if (year >= TWO_NATIONAL_DAYS) {
            days.add(besides(national));
        }
        Set<LocalDate> off = new TreeSet<>(days);
        for (LocalDate day : days) {
            if (weekend(day)) {
                LocalDate instead = day.plusDays(1);
                while (weekend(instead) || off.contains(instead)) {
                    instead = instead.plusDays(1);
                }
                off.add(instead);
            }
        }
        return Set.copyOf(off);
    }

    private static LocalDate besides(LocalDate national) {
        return switch (national.getDayOfWeek()) {
            case MONDAY, THURSDAY, SUNDAY -> national.plusDays(1);
            default -> national.minusDays(1);
        };
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate date(VietnameseCalendar day) {
        PlainDate date = day.transform(PlainDate.class);
        return LocalDate.of(date.getYear(), date.getMonth(), date.getDayOfMonth());
    }
}

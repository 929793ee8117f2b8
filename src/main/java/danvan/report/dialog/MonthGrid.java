package danvan.report.dialog;

import danvan.chat.Button;
import danvan.conversation.Turn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A month as buttons, a week a row, Monday first. */
final class MonthGrid {
    private static final int DAYS = 7;
    private static final String EMPTY = "·";

    private MonthGrid() {}

    /** @param taken whether the form takes a day: nobody is offered what is refused */
    static List<List<Button>> of(DialogButtons buttons, YearMonth month, Predicate<LocalDate> taken) {
        Turn turn = buttons.turn();
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                buttons.labelled("◀️", DialogAction.MONTH, month.minusMonths(1).toString()),
                buttons.labelled(
                        turn.plain("report.month", "month", month.getMonthValue(), "year", "" + month.getYear()),
                        DialogAction.LABEL),
                buttons.labelled("▶️", DialogAction.MONTH, month.plusMonths(1).toString())));
        List<Button> names = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(buttons.labelled(name(day, turn), DialogAction.LABEL));
        }
        rows.add(names);
        LocalDate first = month.atDay(1);
        List<Button> week = new ArrayList<>();
        for (int i = 1; i < first.getDayOfWeek().getValue(); i++) {
            week.add(buttons.labelled(EMPTY, DialogAction.LABEL));
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            week.add(
                    taken.test(date)
                            ? buttons.labelled(Integer.toString(day), DialogAction.DAY, date.toString())
                            : buttons.labelled(EMPTY, DialogAction.LABEL));
            if (week.size() == DAYS) {
                rows.add(week);
                week = new ArrayList<>();
            }
        }
        while (!week.isEmpty() && week.size() < DAYS) {
            week.add(buttons.labelled(EMPTY, DialogAction.LABEL));
        }
        if (!week.isEmpty()) {
            rows.add(week);
        }
        return rows;
    }

    /** T2 … CN in Vietnamese, where Monday is the second day. */
    private static String name(DayOfWeek day, Turn turn) {
        Locale locale = turn.language().locale();
        return day.getDisplayName(TextStyle.SHORT, locale).replace("Th ", "T");
    }
}

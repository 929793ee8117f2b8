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

/** A month as buttons, a week a row, Monday first. */
final class MonthGrid {
    private static final int DAYS = 7;
    private static final String EMPTY = "·";

    private MonthGrid() {}

    static List<List<Button>> of(Turn turn, YearMonth month, StepView view) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                view.labelled("◀️", "c", month.minusMonths(1).toString()),
                view.labelled(
                        turn.plain("report.month", "month", month.getMonthValue(), "year", "" + month.getYear()),
                        "z",
                        ""),
                view.labelled("▶️", "c", month.plusMonths(1).toString())));
        List<Button> names = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(view.labelled(name(day, turn), "z", ""));
        }
        rows.add(names);
        LocalDate first = month.atDay(1);
        List<Button> week = new ArrayList<>();
        for (int i = 1; i < first.getDayOfWeek().getValue(); i++) {
            week.add(view.labelled(EMPTY, "z", ""));
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            week.add(view.labelled(Integer.toString(day), "w", month.atDay(day).toString()));
            if (week.size() == DAYS) {
                rows.add(week);
                week = new ArrayList<>();
            }
        }
        while (!week.isEmpty() && week.size() < DAYS) {
            week.add(view.labelled(EMPTY, "z", ""));
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

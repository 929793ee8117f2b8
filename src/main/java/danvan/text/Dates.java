package danvan.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as each language writes them in a document. */
public final class Dates {
    private static final DateTimeFormatter TURKISH = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Dates() {}

    /**
     * A day: {@code 05/7/2023}, {@code 5.7.2023}, {@code 5 July 2023}. The Vietnamese zeros are those of administrative
     * documents (Decree 30/2020/NĐ-CP, Annex I): before days below 10 and before months 1 and 2.
     */
    public static String day(LocalDate day, Language language) {
        return switch (language) {
            case VI ->
                String.format(
                        Locale.ROOT,
                        day.getMonthValue() < 3 ? "%02d/%02d/%d" : "%02d/%d/%d",
                        day.getDayOfMonth(),
                        day.getMonthValue(),
                        day.getYear());
            case TR -> TURKISH.format(day);
            case EN -> ENGLISH.format(day);
        };
    }
}

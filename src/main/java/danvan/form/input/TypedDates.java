package danvan.form.input;

import danvan.text.TypedDay;
import java.time.LocalDate;
import java.util.Optional;

/** Dates as answers: words of politeness around a day are no part of it. */
final class TypedDates {
    private static final int LONGEST = 60;

    private TypedDates() {}

    static Optional<LocalDate> date(String typed, LocalDate today) {
        return TypedDay.near(typed.length() > LONGEST ? TextFolding.of(typed) : PoliteWords.stripped(typed), today);
    }
}

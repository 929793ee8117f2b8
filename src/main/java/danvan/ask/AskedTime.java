package danvan.ask;

import danvan.library.Document;
import danvan.library.NamedTime;
import danvan.library.Validity;
import danvan.text.Dates;
import danvan.text.Language;
import java.time.LocalDate;

/**
 * The time an answer is wanted for: a day, a month or a year the question names, or the day it is asked.
 *
 * @param named whether the question names it
 */
record AskedTime(LocalDate from, LocalDate to, boolean named) {
    static AskedTime on(LocalDate day) {
        return new AskedTime(day, day, false);
    }

    static AskedTime in(String words, LocalDate today) {
        return NamedTime.in(words)
                .map(time -> new AskedTime(time.from(), time.to(), true))
                .orElseGet(() -> on(today));
    }

    /** Without a time that only tells which document is meant: "Nghị quyết 25 năm 2013". */
    AskedTime butNotTheDateOf(Document document, LocalDate today) {
        boolean itsDate = named
                && document.issued()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                        .isPresent();
        return itsDate ? on(today) : this;
    }

    boolean isIn(Validity validity) {
        return validity.overlaps(from, to);
    }

    /** "2024", "5/2024" or a day. */
    String words(Language language) {
        if (from.equals(to)) {
            return Dates.day(from, language);
        }
        return from.getMonth() == to.getMonth()
                ? from.getMonthValue() + "/" + from.getYear()
                : Integer.toString(from.getYear());
    }
}

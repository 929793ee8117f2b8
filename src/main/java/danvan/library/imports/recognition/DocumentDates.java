package danvan.library.imports.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as documents print them, over text without marks: "ngày 05 tháng 7 năm 2023", "5/7/2023", and those left open. */
final class DocumentDates {
    /** A day; groups day, month, year. */
    static final String DAY =
            "(\\d{1,2})\\s{0,3}(?:thang\\s{0,3}|[/.-]\\s?)(\\d{1,2})\\s{0,3}(?:nam\\s{0,3}|[/.-]\\s?)((?:19|20)\\d\\d)(?!\\d)";

    private static final Pattern WITH_PLACE =
            Pattern.compile("([a-z][a-z .'-]{1,40}?)\\s{0,3},\\s{0,3}(?:ngay\\s{0,3})?" + DAY);
    private static final Pattern ALONE = Pattern.compile("(?<![a-z])ngay\\s{0,3}" + DAY);
    private static final Pattern LEFT_OPEN = Pattern.compile(
            "(?:([a-z][a-z .'-]{1,40}?)\\s{0,3},\\s{0,3})?ngay[\\s.…_]{0,40}(?:\\d{1,2}[\\s.…_]{0,40})?thang[\\s.…_]{0,40}(?:\\d{1,2}[\\s.…_]{0,40})?nam(?![a-z])");

    /**
     * A day as it is printed.
     *
     * @param iso empty where it is left open, or is no day of the calendar
     * @param placeFrom where the words before the comma begin in the line; equal to {@code placeTo} where there are none
     */
    record Printed(String iso, int placeFrom, int placeTo, int from, int to) {}

    private DocumentDates() {}

    /** The day of a line of a letterhead. */
    static Optional<Printed> in(String plain) {
        Matcher placed = WITH_PLACE.matcher(plain);
        if (placed.find()) {
            return Optional.of(
                    new Printed(iso(placed, 2), placed.start(1), placed.end(1), placed.start(), placed.end()));
        }
        Matcher alone = ALONE.matcher(plain);
        if (alone.find()) {
            return Optional.of(new Printed(iso(alone, 1), 0, 0, alone.start(), alone.end()));
        }
        Matcher open = LEFT_OPEN.matcher(plain);
        if (open.find()) {
            boolean place = open.group(1) != null;
            return Optional.of(
                    new Printed("", place ? open.start(1) : 0, place ? open.end(1) : 0, open.start(), open.end()));
        }
        return Optional.empty();
    }

    /** The day that three groups of a match give, as 2023-07-05; empty where there is none in the calendar. */
    static String iso(Matcher found, int firstGroup) {
        try {
            return LocalDate.of(
                            Integer.parseInt(found.group(firstGroup + 2)),
                            Integer.parseInt(found.group(firstGroup + 1)),
                            Integer.parseInt(found.group(firstGroup)))
                    .toString();
        } catch (DateTimeException e) {
            return "";
        }
    }
}

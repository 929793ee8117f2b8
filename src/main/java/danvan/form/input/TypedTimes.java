package danvan.form.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Times as people type them: {@code 7h30}, {@code 19:45}, {@code 07.30}, {@code 7 giờ tối}, {@code 3 pm}. */
final class TypedTimes {
    private static final Set<String> NOW = Set.of("bay gio", "luc nay", "simdi", "now");
    private static final Map<String, LocalTime> NAMED = Map.of(
            "nua dem", LocalTime.MIDNIGHT,
            "midnight", LocalTime.MIDNIGHT,
            "gece yarisi", LocalTime.MIDNIGHT,
            "giua trua", LocalTime.NOON,
            "noon", LocalTime.NOON,
            "midday", LocalTime.NOON);
    private static final String PART =
            "am|pm|sang som|rang sang|sang|trua|chieu|toi|dem|sabah|ogleden sonra|oglen|ogle|aksam|gece"
                    + "|in the morning|in the afternoon|in the evening|at night";
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?: ?(?:[:h.]|g|gio|saat|o'?clock)(?: ?(\\d{2})(?: ?(?:phut|p|'))?"
                    + "| ?(\\d)(?: ?(?:phut|p|'))| ?(ruoi|bucuk)| ?kem (\\d{1,2})(?: ?(?:phut|p|'))?)?| ?(ruoi|bucuk))? ?("
                    + PART
                    + ")?");
    private static final Pattern PART_FIRST = Pattern.compile(
            "(" + PART + ")(?: (nay|qua|mai|hom qua|hom nay|hom kia|ngay mai))?,?(?: luc| vao luc)? (.{1,40})");
    private static final Pattern HALF_PAST = Pattern.compile("half past (\\S{1,10})(.{0,20})");
    private static final Pattern QUARTER = Pattern.compile("(?:a )?quarter (past|to) (\\d{1,2})(.{0,20})");
    private static final Set<String> AFTER_NOON = Set.of(
            "pm",
            "chieu",
            "toi",
            "trua",
            "ogleden sonra",
            "oglen",
            "ogle",
            "aksam",
            "in the afternoon",
            "in the evening");
    private static final Set<String> NOON = Set.of("trua", "ogle", "oglen");
    /** Three in the night is after midnight, eleven in the night before it. */
    private static final Set<String> NIGHT = Set.of("dem", "gece", "at night");

    private static final int FIRST_LATE_HOUR = 6;

    private static final int LONGEST = 60;

    private TypedTimes() {}

    static Optional<LocalTime> time(String typed, LocalTime now) {
        var text = TextFolding.of(typed);
        if (NOW.contains(text)) {
            return Optional.of(now.withSecond(0).withNano(0));
        }
        var plain = plain(text);
        var named = NAMED.get(plain);
        var matcher = TIME.matcher(plain);
        return named != null ? Optional.of(named) : matcher.matches() ? time(matcher) : Optional.empty();
    }

    private static Optional<LocalTime> time(Matcher found) {
        boolean half = found.group(4) != null || found.group(6) != null;
        int minute = half ? 30 : figure(found.group(2)) + figure(found.group(3));
        int before = figure(found.group(5));
        int hour = inDay(figure(found.group(1)), found.group(7));
        return hour > 23 || minute > 59 || before > 59
                ? Optional.empty()
                : Optional.of(LocalTime.of(hour, minute).minusMinutes(before));
    }

    private static int figure(@Nullable String figures) {
        return figures == null ? 0 : Integer.parseInt(figures);
    }

    private static int inDay(int hour, @Nullable String part) {
        if (part == null) {
            return hour;
        }
        boolean night = NIGHT.contains(part) || part.equals("toi") || part.equals("aksam");
        if (hour == 12) {
            return night || part.equals("am") ? 0 : hour;
        }
        boolean later = NIGHT.contains(part)
                ? hour >= FIRST_LATE_HOUR
                : AFTER_NOON.contains(part) && !(NOON.contains(part) && hour > 9);
        return later && hour < 12 ? hour + 12 : hour;
    }

    /** «Khoảng bảy rưỡi sáng ạ.» as «7 ruoi sang». */
    private static String plain(String folded) {
        if (folded.length() > LONGEST) {
            return folded;
        }
        var words = new ArrayList<>(List.of(PoliteWords.stripped(folded).split(" ", -1)));
        while (words.size() > 1 && PoliteWords.isAbout(words.get(0), words.get(1))) {
            words.remove(0);
        }
        var reordered = reordered(String.join(" ", words));
        words = new ArrayList<>(List.of(reordered.split(" ", -1)));
        for (int length = Math.min(3, words.size()); length > 0; length--) {
            var hour = NumberWords.value(words.subList(0, length));
            if (hour.isPresent() && hour.get().scale() <= 0) {
                words.subList(0, length).clear();
                words.add(0, hour.get().toPlainString());
                break;
            }
        }
        return String.join(" ", words);
    }

    /** «Sáng 8h» as «8h sáng», «half past 7» as «7:30». */
    private static String reordered(String text) {
        var half = HALF_PAST.matcher(text);
        if (half.matches()) {
            return hour(half.group(1)) + ":30" + half.group(2);
        }
        var quarter = QUARTER.matcher(withHour(text));
        if (quarter.matches()) {
            return quarter.group(1).equals("past")
                    ? quarter.group(2) + ":15" + quarter.group(3)
                    : quarter.group(2) + "h kem 15" + quarter.group(3);
        }
        var first = PART_FIRST.matcher(text);
        return first.matches() && first.group(2) == null ? first.group(3) + " " + first.group(1) : text;
    }

    private static String hour(String word) {
        return NumberWords.value(List.of(word)).map(BigDecimal::toPlainString).orElse(word);
    }

    private static String withHour(String text) {
        var words = text.split(" ", -1);
        return Arrays.stream(words)
                .map(word -> word.equals("a") ? word : hour(word))
                .collect(Collectors.joining(" "));
    }

    /** A date and a time in either order; a date alone is not a moment. */
    static Optional<LocalDateTime> moment(String typed, LocalDateTime now) {
        var text = TextFolding.of(typed).replace(',', ' ').replaceAll(" +", " ").strip();
        var partFirst = PART_FIRST.matcher(text.length() > LONGEST ? "" : text);
        if (partFirst.matches() && partFirst.group(2) != null) {
            // «Tối mai 8h»: the part belongs to the hour, the day is said by what follows it.
            text = partFirst.group(3) + " " + partFirst.group(1) + " " + partFirst.group(2);
        }
        if (NOW.contains(text)) {
            return Optional.of(now.withSecond(0).withNano(0));
        }
        // From the end: of «3h chiều nay» the afternoon belongs to the hour.
        for (int space = text.lastIndexOf(' '); space > 0; space = text.lastIndexOf(' ', space - 1)) {
            var first = text.substring(0, space);
            var second = text.substring(space + 1).strip();
            var moment = both(first, second, now).or(() -> both(second, first, now));
            if (moment.isPresent()) {
                return moment;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> both(String date, String time, LocalDateTime now) {
        Optional<LocalDate> day = TypedDates.date(date, now.toLocalDate());
        return day.flatMap(d -> time(time, now.toLocalTime()).map(d::atTime));
    }

    static String stored(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).format(time);
    }
}

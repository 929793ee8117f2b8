package danvan.form.input;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Times as people type them: {@code 7h30}, {@code 19:45}, {@code 07.30}, {@code 7 giờ tối}, {@code 3 pm}. */
final class TypedTimes {
    private static final Set<String> NOW = Set.of("bay gio", "luc nay", "simdi", "now");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?: ?(?:[:h.]|g|gio|saat)(?: ?(\\d{2})(?: ?phut)?| ?(ruoi|bucuk)"
                    + "| ?kem (\\d{1,2})(?: ?phut)?)?| ?(ruoi|bucuk))? ?(am|pm|sang|trua|chieu|toi|dem)?");
    private static final Set<String> AFTER_NOON = Set.of("pm", "chieu", "toi", "dem", "trua");

    private static final int LONGEST = 60;

    private TypedTimes() {}

    static Optional<LocalTime> time(String typed, LocalTime now) {
        var text = TextFolding.of(typed);
        if (NOW.contains(text)) {
            return Optional.of(now.withSecond(0).withNano(0));
        }
        var matcher = TIME.matcher(plain(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        boolean half = matcher.group(3) != null || matcher.group(5) != null;
        int minute = half ? 30 : matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int before = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        var part = matcher.group(6);
        if (part != null && AFTER_NOON.contains(part) && hour < 12 && !(part.equals("trua") && hour > 9)) {
            hour += 12;
        } else if (part != null && hour == 12 && (part.equals("am") || part.equals("dem"))) {
            hour = 0;
        }
        return hour > 23 || minute > 59 || before > 59
                ? Optional.empty()
                : Optional.of(LocalTime.of(hour, minute).minusMinutes(before));
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

    /** A date and a time in either order; a date alone is not a moment. */
    static Optional<LocalDateTime> moment(String typed, LocalDateTime now) {
        var text = TextFolding.of(typed).replace(',', ' ').replace('t', 't').strip();
        if (NOW.contains(text)) {
            return Optional.of(now.withSecond(0).withNano(0));
        }
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
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

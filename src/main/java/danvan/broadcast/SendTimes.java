package danvan.broadcast;

import danvan.text.Dates;
import danvan.text.Folding;
import danvan.text.Language;
import danvan.text.TypedDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a broadcast is to be sent, as people type it and as they read it: {@code 7h30 sáng mai}, {@code thứ 6 lúc 14:00},
 * {@code 20/12 8h}. An hour alone is the next one. Nothing goes out in the quiet hours: what is set for them goes at their end.
 *
 * @param hours the hour that words name and nothing else
 * @param endOfQuiet the same time where it is not quiet, else the end of the quiet hours
 */
public record SendTimes(ZoneId zone, Function<String, Optional<LocalTime>> hours, UnaryOperator<Instant> endOfQuiet) {
    /** A time further ahead is a slip: of the year, mostly. */
    static final Duration FARTHEST = Duration.ofDays(366);

    private static final int LONGEST = 80;
    private static final Pattern BEFORE =
            Pattern.compile("^(?:(?:gui|hen gio|hen|vao|luc|bot|giup|send|schedule|it|at|on|saat|gonder) )++");
    private static final Pattern BETWEEN = Pattern.compile(" (?:vao luc|luc|vao|at|saat) |, ?");
    private static final Pattern TODAY = Pattern.compile("(?<![a-z])(sang|trua|chieu|toi) nay(?![a-z])");
    private static final Pattern TOMORROW = Pattern.compile("(?<![a-z])tomorrow (morning|afternoon|evening)(?![a-z])");
    private static final Pattern TONIGHT = Pattern.compile("(?<![a-z])tonight(?![a-z])");
    private static final Pattern PART = Pattern.compile(
            "^(sang som|sang|trua|chieu|toi|dem|sabah|aksam|in the morning|in the afternoon|in the evening) (.+)$");
    /** What ends a phrase, and a Turkish ending behind an hour or a day. */
    private static final Pattern ENDING =
            Pattern.compile("(?<=\\p{L})[.!?]++$|['’]\\p{L}{1,4}(?![\\p{L}])| (?:nhe|nha|a|please|lutfen)[.!?]*+$");

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The time that words name; empty where they name none. It may be past. */
    Optional<Instant> typed(String words, Instant now) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        return moment(plain(words), local).map(at -> at.atZone(zone).toInstant());
    }

    /** As the desk's field writes it: {@code 2026-12-02T07:30}. */
    Optional<Instant> written(String field) {
        Matcher is = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}):(\\d{2})(?::\\d{2})?")
                .matcher(field);
        return is.matches()
                ? TypedDay.exact(is.group(1), Optional.empty())
                        .filter(day -> Integer.parseInt(is.group(2)) < 24 && Integer.parseInt(is.group(3)) < 60)
                        .map(day -> day.atTime(Integer.parseInt(is.group(2)), Integer.parseInt(is.group(3)))
                                .atZone(zone)
                                .toInstant())
                : Optional.empty();
    }

    /** Hour, weekday and day, in the bot's zone: {@code 07:30, thứ Ba 02/12/2026}. */
    String said(Instant at, Language language) {
        ZonedDateTime local = at.atZone(zone);
        String weekday = DateTimeFormatter.ofPattern("EEEE", language.locale()).format(local);
        return HOUR.format(local) + ", " + (language == Language.VI ? lowered(weekday) : weekday) + " "
                + Dates.day(local.toLocalDate(), language);
    }

    private static String lowered(String weekday) {
        return weekday.substring(0, 1).toLowerCase(Locale.ROOT) + weekday.substring(1);
    }

    private static String plain(String words) {
        String text =
                ENDING.matcher(Folding.folded(words).strip()).replaceAll("").strip();
        text = TODAY.matcher(text).replaceAll("$1 hom nay");
        text = TOMORROW.matcher(text).replaceAll("in the $1 tomorrow");
        text = TONIGHT.matcher(text).replaceAll("in the evening today");
        text = BEFORE.matcher(text).replaceFirst("");
        return BETWEEN.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ").strip();
    }

    private Optional<LocalDateTime> moment(String text, LocalDateTime now) {
        Optional<LocalTime> alone = hours.apply(text);
        if (alone.isPresent()) {
            LocalDateTime today = now.toLocalDate().atTime(alone.get());
            return Optional.of(today.isAfter(now) ? today : today.plusDays(1));
        }
        Matcher part = PART.matcher(text);
        // First, or of "tối mai 8h" the evening would be lost: without its marks it also leads to a day.
        return (part.matches()
                        ? split(part.group(2), " " + part.group(1), now.toLocalDate())
                        : Optional.<LocalDateTime>empty())
                .or(() -> split(text, "", now.toLocalDate()));
    }

    /** The longest hour before a day, or behind one: of "7h tối thứ 6" the evening belongs to the hour. */
    private Optional<LocalDateTime> split(String text, String part, LocalDate today) {
        List<String> words = List.of(text.split(" ", -1));
        Stream<Optional<LocalDateTime>> hourFirst = IntStream.range(1, words.size())
                .map(at -> words.size() - at)
                .mapToObj(at -> both(joined(words, at, words.size()), joined(words, 0, at) + part, today));
        Stream<Optional<LocalDateTime>> dayFirst = IntStream.range(1, words.size())
                .mapToObj(at -> both(joined(words, 0, at), joined(words, at, words.size()) + part, today));
        return Stream.concat(hourFirst, dayFirst).flatMap(Optional::stream).findFirst();
    }

    private static String joined(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    private Optional<LocalDateTime> both(String day, String hour, LocalDate today) {
        return hours.apply(hour)
                .flatMap(time -> TypedDay.in(day, today.minusDays(1), today)
                        .filter(found -> found.rest().isEmpty())
                        .map(found -> found.day().atTime(time)));
    }
}

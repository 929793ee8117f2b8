package danvan.task;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A day that somebody wants or grants in a deadline's place: how it is typed, and whether it will do. */
final class LaterDay {
    private static final int MOST_DAYS = 180;
    private static final int LONGEST_REASON = 500;
    private static final Pattern DAY = Pattern.compile(
            "(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})|(\\d{1,2})[/.](\\d{1,2})(?:[/.](\\d{4}))?)(?:\\s+(.*))?");

    /** A day that was typed, and what stood behind it. */
    record Typed(LocalDate day, String rest) {}

    private final Cards cards;
    private final ReminderHours hours;

    LaterDay(Cards cards, ReminderHours hours) {
        this.cards = cards;
        this.hours = hours;
    }

    /** Why a day will not do; empty where it will. */
    Optional<Reply> bad(Turn turn, Subject subject, LocalDate day) {
        LocalDate due = subject.occurrence().due();
        boolean good =
                day.isAfter(due) && !day.isBefore(hours.day(turn.now())) && !day.isAfter(due.plusDays(MOST_DAYS));
        return good
                ? Optional.empty()
                : Optional.of(Reply.say(turn.say(
                        "task.dayOutside",
                        "date",
                        cards.date(turn.texts(), day),
                        "due",
                        cards.date(turn.texts(), due),
                        "days",
                        MOST_DAYS)));
    }

    /** From where on days are offered: the deadline, or today where that is past. */
    LocalDate from(Turn turn, Subject subject) {
        LocalDate today = hours.day(turn.now());
        return subject.occurrence().due().isAfter(today) ? subject.occurrence().due() : today;
    }

    /** A day without a year is the first such day after the deadline. */
    static Optional<Typed> typed(String words, LocalDate due) {
        Matcher day = DAY.matcher(words);
        if (!day.matches()) {
            return Optional.empty();
        }
        String rest = Optional.ofNullable(day.group(7)).orElse("");
        try {
            if (day.group(1) != null) {
                return Optional.of(new Typed(
                        LocalDate.of(number(day.group(1)), number(day.group(2)), number(day.group(3))), rest));
            }
            MonthDay inAYear = MonthDay.of(number(day.group(5)), number(day.group(4)));
            if (day.group(6) != null) {
                int year = number(day.group(6));
                return inAYear.isValidYear(year)
                        ? Optional.of(new Typed(inAYear.atYear(year), rest))
                        : Optional.empty();
            }
            return IntStream.rangeClosed(due.getYear(), due.getYear() + 1)
                    .filter(inAYear::isValidYear)
                    .mapToObj(inAYear::atYear)
                    .filter(first -> first.isAfter(due))
                    .findFirst()
                    .map(first -> new Typed(first, rest));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** A reason, no longer than it may be. */
    static String shortened(String words) {
        return words.substring(0, Math.min(LONGEST_REASON, words.length())).strip();
    }
}

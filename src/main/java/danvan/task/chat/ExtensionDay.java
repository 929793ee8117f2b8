package danvan.task.chat;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.task.ReminderHours;
import danvan.task.WorkingCalendar;
import danvan.text.Language;
import danvan.text.TypedDay;
import java.time.LocalDate;
import java.util.Optional;

/** A day that somebody wants or grants in a deadline's place: whether it will do, and what to say where none was understood. */
public final class ExtensionDay {
    private static final int MOST_DAYS = 180;
    private static final int LONGEST_REASON = 500;

    private final Cards cards;
    private final ReminderHours hours;

    public ExtensionDay(Cards cards, ReminderHours hours) {
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

    /** The day that words begin with. */
    Optional<TypedDay.Found> typed(Turn turn, Subject subject, String words) {
        return TypedDay.in(words, subject.occurrence().due(), hours.day(turn.now()));
    }

    /** A day that will do, as somebody would type it. */
    String example(Turn turn, Subject subject) {
        LocalDate day = WorkingCalendar.VIETNAM.onOrAfter(from(turn, subject).plusDays(7));
        return day.getDayOfMonth() + (turn.language() == Language.TR ? "." : "/") + day.getMonthValue();
    }

    /** That no day was understood. */
    Reply notUnderstood(Turn turn, Subject subject, String words) {
        return Reply.say(turn.say("task.dayBad", "input", words, "example", example(turn, subject)));
    }

    /** A reason, no longer than it may be. */
    static String shortened(String words) {
        return words.substring(0, Math.min(LONGEST_REASON, words.length())).strip();
    }
}

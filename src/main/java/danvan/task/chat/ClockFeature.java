package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.task.BotClock;
import danvan.task.ReminderHours;
import danvan.task.reminder.Reminders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /clock}: tells and moves a rehearsal's time. */
public final class ClockFeature implements Feature {
    private static final String NAME = "clock";
    private static final Pattern STEP = Pattern.compile("\\+\\s*(\\d{1,5})\\s*([wdhm])");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T]+(\\d{1,2}:\\d{2}))?");
    /** Farther than any programme; one wrong digit must not cost the rehearsal. */
    private static final int LAST_YEAR = 2100;

    private final BotClock clock;
    private final ReminderHours hours;
    private final Cards cards;
    private final Reminders reminders;

    public ClockFeature(BotClock clock, ReminderHours hours, Cards cards, Reminders reminders) {
        this.clock = clock;
        this.hours = hours;
        this.cards = cards;
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("clock", List.of("dongho", "saat"), "task.helpClock", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (rest.isBlank()) {
            return Reply.say(
                    turn.say("task.clockNow", "time", time(turn, clock.goal()), "example", example(clock.goal())),
                    buttons(turn));
        }
        Instant from = clock.goal();
        Optional<Instant> to = read(rest.strip().toLowerCase(Locale.ROOT), from);
        if (to.isEmpty()) {
            return Reply.say(turn.say("task.clockBad", "input", rest, "example", example(from)));
        }
        if (!to.get().isAfter(from)) {
            return Reply.say(turn.say("task.clockBack", "time", time(turn, from)));
        }
        if (hours.day(to.get()).getYear() >= LAST_YEAR) {
            return Reply.say(turn.say("task.clockFar", "year", Integer.toString(LAST_YEAR)));
        }
        return Reply.say(
                        turn.say("task.clockMoved", "from", time(turn, from), "to", time(turn, to.get())),
                        buttons(turn))
                .andDo(tx -> {
                    clock.moveTo(tx, to.get());
                    reminders.askAfter(tx);
                });
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return command(turn, "clock", action);
    }

    private Optional<Instant> read(String text, Instant from) {
        Matcher step = STEP.matcher(text);
        if (step.matches()) {
            return Optional.of(from.plus(length(Integer.parseInt(step.group(1)), step.group(2))));
        }
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(day.group(1));
            String time = day.group(2);
            // A day without an hour is meant with its reminders.
            return Optional.of(time == null ? hours.on(date) : at(date, time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant at(LocalDate date, String time) {
        String[] parts = time.split(":", 2);
        LocalDateTime local = date.atTime(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return local.atZone(hours.zone()).toInstant();
    }

    private static Duration length(int number, String unit) {
        return switch (unit) {
            case "w" -> Duration.ofDays(7L * number);
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /** A time that lies ahead. */
    private String example(Instant from) {
        return hours.day(from).plusMonths(1).withDayOfMonth(1) + " 08:00";
    }

    private List<List<Button>> buttons(Turn turn) {
        return List.of(List.of(
                new Button(turn.plain("task.clockHour"), NAME + ":+1h"),
                new Button(turn.plain("task.clockDay"), NAME + ":+1d"),
                new Button(turn.plain("task.clockWeek"), NAME + ":+7d")));
    }

    private String time(Turn turn, Instant instant) {
        return cards.time(turn.texts(), instant);
    }
}

package danvan.task;

import danvan.chat.Button;
import danvan.chat.Markup;
import danvan.chat.Outgoing;
import danvan.chat.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a task looks in the chat: as a reminder, in full, and when something was done with it. */
final class Cards {
    private final Texts texts;
    private final Quotes quotes;
    private final ReminderHours hours;

    Cards(Texts texts, Quotes quotes, ReminderHours hours) {
        this.texts = texts;
        this.quotes = quotes;
        this.hours = hours;
    }

    /** The reminder of a round, for one of its members. */
    Outgoing reminder(Recipient recipient, Round round, Instant now, boolean late) {
        Texts.Phrases phrases = texts.in(recipient.language());
        String head = round.snoozed() ? "task.headAgain" : late ? "task.headLate" : "task.head";
        List<String> lines = new ArrayList<>();
        lines.add(head(phrases, head, round.task()));
        lines.add(due(phrases, round.occurrence(), now));
        small(phrases, round.task()).ifPresent(lines::add);
        if (late) {
            lines.add(phrases.say("task.late", "time", time(phrases, round.at())));
        }
        return Outgoing.message(String.join("\n", lines), buttons(phrases, round.task(), round.occurrence(), true));
    }

    /** The task in full, with what its source says. */
    String details(Texts.Phrases phrases, Task task, Occurrence occurrence, Optional<Instant> doneAt, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(Markup.bold(task.title().in(phrases.language())));
        lines.add(
                doneAt.isPresent()
                        ? phrases.say("task.dueOnly", "date", date(phrases, occurrence.due()))
                        : due(phrases, occurrence, now));
        small(phrases, task).ifPresent(lines::add);
        lines.add("");
        lines.add(Markup.escape(task.text().in(phrases.language())));
        if (task.evidence() != Task.Evidence.NONE) {
            lines.add(phrases.say("task.evidence", "kind", task.evidence().name()));
        }
        task.source()
                .flatMap(source -> quotes.quote(source, phrases.language()))
                .ifPresent(quote -> {
                    lines.add("");
                    lines.add(Markup.quote(Markup.escape(quote.text())));
                    lines.add(Markup.escape("— " + quote.citation()));
                });
        doneAt.ifPresent(at -> {
            lines.add("");
            lines.add(phrases.say("task.doneAt", "time", time(phrases, at)));
        });
        return String.join("\n", lines);
    }

    /** What a reminder becomes once its task is done. */
    String done(Texts.Phrases phrases, Task task, Occurrence occurrence, Instant doneAt) {
        return String.join(
                "\n",
                head(phrases, "task.headDone", task),
                phrases.say("task.dueOnly", "date", date(phrases, occurrence.due())),
                phrases.say("task.doneAt", "time", time(phrases, doneAt)));
    }

    /** What a reminder becomes once it is put off. */
    String later(Texts.Phrases phrases, Task task, Occurrence occurrence, Instant until) {
        return String.join(
                "\n",
                head(phrases, "task.headAgain", task),
                phrases.say("task.laterNow", "time", time(phrases, until), "date", date(phrases, occurrence.due())));
    }

    /** Done, Later and, where the message does not say it all, Details. */
    List<List<Button>> buttons(Texts.Phrases phrases, Task task, Occurrence occurrence, boolean details) {
        List<Button> second = new ArrayList<>();
        second.add(button(phrases.plain("task.later"), Act.LATER, task, occurrence));
        if (details) {
            second.add(detailsButton(phrases.plain("task.details"), task, occurrence));
        }
        return List.of(List.of(button(phrases.plain("task.done"), Act.DONE, task, occurrence)), second);
    }

    /** Done and Details, for who has chosen Later. */
    List<List<Button>> buttonsAfterLater(Texts.Phrases phrases, Task task, Occurrence occurrence) {
        return List.of(List.of(
                button(phrases.plain("task.done"), Act.DONE, task, occurrence),
                detailsButton(phrases.plain("task.details"), task, occurrence)));
    }

    Button detailsButton(String label, Task task, Occurrence occurrence) {
        return button(label, Act.DETAILS, task, occurrence);
    }

    /** The deadline, and how far off it is. */
    String due(Texts.Phrases phrases, Occurrence occurrence, Instant now) {
        long days = ChronoUnit.DAYS.between(hours.day(now), occurrence.due());
        return phrases.say(
                days < 0 ? "task.overdue" : "task.due",
                "date",
                date(phrases, occurrence.due()),
                "days",
                Math.abs(days));
    }

    /** A day in words, with its weekday. */
    String date(Texts.Phrases phrases, LocalDate day) {
        return format(phrases, "task.dateFormat", day);
    }

    /** A day in few letters, for lists. */
    String shortDate(Texts.Phrases phrases, LocalDate day) {
        return format(phrases, "task.shortDateFormat", day);
    }

    String time(Texts.Phrases phrases, Instant instant) {
        return format(phrases, "task.timeFormat", instant.atZone(hours.zone()));
    }

    private Optional<String> small(Texts.Phrases phrases, Task task) {
        List<String> notes = new ArrayList<>();
        task.label().ifPresent(label -> notes.add(label.in(phrases.language())));
        task.dueNote().ifPresent(note -> notes.add(note.in(phrases.language())));
        return notes.isEmpty() ? Optional.empty() : Optional.of(Markup.italic(String.join(" · ", notes)));
    }

    private static String head(Texts.Phrases phrases, String key, Task task) {
        return phrases.say(key, "title", task.title().in(phrases.language()));
    }

    private static String format(Texts.Phrases phrases, String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(
                        phrases.plain(key), phrases.language().locale())
                .format(time);
    }

    private static Button button(String label, Act act, Task task, Occurrence occurrence) {
        return new Button(label, TaskFeature.NAME + ":" + act.code() + ":" + task.key() + ":" + occurrence.period());
    }
}

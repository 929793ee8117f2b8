package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.organization.directory.Member;
import danvan.task.Occurrence;
import danvan.task.OccurrenceKey;
import danvan.task.Quotes;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.reminder.Completion;
import danvan.task.reminder.ReminderBatch;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a task looks in the chat: as a reminder, in full, and when something was done with it. */
public final class Cards {
    private final Texts texts;
    private final Quotes quotes;
    private static final int MOST_IN_ONE = 15;

    private final ReminderHours hours;
    private final OwnerNames owners;

    public Cards(Texts texts, Quotes quotes, ReminderHours hours, OwnerNames owners) {
        this.owners = owners;
        this.texts = texts;
        this.quotes = quotes;
        this.hours = hours;
    }

    /** What a member is reminded of now: one task in full, or several in one message. */
    public Outgoing reminder(Member recipient, List<ReminderBatch> rounds, Instant now) {
        List<ReminderBatch> each = latestOfEach(rounds);
        return each.size() == 1 ? one(recipient, each.get(0), now) : several(recipient, each, now);
    }

    /** An occurrence that is due at two lead times at once, after a standstill, is named once. */
    private static List<ReminderBatch> latestOfEach(List<ReminderBatch> rounds) {
        Map<OccurrenceKey, ReminderBatch> latest = new LinkedHashMap<>();
        rounds.stream()
                .sorted(Comparator.comparing(ReminderBatch::at))
                .forEach(round -> latest.put(OccurrenceKey.of(round.task(), round.occurrence()), round));
        return latest.values().stream()
                .sorted(Comparator.<ReminderBatch, LocalDate>comparing(
                                round -> round.occurrence().due())
                        .thenComparing(round -> round.task().key()))
                .toList();
    }

    private Outgoing one(Member recipient, ReminderBatch round, Instant now) {
        Texts.Phrases phrases = texts.in(recipient.language());
        boolean late = late(round, now);
        String head = round.snoozed() ? "task.headAgain" : late ? "task.headLate" : "task.head";
        List<String> lines = new ArrayList<>();
        lines.add(head(phrases, head, round.task()));
        lines.add(due(phrases, round, now));
        small(phrases, round.task()).ifPresent(lines::add);
        if (late) {
            lines.add(phrases.say("task.late", "time", time(phrases, round.at())));
        }
        return Outgoing.message(String.join("\n", lines), buttons(phrases, round.task(), round.occurrence()));
    }

    private Outgoing several(Member recipient, List<ReminderBatch> rounds, Instant now) {
        Texts.Phrases phrases = texts.in(recipient.language());
        List<String> lines = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        boolean late = rounds.stream().anyMatch(round -> late(round, now));
        lines.add(phrases.say(late ? "task.severalLate" : "task.several", "count", rounds.size()));
        for (ReminderBatch round : rounds.subList(0, Math.min(MOST_IN_ONE, rounds.size()))) {
            String number = Integer.toString(buttons.size() + 1);
            lines.add("");
            lines.add(number + ". " + Markup.bold(round.task().title().in(phrases.language())));
            lines.add(due(phrases, round, now));
            buttons.add(detailsButton(number, round.task(), round.occurrence()));
        }
        lines.add("");
        if (rounds.size() > MOST_IN_ONE) {
            lines.add(phrases.say("task.listMore", "count", rounds.size() - MOST_IN_ONE));
        }
        lines.add(phrases.say("task.listHint"));
        return Outgoing.message(String.join("\n", lines), TaskButtons.rows(buttons));
    }

    /** Whether a reminder is so much after its hour that it says so. */
    public static boolean late(ReminderBatch round, Instant now) {
        return round.at().plus(ReminderBatch.ON_TIME).isBefore(now);
    }

    /** The task in full, with what its source says. */
    String details(Texts.Phrases phrases, Subject subject, Instant now) {
        Task task = subject.task();
        List<String> lines = new ArrayList<>();
        lines.add(Markup.bold(task.title().in(phrases.language())));
        lines.add(
                subject.doneAt().isPresent()
                        ? phrases.say(
                                "task.dueOnly",
                                "date",
                                date(phrases, subject.occurrence().due()))
                        : due(phrases, subject.occurrence(), now));
        if (subject.standing().extended().containsKey(subject.key())) {
            lines.add(phrases.say("task.extended"));
        }
        small(phrases, task).ifPresent(lines::add);
        lines.add("");
        lines.add(Markup.escape(task.text().in(phrases.language())));
        if (task.evidence() != Task.Evidence.NONE) {
            lines.add(phrases.say("task.evidence", "kind", task.evidence().name()));
        }
        task.owner()
                .flatMap(owner -> owners.name(owner, phrases))
                .ifPresent(name -> lines.add(phrases.say("task.owner", "name", name)));
        task.source()
                .flatMap(source -> quotes.quote(source, phrases.language()))
                .ifPresent(quote -> {
                    lines.add("");
                    lines.add(Markup.quote(Markup.escape(quote.text())));
                    lines.add(Markup.escape("— " + quote.citation()));
                });
        subject.standing().finished(task, subject.occurrence()).ifPresent(finished -> {
            lines.add("");
            lines.add(finished(phrases, task, finished));
        });
        return String.join("\n", lines);
    }

    /** What a reminder becomes once its task is finished. */
    public String done(Texts.Phrases phrases, Task task, Occurrence occurrence, Completion finished) {
        return String.join(
                "\n",
                head(phrases, finished.how() == Completion.How.DONE ? "task.headDone" : "task.headNotApplicable", task),
                phrases.say("task.dueOnly", "date", date(phrases, occurrence.due())),
                finished(phrases, task, finished));
    }

    private String finished(Texts.Phrases phrases, Task task, Completion finished) {
        Optional<String> note = note(phrases, task, finished);
        return phrases.say(
                finished.how() == Completion.How.DONE ? "task.doneAt" : "task.notApplicableAt",
                "time",
                time(phrases, finished.at()),
                "noted",
                note.isPresent() ? "yes" : "no",
                "note",
                note.orElse(""));
    }

    /** What was said with it; of a report, which one it was. */
    public static Optional<String> note(Texts.Phrases phrases, Task task, Completion finished) {
        String form = task.form().orElse("") + " ";
        return finished.note()
                .map(note -> finished.how() == Completion.How.DONE && form.length() > 1 && note.startsWith(form)
                        ? phrases.plain("task.byReport", "period", note.substring(form.length()))
                        : note);
    }

    /** What it becomes once it is open again. */
    String reopened(Texts.Phrases phrases, Subject subject, Instant now) {
        return String.join(
                "\n",
                Markup.bold(subject.task().title().in(phrases.language())),
                due(phrases, subject.occurrence(), now),
                phrases.say("task.reopened"));
    }

    /** What a reminder becomes once it is put off. */
    String later(Texts.Phrases phrases, Task task, Occurrence occurrence, Instant until) {
        return String.join(
                "\n",
                head(phrases, "task.headAgain", task),
                phrases.say("task.laterNow", "time", time(phrases, until), "date", date(phrases, occurrence.due())));
    }

    /** Done, Later and Details; the rest stands below the details. */
    List<List<Button>> buttons(Texts.Phrases phrases, Task task, Occurrence occurrence) {
        return List.of(
                List.of(TaskButtons.of(phrases.plain("task.done"), Act.DONE, task, occurrence)),
                List.of(
                        TaskButtons.of(phrases.plain("task.later"), Act.LATER, task, occurrence),
                        detailsButton(phrases.plain("task.details"), task, occurrence)));
    }

    /** Everything a member can do. */
    List<List<Button>> allButtons(Texts.Phrases phrases, Task task, Occurrence occurrence) {
        return List.of(
                List.of(TaskButtons.of(phrases.plain("task.done"), Act.DONE, task, occurrence)),
                List.of(
                        TaskButtons.of(phrases.plain("task.later"), Act.LATER, task, occurrence),
                        TaskButtons.of(phrases.plain("task.extend"), Act.EXTEND, task, occurrence)),
                List.of(TaskButtons.of(phrases.plain("task.notApplicable"), Act.NOT_APPLICABLE, task, occurrence)));
    }

    /** For who has finished: the way back, unless a report shows that it is done. */
    List<List<Button>> buttonsAfterwards(Texts.Phrases phrases, Task task, Occurrence occurrence, Completion finished) {
        return mayReopen(task, finished)
                ? List.of(List.of(TaskButtons.of(phrases.plain("task.reopen"), Act.REOPEN, task, occurrence)))
                : List.of();
    }

    static boolean mayReopen(Task task, Completion finished) {
        return finished.how() == Completion.How.NOT_APPLICABLE || task.form().isEmpty();
    }

    /** The sign of what is finished. */
    static String mark(Completion.How how) {
        return how == Completion.How.DONE ? "✅" : "🚫";
    }

    /** Done and Details, for who has chosen Later. */
    List<List<Button>> buttonsAfterLater(Texts.Phrases phrases, Task task, Occurrence occurrence) {
        return List.of(List.of(
                TaskButtons.of(phrases.plain("task.done"), Act.DONE, task, occurrence),
                detailsButton(phrases.plain("task.details"), task, occurrence)));
    }

    Button detailsButton(String label, Task task, Occurrence occurrence) {
        return TaskButtons.of(label, Act.DETAILS, task, occurrence);
    }

    /** The deadline, and whether it is one that was granted: the next of the task may be due on that day too. */
    private String due(Texts.Phrases phrases, ReminderBatch round, Instant now) {
        String due = due(phrases, round.occurrence(), now);
        return round.moved() ? due + "\n" + phrases.say("task.extended") : due;
    }

    /** The deadline, and how far off it is. */
    public String due(Texts.Phrases phrases, Occurrence occurrence, Instant now) {
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

    /** The same in a list that may hold last year's, too. */
    public String shortDate(Texts.Phrases phrases, LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear()
                ? shortDate(phrases, day)
                : format(phrases, "task.shortDateOtherYear", day);
    }

    /** A day in few letters, for lists. */
    public String shortDate(Texts.Phrases phrases, LocalDate day) {
        return format(phrases, "task.shortDateFormat", day);
    }

    public String time(Texts.Phrases phrases, Instant instant) {
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
}

package danvan.task.chat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.DateStart;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Enclosures;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.task.AudienceMembers;
import danvan.task.Occurrence;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.TaskSwitches;
import danvan.task.reminder.CompletionStore;
import danvan.task.reminder.MemberProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/**
 * {@code /calendar}: a member's deadlines as a file that a phone's calendar takes in. An event's id is made of task,
 * period and member, so that a second import moves what has moved and doubles nothing.
 */
public final class CalendarFeature implements Feature {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    /** Half past seven in the morning, the day before and on the day. */
    private static final biweekly.util.Duration A_DAY_BEFORE =
            biweekly.util.Duration.builder().prior(true).hours(16).minutes(30).build();

    private static final biweekly.util.Duration THAT_MORNING =
            biweekly.util.Duration.builder().hours(7).minutes(30).build();

    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final CompletionStore doings;
    private final AudienceMembers members;
    private final ReminderHours hours;
    private final Enclosures enclosures;

    public CalendarFeature(
            Database database,
            ProgrammeStore register,
            TaskSwitches switches,
            CompletionStore doings,
            AudienceMembers members,
            ReminderHours hours,
            Files files) {
        this.database = database;
        this.register = register;
        this.switches = switches;
        this.doings = doings;
        this.members = members;
        this.hours = hours;
        this.enclosures = new Enclosures(files);
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("calendar", List.of("lich", "takvim"), "task.helpCalendar", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        ICalendar calendar = calendar(turn);
        int events = calendar.getEvents().size();
        if (events == 0) {
            return Reply.say(turn.say("task.listEmpty"));
        }
        return enclosures.with(
                Reply.nothing(),
                IcsLineFolder.byOctets(Biweekly.write(calendar).go()),
                "viec.ics",
                "text/calendar",
                turn.say("task.calendarFile", "count", events),
                List.of(),
                KEPT);
    }

    private ICalendar calendar(Turn turn) {
        LocalDate today = hours.day(turn.now());
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Dan Van Bot//tasks//" + turn.language().code().toUpperCase(java.util.Locale.ROOT));
        calendar.setMethod("PUBLISH");
        calendar.setName(turn.plain("task.calendarName"));
        database.read(tx -> {
            TaskSwitches.State state = switches.state(tx);
            MemberProgress standing = doings.standing(tx, turn.person().id());
            for (Task task : register.in(tx).all()) {
                if (state.on(task) && members.belongs(turn.person(), task.audience())) {
                    standing.occurrences(task).stream()
                            .filter(occurrence -> standing.open(task, occurrence))
                            .filter(occurrence -> standing.current(task, occurrence, today))
                            .forEach(occurrence -> calendar.addEvent(event(turn, task, occurrence)));
                }
            }
            return calendar;
        });
        return calendar;
    }

    private static VEvent event(Turn turn, Task task, Occurrence occurrence) {
        LocalDate due = occurrence.due();
        VEvent event = new VEvent();
        event.setUid(task.key().replace('/', '-') + "-" + occurrence.period() + "-"
                + turn.person().id() + "@danvan-bot");
        event.setDateTimeStamp(Date.from(turn.now()));
        // A later file counts more than an earlier one.
        event.setSequence((int) Math.max(0, Duration.between(FIRST, turn.now()).toMinutes()));
        event.setSummary(task.title().in(turn.language()));
        event.setDescription(task.text().in(turn.language()));
        event.setDateStart(new DateStart(
                new ICalDate(new DateTimeComponents(due.getYear(), due.getMonthValue(), due.getDayOfMonth()), false)));
        event.addAlarm(alarm(turn, task, A_DAY_BEFORE));
        event.addAlarm(alarm(turn, task, THAT_MORNING));
        return event;
    }

    /** The phone's own reminder: a day without hours begins at midnight where the phone is. */
    private static VAlarm alarm(Turn turn, Task task, biweekly.util.Duration fromMidnight) {
        return VAlarm.display(
                new Trigger(fromMidnight, Related.START), task.title().in(turn.language()));
    }
}

package danvan.task.chat;

import danvan.chat.Person;
import danvan.task.AudienceMembers;
import danvan.task.Occurrence;
import danvan.task.Task;
import danvan.task.reminder.Completion;
import danvan.task.reminder.MemberProgress;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one member has to do: of each task the next occurrence, and the one before it where that is still open. */
final class MyTasks {
    /** In the order in which they are shown. */
    enum Group {
        OVERDUE,
        WEEK,
        LATER
    }

    record Line(Task task, Occurrence occurrence, Group group, Optional<Completion.How> finished) {}

    private final AudienceMembers members;

    MyTasks(AudienceMembers members) {
        this.members = members;
    }

    /**
     * What there is on a day.
     *
     * @param since the day on which the person came: what was due before is none of theirs
     */
    List<Line> of(Person person, List<Task> tasks, MemberProgress standing, LocalDate today, LocalDate since) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<Line> lines = new ArrayList<>();
        for (Task task : tasks) {
            if (members.belongs(person, task.audience())) {
                standing.next(task, today).ifPresent(next -> {
                    Group group = next.due().isAfter(sunday) ? Group.LATER : Group.WEEK;
                    lines.add(new Line(task, next, group, how(standing, task, next)));
                });
                standing.latestPast(task, today)
                        .filter(past -> standing.current(task, past, today))
                        .filter(past -> !past.due().isBefore(since))
                        .ifPresent(past -> past(task, past, standing, sunday, lines));
            }
        }
        lines.sort(Comparator.comparing(Line::group)
                .thenComparing(line -> line.occurrence().due()));
        return lines;
    }

    private static Optional<Completion.How> how(MemberProgress standing, Task task, Occurrence occurrence) {
        return standing.finished(task, occurrence).map(Completion::how);
    }

    /** What is past and done is shown for the rest of its week, as a tick. */
    private static void past(Task task, Occurrence past, MemberProgress standing, LocalDate sunday, List<Line> lines) {
        if (standing.open(task, past)) {
            lines.add(new Line(task, past, Group.OVERDUE, Optional.empty()));
        } else if (past.due().plusWeeks(1).isAfter(sunday)) {
            lines.add(new Line(task, past, Group.WEEK, how(standing, task, past)));
        }
    }
}

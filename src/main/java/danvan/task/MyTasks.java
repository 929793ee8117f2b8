package danvan.task;

import danvan.chat.Person;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What one member has to do: of each task the next occurrence, and the one before it where that is still open. */
final class MyTasks {
    /** In the order in which they are shown. */
    enum Group {
        OVERDUE,
        WEEK,
        LATER
    }

    record Line(Task task, Occurrence occurrence, Group group, boolean done) {}

    private final Members members;

    MyTasks(Members members) {
        this.members = members;
    }

    List<Line> of(Person person, List<Task> tasks, Map<Doings.Mark, Instant> done, LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<Line> lines = new ArrayList<>();
        for (Task task : tasks) {
            if (members.belongs(person, task.audience())) {
                task.next(today).ifPresent(next -> {
                    Group group = next.due().isAfter(sunday) ? Group.LATER : Group.WEEK;
                    lines.add(new Line(task, next, group, done.containsKey(Doings.Mark.of(task, next))));
                });
                task.latestPast(today)
                        .filter(past -> current(task, past, today))
                        .ifPresent(past -> past(task, past, done, sunday, lines));
            }
        }
        lines.sort(Comparator.comparing(Line::group)
                .thenComparing(line -> line.occurrence().due()));
        return lines;
    }

    /** Whether something can still be done about an occurrence: it is to come, or the last that was due. */
    static boolean current(Task task, Occurrence occurrence, LocalDate today) {
        boolean yearIsOver = today.minusMonths(1).getYear() > task.year();
        return !yearIsOver
                && (!occurrence.due().isBefore(today)
                        || task.latestPast(today).filter(occurrence::equals).isPresent());
    }

    /** What is past and done is shown for the rest of its week, as a tick. */
    private static void past(
            Task task, Occurrence past, Map<Doings.Mark, Instant> done, LocalDate sunday, List<Line> lines) {
        if (!done.containsKey(Doings.Mark.of(task, past))) {
            lines.add(new Line(task, past, Group.OVERDUE, false));
        } else if (past.due().plusWeeks(1).isAfter(sunday)) {
            lines.add(new Line(task, past, Group.WEEK, true));
        }
    }
}

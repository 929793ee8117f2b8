package danvan.task.reminder;

import danvan.organization.directory.Member;
import danvan.storage.Database;
import danvan.task.Audience;
import danvan.task.AudienceMembers;
import danvan.task.Occurrence;
import danvan.task.OccurrenceKey;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.TaskSwitches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who has and who has not, of what is in hand now. */
public final class ProgressBoard {
    /** How a member stands with an occurrence. */
    public enum State {
        DONE,
        LATE,
        OPEN
    }

    /**
     * A member and an occurrence.
     *
     * @param finished how it was finished, where the state is {@link State#DONE}
     */
    public record Line(Task task, Occurrence occurrence, Member member, State state, Optional<Completion> finished) {
        public boolean notApplicable() {
            return finished.filter(one -> one.how() == Completion.How.NOT_APPLICABLE)
                    .isPresent();
        }
    }

    /** How long something that everybody has finished is still shown. */
    private static final int SHOWN_DAYS = 7;

    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final CompletionStore doings;
    private final AudienceMembers members;
    private final ReminderHours hours;

    public ProgressBoard(
            Database database,
            ProgrammeStore register,
            TaskSwitches switches,
            CompletionStore doings,
            AudienceMembers members,
            ReminderHours hours) {
        this.hours = hours;
        this.database = database;
        this.register = register;
        this.switches = switches;
        this.doings = doings;
        this.members = members;
    }

    public static long count(List<Line> lines, State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /**
     * The lines of what is in hand on a day: the last that was due, and the next once its reminders have begun.
     *
     * @param units whose members count
     */
    public List<Line> lines(LocalDate today, Predicate<String> units) {
        List<Task> on = database.read(tx -> {
            TaskSwitches.State state = switches.state(tx);
            return register.in(tx).all().stream().filter(state::on).toList();
        });
        Map<Audience, List<Member>> audiences = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Task task : on) {
            List<Member> people = audiences.computeIfAbsent(
                    task.audience(),
                    audience -> members.all(audience).stream()
                            .filter(member -> units.test(member.unit()))
                            .toList());
            inHand(task, today)
                    .map(occurrence -> lines(task, occurrence, people, today))
                    .filter(some -> !some.isEmpty())
                    .filter(some -> stillShown(some, today))
                    .forEach(lines::addAll);
        }
        return lines;
    }

    private List<Line> lines(Task task, Occurrence occurrence, List<Member> people, LocalDate today) {
        OccurrenceKey mark = OccurrenceKey.of(task, occurrence);
        Map<Long, Completion> finished = database.read(tx -> doings.finished(tx, mark));
        Map<Long, LocalDate> granted = database.read(tx -> Extensions.granted(tx, mark));
        return people.stream()
                .filter(member ->
                        finished.containsKey(member.id()) || hours.concerned(member.since(), occurrence.due()))
                .map(member -> {
                    LocalDate until = granted.getOrDefault(member.id(), occurrence.due());
                    LocalDate due = until.isAfter(occurrence.due()) ? until : occurrence.due();
                    State state = finished.containsKey(member.id())
                            ? State.DONE
                            : due.isBefore(today) ? State.LATE : State.OPEN;
                    return new Line(task, occurrence, member, state, Optional.ofNullable(finished.get(member.id())));
                })
                .toList();
    }

    private static Stream<Occurrence> inHand(Task task, LocalDate today) {
        int lead = task.leadDays().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Occurrence> all = task.archived(today) ? List.of() : task.occurrences();
        Stream<Occurrence> past = all.stream()
                .filter(occurrence -> occurrence.due().isBefore(today))
                .reduce((earlier, later) -> later)
                .stream();
        Stream<Occurrence> next = all.stream()
                .filter(occurrence -> !occurrence.due().isBefore(today))
                .findFirst()
                .filter(occurrence -> !today.isBefore(occurrence.due().minusDays(lead)))
                .stream();
        return Stream.concat(past, next);
    }

    private static boolean stillShown(List<Line> lines, LocalDate today) {
        return !lines.get(0).occurrence().due().isBefore(today.minusDays(SHOWN_DAYS))
                || lines.stream().anyMatch(line -> line.state() != State.DONE);
    }
}

package danvan.task.programme;

import danvan.desk.port.Obligations;
import danvan.storage.Database;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** By when the forms are due, by the programmes in force. Safe for use by several threads. */
public final class FormObligations implements Obligations {
    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final ReminderHours hours;

    public FormObligations(Database database, ProgrammeStore register, TaskSwitches switches, ReminderHours hours) {
        this.database = database;
        this.register = register;
        this.switches = switches;
        this.hours = hours;
    }

    @Override
    public List<Duty> of(String form, Language language) {
        return database.read(tx -> {
            TaskSwitches.State state = switches.state(tx);
            return register.in(tx).all().stream()
                    .filter(state::on)
                    .filter(task -> isOf(task, form))
                    .map(task -> new Duty(
                            task.title().in(language),
                            task.audience().level(),
                            task.audience().roles(),
                            task.audience().units(),
                            task.audience().under(),
                            day(state.since(task)),
                            task.leadDays().stream()
                                    .mapToInt(Integer::intValue)
                                    .max()
                                    .orElse(0),
                            task.occurrences().stream()
                                    .map(one -> new Due(one.period(), one.due()))
                                    .toList()))
                    .toList();
        });
    }

    @Override
    public Set<String> forms() {
        Set<String> forms = new TreeSet<>();
        register.now().all().stream()
                .filter(task -> task.evidence() == Task.Evidence.FORM)
                .map(Task::form)
                .flatMap(Optional::stream)
                .forEach(forms::add);
        return forms;
    }

    private static boolean isOf(Task task, String form) {
        return task.evidence() == Task.Evidence.FORM
                && task.form().filter(form::equals).isPresent();
    }

    /** A task that the bot has not met yet is known from no day on. */
    private LocalDate day(Instant since) {
        return since.equals(Instant.MAX) ? LocalDate.MAX : hours.day(since);
    }
}

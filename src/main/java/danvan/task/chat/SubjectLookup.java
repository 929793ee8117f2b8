package danvan.task.chat;

import danvan.chat.Person;
import danvan.storage.Database;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.TaskSwitches;
import danvan.task.reminder.CompletionStore;
import danvan.task.reminder.MemberProgress;
import java.util.Optional;

/** Finds what a member's button is about. */
public final class SubjectLookup {
    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final CompletionStore doings;

    public SubjectLookup(Database database, ProgrammeStore register, TaskSwitches switches, CompletionStore doings) {
        this.database = database;
        this.register = register;
        this.switches = switches;
        this.doings = doings;
    }

    /** The subject, as long as its task is in a programme and on. */
    Optional<Subject> find(Person person, String key, String period) {
        return find(person.id(), key, period);
    }

    Optional<Subject> find(long member, String key, String period) {
        return database.read(tx -> register.in(tx)
                .task(key)
                .filter(switches.state(tx)::on)
                .flatMap(task -> {
                    MemberProgress standing = doings.standing(tx, member);
                    return standing.occurrences(task).stream()
                            .filter(occurrence -> occurrence.period().equals(period))
                            .findFirst()
                            .map(occurrence -> new Subject(task, occurrence, standing));
                }));
    }
}

package danvan.task;

import danvan.chat.Person;
import danvan.storage.Database;
import java.util.Optional;

/** Finds what a member's button is about. */
final class Subjects {
    private final Database database;
    private final Register register;
    private final Switches switches;
    private final Doings doings;

    Subjects(Database database, Register register, Switches switches, Doings doings) {
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
                    Standing standing = doings.standing(tx, member);
                    return standing.occurrences(task).stream()
                            .filter(occurrence -> occurrence.period().equals(period))
                            .findFirst()
                            .map(occurrence -> new Subject(task, occurrence, standing));
                }));
    }
}

package danvan;

import danvan.ask.Ask;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.desk.port.Work;
import danvan.library.imports.Imports;
import danvan.outbox.Undelivered;
import danvan.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What waits for the office besides reports, for the desk's first page. */
final class OfficeWork implements Work {
    /** Older failures are no work any more: whoever was meant has been told otherwise, or has left. */
    private static final Duration LATELY = Duration.ofDays(7);

    private final Tasks tasks;
    private final Ask ask;
    private final Imports imports;
    private final Undelivered messages;

    OfficeWork(Tasks tasks, Ask ask, Imports imports, Undelivered messages) {
        this.tasks = tasks;
        this.ask = ask;
        this.imports = imports;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Person person, Instant now) {
        boolean all = person.role() == Role.AUDITOR || person.role().atLeast(Role.OFFICE);
        List<Item> items = new ArrayList<>();
        items.add(new Item("extensions", tasks.office().asked(person), "extensions", false));
        if (all) {
            items.add(new Item("questions", ask.waiting(), "questions", false));
            items.add(new Item("documents", imports.waiting().size(), "documents?state=WAITING", false));
            items.add(new Item("answers", ask.office().toApprove(), "answers", false));
            items.add(new Item("failed", messages.count(now.minus(LATELY)), "deliveries", true));
        }
        return items;
    }
}

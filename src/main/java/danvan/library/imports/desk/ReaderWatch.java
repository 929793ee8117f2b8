package danvan.library.imports.desk;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.text.Texts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Whether files can be read at all. Where no process can be started that reads them, none of them is to blame: all wait, and
 * those whose they are hear of it once, with the cause. For one thread.
 */
final class ReaderWatch {
    private static final long AGAIN = Duration.ofMinutes(1).toNanos();
    private static final int LONGEST_CAUSE = 300;

    private final Documents documents;
    private final Database database;
    private final Outbox outbox;
    private final Function<Address, Texts.Phrases> spokenAt;
    private final LongSupplier nanos;
    private Optional<String> obstacle = Optional.empty();
    private long triedAt;
    private final Set<Address> told = new HashSet<>();

    ReaderWatch(
            Documents documents,
            Database database,
            Outbox outbox,
            Function<Address, Texts.Phrases> spokenAt,
            LongSupplier nanos) {
        this.documents = documents;
        this.database = database;
        this.outbox = outbox;
        this.spokenAt = spokenAt;
        this.nanos = nanos;
    }

    /** Tried anew each minute where it could not. */
    boolean canRead() {
        if (obstacle.isPresent() && nanos.getAsLong() - triedAt < AGAIN) {
            return false;
        }
        obstacle = documents.obstacle();
        triedAt = nanos.getAsLong();
        if (obstacle.isEmpty()) {
            told.clear();
        }
        return obstacle.isEmpty();
    }

    /** Tells those who have not heard of it yet. */
    void tell(List<Address> waiting) {
        List<Address> unaware = waiting.stream().filter(told::add).toList();
        if (obstacle.isEmpty() || unaware.isEmpty()) {
            return;
        }
        String cause = DocumentCard.cut(obstacle.get(), LONGEST_CAUSE);
        database.change(tx -> unaware.forEach(to -> outbox.add(
                tx, to, Outgoing.message(spokenAt.apply(to).say("office.noReader", "why", cause)), Priority.REPLY)));
        outbox.dispatch();
    }
}

package danvan.schedule;

import danvan.storage.MemoryShortage;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what need not be kept any longer: at the start, so that a bot that was down at night makes up for it, and every night. */
public final class Housekeeping implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    /** When the fewest people write. */
    public static final LocalTime HOUR = LocalTime.of(3, 0);

    /** Deletes one kind of thing and says how many. What it leaves over, the next night takes. */
    @FunctionalInterface
    public interface Purge {
        int run();
    }

    /** One of the night's works, under a name for the operator. */
    public record Chore(String name, Purge purge) {}

    private final List<Chore> chores;

    public Housekeeping(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    @Override
    public void run() {
        chores.forEach(Housekeeping::run);
    }

    /** One that fails must not keep the others from their work; the next night tries it again. */
    private static void run(Chore chore) {
        try {
            int gone = chore.purge().run();
            if (gone > 0) {
                LOG.info("housekeeping: {}: {} deleted", chore.name(), gone);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("housekeeping: {} failed ({}); it is retried next night", chore.name(), e.toString());
            MemoryShortage.note(e);
        }
    }
}

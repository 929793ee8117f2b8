package danvan.schedule;

import danvan.storage.MemoryShortage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of what need not be kept any longer: once at the start, so that a bot that stood still at night makes up for
 * it, and then every night. Belongs to the thread that {@linkplain #look looks}.
 */
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    /** When the fewest people write. */
    private static final LocalTime HOUR = LocalTime.of(3, 0);

    /** Lets go of one kind of thing and says how many. What it leaves over, the next night takes. */
    @FunctionalInterface
    public interface Purge {
        int run();
    }

    /** One of the night's works, under a name for the operator. */
    public record Chore(String name, Purge purge) {}

    private final Clock clock;
    private final ZoneId zone;
    private final List<Chore> chores;
    private Instant next = Instant.MIN;

    /**
     * Housekeeping that waits to be looked after.
     *
     * @param clock real time: a rehearsal that walks through a year need not do a year's cleaning
     * @param zone where it is night
     */
    public Housekeeping(Clock clock, ZoneId zone, List<Chore> chores) {
        this.clock = clock;
        this.zone = zone;
        this.chores = List.copyOf(chores);
    }

    /** Does the chores if they are due: at the first call, and at the first one of each night. */
    void look() {
        ZonedDateTime now = clock.instant().atZone(zone);
        if (now.toInstant().isBefore(next)) {
            return;
        }
        ZonedDateTime today = now.with(HOUR);
        next = (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
        chores.forEach(Housekeeping::run);
    }

    /** One that fails must not keep the others from their work; the next night tries it again. */
    private static void run(Chore chore) {
        try {
            int gone = chore.purge().run();
            if (gone > 0) {
                LOG.info("housekeeping: {}: {} let go", chore.name(), gone);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("housekeeping: {} failed ({}); the next night tries again", chore.name(), e.toString());
            MemoryShortage.note(e);
        }
    }
}

package danvan.task;

import danvan.chat.Texts;
import danvan.conversation.Feature;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of the year: their reminders, which run between {@link #start} and {@link #close}, and what members and the
 * office can say about them.
 */
public final class Tasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Database database;
    private final BotClock clock;
    private final ReminderHours hours;
    private final Programmes programmes;
    private final Switches switches = new Switches();
    private final Reminders reminders;
    private final List<Feature> features;

    /**
     * The tasks, to be {@linkplain #start started}.
     *
     * @param missed told of reminders that come too late to be sent
     */
    public Tasks(
            Database database,
            Outbox outbox,
            Texts texts,
            BotClock clock,
            ReminderHours hours,
            Programmes programmes,
            Members members,
            Quotes quotes,
            MissedReminders missed) {
        this.database = database;
        this.clock = clock;
        this.hours = hours;
        this.programmes = programmes;
        Ledger ledger = new Ledger();
        Doings doings = new Doings();
        Cards cards = new Cards(texts, quotes, hours);
        Agenda agenda = new Agenda(database, programmes, hours, switches, ledger, doings);
        RoundWork rounds = new RoundWork(database, outbox, members, cards, clock, missed, ledger, doings);
        this.reminders = new Reminders(database, clock, hours, agenda, rounds);
        List<Feature> all = new ArrayList<>();
        all.add(new TaskFeature(database, programmes, switches, doings, members, cards, hours, reminders));
        all.add(new ProgrammeFeature(database, programmes, switches, hours, reminders));
        if (clock.movable()) {
            all.add(new ClockFeature(clock, hours, cards, reminders));
        }
        this.features = List.copyOf(all);
    }

    /** {@code /tasks} with its buttons, {@code /programme}, and in a rehearsal {@code /clock}. */
    public List<Feature> features() {
        return features;
    }

    /** Begins to remind; what fell due while the bot was down comes first. Returns at once. */
    public void start() {
        programmes.problems().forEach(problem -> LOG.warn("programme put aside: {}", problem));
        // A task counts from the day on which it was first known, that morning's reminders included.
        Instant today = hours.startOf(hours.day(clock.instant()));
        database.change(tx -> switches.meet(tx, programmes.all(), today));
        reminders.start();
    }

    /** Whether everything that is due has been worked, and the clock stands where it was moved to. */
    public boolean idle() {
        return reminders.idle();
    }

    /** Waits until {@link #idle}; false where that took longer. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return reminders.awaitIdle(atMost);
    }

    /** Ends reminding, after the batch that is being worked; the rest is done at the next start. */
    @Override
    public void close() {
        reminders.close();
    }
}

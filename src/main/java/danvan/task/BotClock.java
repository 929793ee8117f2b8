package danvan.task;

import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bot's clock: real time plus an offset, which only grows. In a rehearsal the clock can be moved on, so that a year
 * is walked through in a minute; its offset is kept in the database, so that a restart does not travel back. Safe for
 * use by several threads.
 *
 * <p>Moving the clock sets its goal. The reminders walk it there, stopping wherever something is due, so that each is
 * sent as on its own day; where no reminders run, the clock jumps. A walk that was cut short goes on at the next start.
 */
public final class BotClock extends Clock {
    private static final LocalDateTime REHEARSAL = LocalDateTime.of(2024, 1, 2, 7, 30);
    private static final ZoneId REHEARSAL_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OFFSET = "clock.offset";
    private static final String GOAL = "clock.goal";

    private final Clock base;
    private final ZoneId zone;
    private final @Nullable Database database;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Supplier<Optional<Instant>>> stops = new CopyOnWriteArrayList<>();
    private final List<Runnable> walkers = new CopyOnWriteArrayList<>();
    /** Milliseconds. */
    private volatile long offset;

    private volatile long goal;

    private BotClock(Clock base, ZoneId zone, @Nullable Database database) {
        this.base = base;
        this.zone = zone;
        this.database = database;
    }

    /**
     * A clock that shows real time and cannot be moved.
     *
     * @param base the system's time
     */
    public static BotClock real(Clock base, ZoneId zone) {
        return new BotClock(base, zone, null);
    }

    /**
     * A clock that can be moved on. In a new database it begins on 2 January 2024, 07:30 in Vietnam; otherwise it goes on
     * from where it stood.
     *
     * @param base the system's time
     */
    public static BotClock rehearsal(Clock base, ZoneId zone, Database database) {
        BotClock clock = new BotClock(base, zone, database);
        Instant start = REHEARSAL.atZone(REHEARSAL_ZONE).toInstant();
        long first = offsetTo(base, start);
        database.change(tx -> {
            for (String name : List.of(OFFSET, GOAL)) {
                tx.update(
                        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        name,
                        Long.toString(first));
            }
            clock.offset = kept(tx, OFFSET);
            clock.goal = kept(tx, GOAL);
        });
        return clock;
    }

    /** Whether this is a rehearsal. */
    public boolean movable() {
        return database != null;
    }

    /**
     * Moves the clock on. The reminders that are due in between follow, oldest first; {@link Tasks#idle} says when they
     * are through.
     *
     * @throws IllegalArgumentException where the time is negative
     * @throws IllegalStateException where this is no rehearsal
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock cannot be moved back by " + by.negated());
        }
        database().change(tx -> moveTo(tx, goal().plus(by)));
        changed();
    }

    /** Has the clock stop on its way at these times, too: what is due then must not be found late. */
    public void stopsAt(Supplier<Optional<Instant>> next) {
        stops.add(next);
    }

    /** The next of those times behind another. */
    public Stream<Instant> stopsAfter(Instant now) {
        return stops.stream().flatMap(next -> next.get().stream()).filter(time -> time.isAfter(now));
    }

    /** Has the listener told whenever the clock has moved. It must return at once. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public Instant instant() {
        return base.instant().plusMillis(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        BotClock moving = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return moving.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return moving.withZone(another);
            }
        };
    }

    /** Where the clock will stand when its walk is over; the present time where there is none. */
    public Instant goal() {
        return base.instant().plusMillis(Math.max(goal, offset));
    }

    public boolean walking() {
        return offset < goal;
    }

    /** When it will be so late, in real time, if the clock is not moved. */
    public Instant realTimeOf(Instant instant) {
        return instant.minusMillis(offset);
    }

    /** Sets the goal in a transaction. Call {@link #changed} when that is kept. */
    public void moveTo(Tx tx, Instant instant) {
        long wanted = offsetTo(base, instant);
        tx.update("UPDATE setting SET value = ? WHERE name = ?", Long.toString(Math.max(wanted, kept(tx, GOAL))), GOAL);
    }

    /** Takes notice of a goal that was kept. */
    void changed() {
        refresh();
        walkers.forEach(Runnable::run);
        if (walkers.isEmpty() && walking()) {
            step(goal());
        }
    }

    /** Reads the goal again. */
    public void refresh() {
        if (database != null) {
            goal = database.read(tx -> kept(tx, GOAL));
        }
    }

    /** Has somebody walk the clock to its goals, who is told of each by being run. */
    public void walkedBy(Runnable walker) {
        walkers.add(walker);
    }

    public void leftBy(Runnable walker) {
        walkers.remove(walker);
    }

    /** Goes one step towards the goal, not beyond it and never back. */
    public synchronized void step(Instant to) {
        long wanted = Math.max(offset, offsetTo(base, to));
        long next = Math.min(goal, wanted);
        database().change(tx -> tx.update("UPDATE setting SET value = ? WHERE name = ?", Long.toString(next), OFFSET));
        offset = next;
        listeners.forEach(Runnable::run);
    }

    private Database database() {
        return Optional.ofNullable(database)
                .orElseThrow(() -> new IllegalStateException("only a rehearsal's clock can be moved"));
    }

    /** The clock then shows no less than the instant, because a part of a millisecond of real time is left out. */
    private static long offsetTo(Clock base, Instant instant) {
        return instant.toEpochMilli() - base.millis();
    }

    private static long kept(Tx tx, String name) {
        return tx.one("SELECT value FROM setting WHERE name = ?", row -> Long.parseLong(row.text("value")), name)
                .orElse(0L);
    }
}

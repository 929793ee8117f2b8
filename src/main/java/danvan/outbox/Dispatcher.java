package danvan.outbox;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.storage.Database;
import danvan.storage.LastingWork;
import danvan.storage.Tx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one channel's messages: a thread that takes the due ones, the most urgent first, hands them to the courier at
 * the channel's pace, and writes down what came of each.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int BATCH = 64;
    /** How long the thread sleeps without news; postponed messages and those of other processes wait that long. */
    private static final long DOZE = Duration.ofMillis(500).toNanos();

    private static final long CLOSING = Duration.ofSeconds(15).toNanos();

    /**
     * @param place its place in the pace that several processes keep
     * @param sentAt {@link System#nanoTime}
     * @param answeredAt {@link System#nanoTime}
     * @param reached whether the channel took it; what there was nothing to send of, or what failed, says nothing of how
     *     far away the channel is
     */
    private record Settled(
            QueuedMessage parcel,
            OptionalLong place,
            Delivery delivery,
            long sentAt,
            long answeredAt,
            boolean reached) {}

    private final String channel;
    private final Outbox outbox;
    private final Database database;
    private final Courier courier;
    private final Pace pace;
    private final BiConsumer<Tx, Address> unreachable;
    private final Throttle throttle;
    private final Optional<SharedPace> shared;
    private final Set<QueuedMessage.Lane> busy = new HashSet<>();
    private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    /** How long nothing may leave; belongs to the thread. */
    private long doze = DOZE;

    /**
     * A dispatcher, to be {@linkplain #start started}.
     *
     * @param channel the channel whose messages it delivers
     * @param unreachable told, in the transaction that writes it down, that a chat cannot be reached any more
     */
    public Dispatcher(
            String channel,
            Outbox outbox,
            Database database,
            Courier courier,
            Pace pace,
            BiConsumer<Tx, Address> unreachable) {
        this.channel = channel;
        this.outbox = outbox;
        this.database = database;
        this.courier = courier;
        this.pace = pace;
        this.unreachable = unreachable;
        this.shared = database.shared() && pace.isLimited()
                ? Optional.of(new SharedPace(database, channel, outbox.node(), pace))
                : Optional.empty();
        this.throttle = new Throttle(pace, System.nanoTime(), shared.isEmpty());
        this.thread = new Thread(this::run, "outbox-" + channel);
        outbox.onNews(channel, news::release);
    }

    public void start() {
        thread.start();
    }

    /** Whether nothing waits on this channel and nothing is under way. */
    public boolean idle() {
        return outbox.waiting(channel) == 0;
    }

    /** Takes no more messages and waits, within reason, for those under way. What still waits is kept. */
    @Override
    public void close() {
        closing = true;
        news.release();
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(CLOSING) + 1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long closeBy = 0;
        while (true) {
            doze = DOZE;
            // What was not written is sent again.
            LastingWork.survive(LOG, "outbox " + channel, () -> {
                settle();
                if (!closing) {
                    doze = Math.min(DOZE, send());
                }
            });
            if (closing) {
                closeBy = closeBy == 0 ? System.nanoTime() + CLOSING : closeBy;
                if (busy.isEmpty() || System.nanoTime() > closeBy) {
                    return;
                }
            }
            await(doze);
        }
    }

    private void await(long nanos) {
        try {
            if (nanos > 0 && news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Hands out what may leave now; returns how long nothing more may. */
    private long send() {
        long wait = DOZE;
        boolean moved = false;
        for (QueuedMessage parcel : outbox.due(channel, BATCH + busy.size())) {
            if (busy.size() >= pace.most()) {
                return DOZE;
            }
            if (shared.isPresent() && !settled.isEmpty()) {
                // A place is quick to take in memory and slow in a database: what has been answered is written down
                // first,
                // or a process that is killed in a burst would leave all of it to be sent again.
                return 0;
            }
            if (busy.contains(parcel.lane())) {
                continue;
            }
            long now = System.nanoTime();
            if (!parcel.isAck()) {
                long forChat = throttle.waitForChat(parcel.to(), now);
                if (forChat > 0) {
                    wait = Math.min(wait, forChat);
                    continue;
                }
                long forChannel = throttle.waitForChannel(parcel.priority(), now);
                if (forChannel > 0) {
                    return Math.min(wait, forChannel);
                }
            }
            Optional<SharedPace.Place> place = place(parcel);
            long pause = place.map(SharedPace.Place::pause).orElse(0L);
            if (pause > 0) {
                wait = Math.min(wait, pause);
                if (place.get().ofChat()) {
                    continue;
                }
                return wait;
            }
            now = place.isPresent() ? System.nanoTime() : now;
            Optional<Outgoing> what = place.isPresent()
                    ? place.get().body().flatMap(body -> outbox.readable(parcel.id(), body))
                    : outbox.leaving(parcel);
            moved = true;
            if (what.isEmpty()) {
                continue;
            }
            busy.add(parcel.lane());
            if (!parcel.isAck()) {
                throttle.leaves(parcel.priority(), now);
            }
            handOver(parcel, place.map(SharedPace.Place::number).orElse(OptionalLong.empty()), what.get(), now);
            if (!parcel.isAck()) {
                // Only now it is surely on its way; counted from earlier, the chat's next could come too soon.
                throttle.left(parcel.to(), System.nanoTime());
            }
        }
        return moved ? 0 : wait;
    }

    /** Its place in the pace that all processes keep, with the message itself; empty where there is no such pace. */
    private Optional<SharedPace.Place> place(QueuedMessage parcel) {
        return shared.filter(any -> !parcel.isAck())
                .map(all -> all.take(parcel, throttle.surelyOnTheWay(), tx -> outbox.claimed(tx, parcel)));
    }

    private void handOver(QueuedMessage parcel, OptionalLong place, Outgoing said, long sentAt) {
        CompletableFuture<Delivery> delivery;
        boolean sent = false;
        try {
            Optional<Outgoing> message = outbox.resolved(parcel.to(), said);
            sent = message.isPresent();
            delivery = message.map(what -> courier.deliver(parcel.to(), what))
                    .orElseGet(() -> CompletableFuture.completedFuture(new Delivery.Delivered("")));
        } catch (RuntimeException | Error e) {
            // Without a delivery the chat would be busy for good.
            delivery = CompletableFuture.failedFuture(e);
        }
        boolean asked = sent;
        var unused = delivery.handle((result, failure) -> {
            settled.add(new Settled(
                    parcel,
                    place,
                    failure == null ? result : Failures.thrown(parcel, failure),
                    sentAt,
                    System.nanoTime(),
                    asked && (result instanceof Delivery.Delivered || result instanceof Delivery.Begun)));
            news.release();
            return true;
        });
    }

    private void settle() {
        Set<Settled> batch = new HashSet<>();
        settled.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        try {
            database.change(tx -> batch.forEach(result -> {
                write(tx, result);
                free(tx, result);
            }));
        } catch (RuntimeException | Error e) {
            // Whatever it was: what is forgotten here would keep its chat busy for good.
            settled.addAll(batch);
            throw e;
        }
        batch.forEach(result -> {
            busy.remove(result.parcel().lane());
            if (!result.parcel().isAck()) {
                throttle.answered(result.parcel().priority(), result.sentAt(), result.answeredAt(), result.reached());
            }
        });
    }

    private void free(Tx tx, Settled result) {
        result.place()
                .ifPresent(number -> shared.ifPresent(all ->
                        all.answered(tx, number, System.nanoTime() - result.answeredAt(), throttle.surelyOnTheWay())));
    }

    private void write(Tx tx, Settled result) {
        QueuedMessage parcel = result.parcel();
        Delivery delivery = result.delivery();
        if (delivery instanceof Delivery.Delivered delivered) {
            if (parcel.perhapsThere()) {
                LOG.warn(
                        "outbox {}: message {} to {} may have been delivered twice: it was being sent when its process ended",
                        channel,
                        parcel.id(),
                        parcel.to());
            }
            outbox.close(tx, parcel, "DELIVERED", delivered.remoteId(), parcel.perhapsThere() ? Outbox.TWICE : "");
        } else if (delivery instanceof Delivery.Begun begun) {
            outbox.shorten(tx, parcel, begun.rest());
        } else if (delivery instanceof Delivery.Later later) {
            throttle.paused(parcel.to(), later.pause(), System.nanoTime());
            shared.ifPresent(all -> all.paused(tx, parcel.to(), later.pause()));
            outbox.postpone(tx, parcel, later.pause(), false, "asked to wait");
        } else if (delivery instanceof Delivery.Failed failed) {
            Duration pause = Failures.pauseAfter(parcel.attempts());
            LOG.warn("outbox {}: message {} failed ({}), retry in {}", channel, parcel.id(), failed.reason(), pause);
            outbox.postpone(tx, parcel, pause, true, failed.reason());
        } else if (delivery instanceof Delivery.Unreachable gone) {
            outbox.giveUp(tx, parcel, "UNREACHABLE", "", gone.reason());
            unreachable.accept(tx, parcel.to());
        } else if (delivery instanceof Delivery.Refused refused) {
            LOG.error("outbox {}: message {} was rejected: {}", channel, parcel.id(), refused.reason());
            outbox.giveUp(tx, parcel, "REFUSED", "", refused.reason());
        }
    }
}

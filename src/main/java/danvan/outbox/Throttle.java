package danvan.outbox;

import danvan.chat.Address;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * When the next message may leave: the pace of the channel and of each chat, and what the channel asked for. Times are
 * {@link System#nanoTime}. One thread at a time.
 */
final class Throttle {
    private static final int MANY_CHATS = 10_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace;
    private final ServerWindow all;
    private final Map<Address, SlidingWindow> chats = new HashMap<>();
    private final Map<Address, Long> pausedChats = new HashMap<>();
    private final EvenSteps bulk;
    private final boolean stepsHere;
    private final OneByOne reminders = new OneByOne(Duration.ofSeconds(1));
    private final OneByOne strangers = new OneByOne(Duration.ofSeconds(1));
    private int broadcastsUnderWay;
    private int underWay;
    private long allPausedUntil = Long.MIN_VALUE;
    private Address lastPaused = new Address("none", "none");
    private long lastPausedAt = Long.MIN_VALUE / 2;

    /**
     * A throttle.
     *
     * @param now {@link System#nanoTime}
     * @param stepsHere whether even steps are counted here; otherwise {@link SharedPace} counts them for all processes
     */
    Throttle(Pace pace, long now, boolean stepsHere) {
        this.pace = pace;
        this.stepsHere = stepsHere;
        this.all = new ServerWindow(pace.perWindow(), pace.window(), now);
        this.bulk = new EvenSteps(pace.step());
    }

    /**
     * Nanoseconds until the channel takes any message of this priority. What is sent to many goes in even steps; reminders
     * and what strangers are told one by one besides, and of a broadcast no more are under way than the line is long. Where
     * several processes share the pace, neither are replies: one of them is ended now and then, and what it had under way
     * is sent again.
     */
    long waitForChannel(Priority priority, long now) {
        long wait = Math.max(allPausedUntil == Long.MIN_VALUE ? 0 : allPausedUntil - now, all.waitFor(now));
        return switch (priority) {
            case REPLY -> stepsHere || underWay <= onTheLine() ? wait : ServerWindow.UNTIL_ANSWERED;
            case REMINDER -> Math.max(wait, Math.max(waitForStep(now), reminders.waitFor(now)));
            case BROADCAST ->
                broadcastsUnderWay < onTheLine() ? Math.max(wait, waitForStep(now)) : ServerWindow.UNTIL_ANSWERED;
            case STRANGER -> Math.max(wait, Math.max(waitForStep(now), strangers.waitFor(now)));
        };
    }

    private long waitForStep(long now) {
        return stepsHere ? bulk.waitFor(now) : 0;
    }

    /** As in {@link ServerWindow#surelyOnTheWay}. */
    long surelyOnTheWay() {
        return all.surelyOnTheWay();
    }

    /**
     * As many steps as a message is under way, and one to spare. Without it a process that is slow to read the first
     * answers, because it has just begun, would have two dozen under way when it is killed, and send all of them again.
     */
    private long onTheLine() {
        return 2 + all.usualWay() / pace.step().toNanos();
    }

    /** Nanoseconds until the chat takes a message. */
    long waitForChat(Address chat, long now) {
        Long paused = pausedChats.get(chat);
        SlidingWindow window = chats.get(chat);
        return Math.max(paused == null ? 0 : paused - now, window == null ? 0 : window.waitFor(now));
    }

    /** A message of this priority is being handed over. */
    void leaves(Priority priority, long now) {
        all.sent();
        underWay++;
        if (priority == Priority.REMINDER) {
            reminders.sent(now);
        } else if (priority == Priority.BROADCAST) {
            broadcastsUnderWay++;
        } else if (priority == Priority.STRANGER) {
            strangers.sent(now);
        }
        if (priority == Priority.REPLY) {
            bulk.giveWay();
        } else {
            bulk.step(now);
        }
    }

    /** A message to this chat has been handed over. */
    void left(Address chat, long now) {
        if (chats.size() > MANY_CHATS) {
            chats.values().removeIf(window -> window.isEmpty(now));
        }
        chats.computeIfAbsent(chat, any -> new SlidingWindow(pace.perChat(), pace.chatWindow()))
                .add(now);
    }

    /**
     * What came of a message that {@linkplain #leaves left} is written down.
     *
     * @param reached whether the channel itself answered
     */
    void answered(Priority priority, long sentAt, long answeredAt, boolean reached) {
        if (priority == Priority.REMINDER) {
            reminders.answered(sentAt);
        } else if (priority == Priority.BROADCAST) {
            broadcastsUnderWay--;
        } else if (priority == Priority.STRANGER) {
            strangers.answered(sentAt);
        }
        underWay--;
        all.answered(sentAt, answeredAt, reached);
    }

    /**
     * The channel asked to wait. It does not say whether it means the chat or everybody: when a second chat is told the
     * same within a second, it means everybody.
     */
    void paused(Address chat, Duration pause, long now) {
        long until = now + pause.toNanos();
        pausedChats.values().removeIf(end -> end <= now);
        pausedChats.put(chat, until);
        if (!chat.equals(lastPaused) && now - lastPausedAt < SECOND) {
            allPausedUntil = until;
        }
        lastPaused = chat;
        lastPausedAt = now;
    }
}

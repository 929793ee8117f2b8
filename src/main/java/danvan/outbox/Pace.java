package danvan.outbox;

import java.time.Duration;

/**
 * How fast a channel may be spoken to. Telegram's own figures are in its Bots FAQ, "My bot is hitting limits".
 *
 * @param perWindow messages in any window, all chats together
 * @param window its length
 * @param perChat messages in any chat window, to one chat
 * @param chatWindow its length
 * @param most messages under way at once
 */
public record Pace(int perWindow, Duration window, int perChat, Duration chatWindow, int most) {
    private static final int UNLIMITED = 100_000;

    public Pace {
        if (perWindow < 1 || perChat < 1 || most < 1 || window.isNegative() || chatWindow.isNegative()) {
            throw new IllegalArgumentException("a pace needs room for one message");
        }
    }

    /**
     * The time between two messages of those that go to many: reminders, broadcasts. It leaves seven tenths of a place free
     * in any window, so that a reply finds room at once more often than not, and otherwise waits for a part of a step.
     */
    public Duration step() {
        return Duration.ofNanos(perWindow == 1 ? window.toNanos() : 10 * window.toNanos() / (10L * perWindow - 7));
    }

    /**
     * About 30 a second, and one a second to a chat with a burst of three. The window is a little longer than a second
     * because the way to the server differs a little from one message to the next.
     */
    public static Pace telegram() {
        return new Pace(30, Duration.ofMillis(1_002), 3, Duration.ofSeconds(3), 60);
    }

    /** Whether there is anything to keep to. */
    boolean isLimited() {
        return perWindow < UNLIMITED;
    }

    /** As fast as it goes, for channels on this machine. */
    public static Pace unlimited() {
        return new Pace(UNLIMITED, Duration.ofSeconds(1), UNLIMITED, Duration.ofSeconds(1), 100);
    }
}

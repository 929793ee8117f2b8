package danvan.monitoring;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked up once, when the figures are asked for.
 *
 * @param inboxWaiting updates that wait for their turn
 * @param inboxOldest how long the oldest of them has waited
 * @param outboxWaiting messages that wait, by channel
 * @param outboxOldest how long the oldest of them has waited
 * @param jobsOpen exports and other long works that are ordered
 * @param indexGeneration counts the changes of the search index; empty until it is there
 */
public record Figures(
        long inboxWaiting,
        Optional<Duration> inboxOldest,
        Map<String, Long> outboxWaiting,
        Optional<Duration> outboxOldest,
        long jobsOpen,
        Optional<Long> indexGeneration) {
    public Figures {
        outboxWaiting = Map.copyOf(outboxWaiting);
    }
}

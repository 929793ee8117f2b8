package danvan.channel.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How the rest of the bot is, for whoever watches the machine. */
@FunctionalInterface
public interface Vitals {
    /** How Telegram is heard from; empty where it is not in use. */
    Optional<Polled> polled();

    /** Why members are not served yet, or not any more; empty when they are. */
    default List<String> missing() {
        return List.of();
    }

    /** What stands still for good and only another start can help; empty when nothing does. */
    default List<String> stuck() {
        return List.of();
    }

    /** How many passages are found by their words alone as yet; empty where no embedding model is used. */
    default OptionalInt passagesWithoutVectors() {
        return OptionalInt.empty();
    }

    /** How old the youngest backup is; empty where there is none. */
    default Optional<Duration> backupAge() {
        return Optional.empty();
    }

    /** What opens the figures to other machines; empty: they are for this machine alone. */
    default Optional<String> metricsToken() {
        return Optional.empty();
    }

    /** All figures, as Prometheus reads them. */
    default String metrics() {
        return "";
    }
}

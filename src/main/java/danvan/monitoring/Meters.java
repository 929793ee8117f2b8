package danvan.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of one bot, under their names. Safe for use by several threads. */
public final class Meters {
    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Supplier<Figures> figures;
    private final ConcurrentHashMap<String, Timer> timers = new ConcurrentHashMap<>();
    private volatile @Nullable Figures looked;

    /**
     * The figures.
     *
     * @param data the folder whose disk is told of
     * @param figures what is asked at each scrape; it may fail where the database is away, and then those figures are none
     */
    public Meters(Path data, Supplier<Figures> figures) {
        this.figures = figures;
        new UptimeMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new DiskSpaceMetrics(data.toAbsolutePath().toFile()).bindTo(registry);
        figure("danvan.database.up", "1 while the database answers", any -> 1, 0);
        figure("danvan.inbox.waiting", "Updates that wait for their turn", Figures::inboxWaiting);
        figure("danvan.inbox.oldest.seconds", "How long the oldest has waited", any -> seconds(any.inboxOldest(), 0));
        figure("danvan.outbox.oldest.seconds", "How long the oldest has waited", any -> seconds(any.outboxOldest(), 0));
        figure("danvan.jobs.open", "Exports and other long works that are ordered", Figures::jobsOpen);
        figure(
                "danvan.index.generation",
                "Counts the changes of the search index",
                any -> any.indexGeneration().map(Long::doubleValue).orElse(Double.NaN));
    }

    /** A channel that is open: how many messages wait for it. */
    public void channel(String name) {
        Gauge.builder(
                        "danvan.outbox.waiting",
                        this,
                        meters -> meters.of(any -> any.outboxWaiting().getOrDefault(name, 0L), Double.NaN))
                .description("Messages that wait to be delivered")
                .tag("channel", name)
                .register(registry);
    }

    /** How long ago a channel was last heard from, where it is asked again and again. */
    public void polls(String channel, Supplier<Optional<Duration>> lastGood) {
        age("danvan.poll.age.seconds", "Since the last successful poll", lastGood, "channel", channel);
    }

    /** How old the youngest backup is; none where there is no backup. */
    public void backups(Supplier<Optional<Duration>> age) {
        age("danvan.backup.age.seconds", "Since the youngest backup was made", age);
    }

    /** A turn was done, or failed and is tried again. */
    public void turn(Duration took, boolean done) {
        timer("danvan.turn", "Turns, and how long each took", "outcome", done ? "done" : "failed")
                .record(took);
    }

    /** A message was handed to a channel. */
    public void sent(String channel, String outcome, Duration took) {
        timer("danvan.send", "Messages by what came of them", "channel", channel, "outcome", outcome)
                .record(took);
    }

    /** The library was asked. */
    public void searched(String grade, Duration took) {
        timer("danvan.search", "Searches by how sure the answer is", "grade", grade)
                .record(took);
    }

    /** Everything in Prometheus's text format. */
    public String scrape() {
        try {
            looked = figures.get();
        } catch (RuntimeException e) {
            // The database tells the operator itself; here it is a figure.
            looked = null;
            LOG.debug("figures of the database", e);
        }
        return registry.scrape();
    }

    private Timer timer(String name, String description, String... tags) {
        return timers.computeIfAbsent(
                name + String.join("|", tags),
                any -> Timer.builder(name)
                        .description(description)
                        .tags(tags)
                        .serviceLevelObjectives(
                                Duration.ofMillis(50),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5))
                        .register(registry));
    }

    private void figure(String name, String description, ToDoubleFunction<Figures> read) {
        figure(name, description, read, Double.NaN);
    }

    private void figure(String name, String description, ToDoubleFunction<Figures> read, double otherwise) {
        Gauge.builder(name, this, meters -> meters.of(read::applyAsDouble, otherwise))
                .description(description)
                .register(registry);
    }

    private void age(String name, String description, Supplier<Optional<Duration>> age, String... tags) {
        Gauge.builder(name, age, asked -> seconds(asked.get(), Double.NaN))
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private <T extends Number> double of(Function<Figures, T> read, double otherwise) {
        Figures now = looked;
        return now == null ? otherwise : read.apply(now).doubleValue();
    }

    private static double seconds(Optional<Duration> time, double otherwise) {
        return time.map(Duration::toMillis).map(millis -> millis / 1_000.0).orElse(otherwise);
    }
}

package danvan.form.aggregation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of several reports to one question, put together in its {@linkplain Aggregation way}. */
public final class Aggregator {
    /** More places than anybody reads. */
    private static final int PLACES = 2;

    private final Aggregation total;
    private final Map<String, Last> last = new HashMap<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal weights = BigDecimal.ZERO;
    private boolean empty = true;

    private record Last(long report, YearMonth until, BigDecimal value) {}

    public Aggregator(Aggregation total) {
        this.total = total;
    }

    /**
     * One answer; reports are given in the order in which they came.
     *
     * @param unit whose report it stands in
     * @param until the last month of the report's period: the latest period has the last word, however late another came
     * @param weight of the answer; only a weighted mean asks for it, and leaves out what has none
     */
    public void add(String unit, long report, YearMonth until, BigDecimal value, Optional<BigDecimal> weight) {
        switch (total.kind()) {
            case SUM -> sum = sum.add(value);
            case MEAN -> weigh(value, BigDecimal.ONE);
            case WEIGHTED_MEAN -> {
                if (weight.filter(by -> by.signum() > 0).isEmpty()) {
                    return;
                }
                weigh(value, weight.get());
            }
            case LAST -> last.merge(unit, new Last(report, until, value), Aggregator::later);
            case NONE -> {
                return;
            }
        }
        empty = false;
    }

    private static Last later(Last before, Last now) {
        if (before.report() == now.report()) {
            // Another repetition of the same report.
            return new Last(now.report(), now.until(), before.value().add(now.value()));
        }
        return now.until().isBefore(before.until()) ? before : now;
    }

    private void weigh(BigDecimal value, BigDecimal weight) {
        sum = sum.add(value.multiply(weight));
        weights = weights.add(weight);
    }

    /** What they come to; empty where nothing is known. */
    public Optional<BigDecimal> value() {
        if (empty) {
            return Optional.empty();
        }
        return Optional.of(
                switch (total.kind()) {
                    case MEAN, WEIGHTED_MEAN -> sum.divide(weights, PLACES, RoundingMode.HALF_UP);
                    case LAST -> last.values().stream().map(Last::value).reduce(BigDecimal.ZERO, BigDecimal::add);
                    case SUM, NONE -> sum;
                });
    }
}

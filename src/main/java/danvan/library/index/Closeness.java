package danvan.library.index;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * How near in meaning passages are to a question. Cosines lie elsewhere with every model, so a passage is held against the
 * others: by how many deviations it is nearer than
 * the median passage, which the few that are near hardly move, be the library ever so small.
 */
public final class Closeness {
    /** So near is a passage on the same subject. */
    private static final double LEAST = 1.5;

    /** And so near one that says the same. */
    private static final double GREATEST = 6.5;

    private final IntToDoubleFunction cosine;
    private final double usual;
    private final double deviation;

    Closeness(IntToDoubleFunction cosine, double usual, double deviation) {
        this.cosine = cosine;
        this.usual = usual;
        this.deviation = deviation;
    }

    /** From 0, as near as any, to 1; empty where the passage has no vector yet. */
    public OptionalDouble of(int ordinal) {
        double own = cosine.applyAsDouble(ordinal);
        if (Double.isNaN(own) || deviation == 0) {
            return OptionalDouble.empty();
        }
        double share = ((own - usual) / deviation - LEAST) / (GREATEST - LEAST);
        return OptionalDouble.of(Math.max(0, Math.min(1, share)));
    }
}

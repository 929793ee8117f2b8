package danvan.task.reminder;

import java.util.List;
import java.util.Locale;

/** Draws the week's chart. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface DigestChart {

    /** A unit and how many things in it are done, late, open. */
    record Bar(String unit, long done, long late, long open) {
        long all() {
            return done + late + open;
        }
    }

    /**
     * What the chart calls its three parts, in the reader's language.
     *
     * @param locale how the reader's language writes numbers and shares
     * @param below what is said below the bars, of units that have none; may be empty
     */
    record Words(Locale locale, String title, String done, String late, String open, String below) {}

    /** The chart as a PNG, legible on a phone. */
    byte[] png(Words words, List<Bar> bars);
}

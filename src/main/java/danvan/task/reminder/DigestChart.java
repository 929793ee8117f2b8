package danvan.task.reminder;

import java.util.List;

/** Draws the week's chart. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface DigestChart {

    /** A unit and how many things in it are done, late, open. */
    record Bar(String unit, long done, long late, long open) {}

    /**
     * What the chart calls its three parts, in the reader's language.
     *
     * @param below what is said below the bars, of units that have none; may be empty
     */
    record Words(String title, String done, String late, String open, String below) {}

    /** The chart as a PNG, legible on a phone. */
    byte[] png(Words words, List<Bar> bars);
}

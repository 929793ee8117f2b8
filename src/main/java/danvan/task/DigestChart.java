package danvan.task;

import java.util.List;

/** Draws the week's chart. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface DigestChart {

    /** A unit and how many things in it are done, late, open. */
    record Bar(String unit, long done, long late, long open) {}

    /** What the chart calls its three parts, in the reader's language. */
    record Words(String title, String done, String late, String open) {}

    /** The chart as a PNG, legible on a phone. */
    byte[] png(Words words, List<Bar> bars);
}

package danvan.workbook;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that an upload changes, as plain text: for a table of all of them.
 *
 * @param what it is that changes
 * @param before what it was; empty where it is new
 * @param after what it will be; empty where it goes
 */
public record Difference(Kind kind, String what, String before, String after) {
    private static final int LONGEST = 600;

    /** What happens to it. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        /** Nothing changes; whoever decides should know it. */
        REMARK
    }

    public Difference {
        what = shortened(what);
        before = shortened(before);
        after = shortened(after);
    }

    public static Difference added(String what, String after) {
        return new Difference(Kind.ADDED, what, "", after);
    }

    public static Difference changed(String what, String before, String after) {
        return new Difference(Kind.CHANGED, what, before, after);
    }

    public static Difference removed(String what, String before) {
        return new Difference(Kind.REMOVED, what, before, "");
    }

    public static Difference remark(String words) {
        return new Difference(Kind.REMARK, words, "", "");
    }

    /** Several lists in one. */
    public static List<Difference> all(List<Stream<Difference>> some) {
        return some.stream().flatMap(lines -> lines).toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

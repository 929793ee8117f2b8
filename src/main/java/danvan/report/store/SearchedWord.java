package danvan.report.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something to be found in answers: a word, or several that follow each other. Short words are found whole: most
 * Vietnamese ones are the beginning of others that mean something else. A longer last one is found by its beginning, as
 * languages with endings need it.
 *
 * @param parts folded, letters and digits only; none where signs were typed, which stand nowhere
 */
public record SearchedWord(List<String> parts) {
    /** The longest of the Vietnamese words that are the beginning of another one are shorter. */
    private static final int BY_BEGINNING = 5;

    private static final int LONGEST = 60;

    public SearchedWord {
        parts = List.copyOf(parts);
    }

    /**
     * The words that are searched for.
     *
     * @param folded what was typed
     */
    public static SearchedWord of(String folded) {
        return new SearchedWord(parts(folded, Integer.MAX_VALUE));
    }

    /** The words of a text, as they are indexed. */
    static String indexed(String folded, int most) {
        return String.join(" ", parts(folded, most));
    }

    private static List<String> parts(String folded, int most) {
        List<String> parts = new ArrayList<>();
        int from = -1;
        for (int at = 0; at <= folded.length() && parts.size() < most; at++) {
            boolean inside = at < folded.length() && isPart(folded, at);
            if (inside && from < 0) {
                from = at;
            } else if (!inside && from >= 0) {
                parts.add(folded.substring(from, Math.min(at, from + LONGEST)));
                from = -1;
            }
        }
        return parts;
    }

    /** Letters outside of the basic plane are signs here: both databases agree about the others. */
    private static boolean isPart(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at));
    }

    /** As both databases' indexes of words read it. */
    String expression() {
        return parts.stream().map(part -> '"' + part + '"').collect(Collectors.joining(" + "))
                + (isByBeginning() ? " *" : "");
    }

    private boolean isByBeginning() {
        return parts.get(parts.size() - 1).length() >= BY_BEGINNING;
    }

    /** Whether a text has it. */
    public boolean isIn(String folded) {
        if (parts.isEmpty()) {
            return false;
        }
        List<String> all = parts(folded, Integer.MAX_VALUE);
        if (!isByBeginning()) {
            return Collections.indexOfSubList(all, parts) >= 0;
        }
        int last = parts.size() - 1;
        for (int at = 0; at + last < all.size(); at++) {
            if (all.subList(at, at + last).equals(parts.subList(0, last))
                    && all.get(at + last).startsWith(parts.get(last))) {
                return true;
            }
        }
        return false;
    }
}

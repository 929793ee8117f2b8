package danvan.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * A number as people write one: groups of figures with blanks, points, hyphens or brackets between. Dates, pairs of
 * years and coordinates are no part of one.
 *
 * @param start where it begins in the text
 * @param end behind its last figure
 * @param plus whether a + stands before it
 */
record NumberRun(int start, int end, boolean plus, List<String> groups) {
    private static final int LONGEST_GAP = 3;
    private static final int MOST_GROUPS = 12;

    NumberRun {
        groups = List.copyOf(groups);
    }

    String digits() {
        return String.join("", groups);
    }

    /** All numbers of a text, in order. */
    static List<NumberRun> in(String text) {
        List<NumberRun> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (isDigit(text.charAt(at))) {
                at = read(text, at, runs);
            } else {
                at++;
            }
        }
        return runs;
    }

    /** Reads one run and returns where to go on. */
    private static int read(String text, int start, List<NumberRun> runs) {
        List<int[]> places = new ArrayList<>();
        int at = start;
        while (true) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            places.add(new int[] {at, end});
            int next = end;
            while (next < text.length() && next - end < LONGEST_GAP && isGap(text.charAt(next))) {
                next++;
            }
            if (next == end
                    || next >= text.length()
                    || !isDigit(text.charAt(next))
                    || text.substring(end, next).contains(". ")
                    || places.size() == MOST_GROUPS) {
                addWithoutDates(text, places, runs);
                return end;
            }
            at = next;
        }
    }

    private static void addWithoutDates(String text, List<int[]> places, List<NumberRun> runs) {
        List<int[]> part = new ArrayList<>();
        int i = 0;
        while (i < places.size()) {
            int taken = Math.max(dateAt(text, places, i), pointAt(text, places, i));
            if (taken > 0) {
                add(text, part, runs);
                part.clear();
                i += taken;
            } else {
                part.add(places.get(i));
                i++;
            }
        }
        add(text, part, runs);
    }

    private static void add(String text, List<int[]> part, List<NumberRun> runs) {
        if (part.isEmpty()) {
            return;
        }
        int start = part.get(0)[0];
        runs.add(new NumberRun(
                start,
                part.get(part.size() - 1)[1],
                start > 0 && text.charAt(start - 1) == '+',
                part.stream().map(place -> text.substring(place[0], place[1])).toList()));
    }

    /** Four groups where they are latitude and longitude, as in 21.0285 105.8542; else 0. */
    private static int pointAt(String text, List<int[]> places, int i) {
        if (i + 3 >= places.size()) {
            return 0;
        }
        boolean pair = isDegrees(text, places, i)
                && isDegrees(text, places, i + 2)
                && text.substring(places.get(i + 1)[1], places.get(i + 2)[0]).isBlank();
        return pair ? 4 : 0;
    }

    /** A number of degrees with a decimal point and four figures or more behind it. */
    private static boolean isDegrees(String text, List<int[]> places, int i) {
        String whole = group(text, places, i);
        return whole.length() <= 3
                && whole.charAt(0) != '0'
                && number(whole) <= 180
                && group(text, places, i + 1).length() >= 4
                && text.substring(places.get(i)[1], places.get(i + 1)[0]).equals(".");
    }

    /** How many groups from one on are a date or a pair of years; 0 where they are none. */
    private static int dateAt(String text, List<int[]> places, int i) {
        String first = group(text, places, i);
        String second = group(text, places, i + 1);
        String third = group(text, places, i + 2);
        boolean joined = i + 1 < places.size() && places.get(i + 1)[0] - places.get(i)[1] == 1;
        if (!joined || text.charAt(places.get(i)[1]) == ' ') {
            return 0;
        }
        boolean dayFirst = isUpTo(first, 31) && isUpTo(second, 12) && isYear(third);
        boolean yearFirst = isYear(first) && isUpTo(second, 12) && isUpTo(third, 31) && second.length() == 2;
        if (dayFirst || yearFirst) {
            return 3;
        }
        return isYear(first) && isYear(second) ? 2 : 0;
    }

    private static String group(String text, List<int[]> places, int i) {
        return i < places.size() ? text.substring(places.get(i)[0], places.get(i)[1]) : "";
    }

    private static boolean isUpTo(String figures, int most) {
        return !figures.isEmpty() && figures.length() <= 2 && number(figures) >= 1 && number(figures) <= most;
    }

    private static boolean isYear(String figures) {
        return figures.length() == 4 && (figures.startsWith("19") || figures.startsWith("20"));
    }

    private static int number(String figures) {
        return Integer.parseInt(figures);
    }

    private static boolean isGap(char sign) {
        return sign == ' ' || sign == '.' || sign == '-' || sign == '(' || sign == ')';
    }

    static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}

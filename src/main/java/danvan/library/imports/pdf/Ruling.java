package danvan.library.imports.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A straight line, as the borders of tables are.
 *
 * @param level whether it goes from left to right, and not down
 * @param at from the top, or from the left
 */
record Ruling(boolean level, float at, float from, float to) {
    /** Borders that are so near are one. */
    static final float NEAR = 3;

    /** Dots and dashes with such gaps are one line. */
    private static final float GAP = 4.5f;

    private static final float SHORTEST = 6;

    boolean covers(float place) {
        return from <= place && place <= to;
    }

    boolean crosses(Ruling other) {
        return level != other.level
                && from - NEAR <= other.at
                && other.at <= to + NEAR
                && other.from - NEAR <= at
                && at <= other.to + NEAR;
    }

    /** Pieces that go on in one another as one; what is too short to be a border is left out. */
    static List<Ruling> joined(List<Ruling> pieces) {
        List<Ruling> joined = new ArrayList<>();
        for (boolean level : new boolean[] {true, false}) {
            List<Ruling> sorted = pieces.stream()
                    .filter(piece -> piece.level() == level)
                    .sorted(Comparator.comparing(Ruling::at))
                    .toList();
            int from = 0;
            for (int i = 1; i <= sorted.size(); i++) {
                if (i == sorted.size() || sorted.get(i).at() - sorted.get(from).at() > NEAR / 2) {
                    join(sorted.subList(from, i), joined);
                    from = i;
                }
            }
        }
        joined.removeIf(line -> line.to() - line.from() < SHORTEST);
        return joined;
    }

    private static void join(List<Ruling> inLine, List<Ruling> joined) {
        Ruling last = null;
        for (Ruling piece :
                inLine.stream().sorted(Comparator.comparing(Ruling::from)).toList()) {
            if (last != null && piece.from() - last.to() <= GAP) {
                last = new Ruling(last.level(), last.at(), last.from(), Math.max(last.to(), piece.to()));
            } else {
                if (last != null) {
                    joined.add(last);
                }
                last = piece;
            }
        }
        if (last != null) {
            joined.add(last);
        }
    }
}

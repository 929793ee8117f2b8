package danvan.library.imports.structure;

import java.util.BitSet;
import java.util.List;

/**
 * Which paragraphs stand in quotation marks that opened in one before: a law that amends another quotes its articles, and
 * they are none of its own.
 */
final class Quotes {
    /** An amended chapter may be long; marks that nobody closed must not swallow the document. */
    private static final int LONGEST = 400;

    private Quotes() {}

    /** The lines that open nothing. */
    static BitSet in(List<Line> lines) {
        BitSet quoted = new BitSet(lines.size());
        int at = 0;
        while (at < lines.size()) {
            int end = opens(lines.get(at)) ? end(lines, at) : -1;
            if (end > at) {
                quoted.set(at + 1, end + 1);
            }
            at = Math.max(at, end) + 1;
        }
        return quoted;
    }

    private static boolean opens(Line line) {
        return line.isText() && balance(line.text(), 0) != 0;
    }

    private static int end(List<Line> lines, int from) {
        int open = balance(lines.get(from).text(), 0);
        for (int i = from + 1; i < Math.min(lines.size(), from + LONGEST); i++) {
            if (!lines.get(i).isText()) {
                continue;
            }
            open = balance(lines.get(i).text(), open);
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }

    /** How many marks are open after a line; a straight one opens where none of its kind is open. */
    private static int balance(String line, int before) {
        int open = before;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '“' || c == '«') {
                open++;
            } else if (c == '”' || c == '»') {
                open = Math.max(0, open - 1);
            } else if (c == '"') {
                boolean atStart = i == 0 || " (".indexOf(line.charAt(i - 1)) >= 0;
                open = open == 0 && atStart ? 1 : Math.max(0, open - 1);
            }
        }
        return open;
    }
}

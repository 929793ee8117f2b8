package danvan.workbook;

import danvan.text.Markup;
import danvan.text.Problem;
import danvan.text.Texts;
import java.util.List;

/**
 * What was found in a file that was sent, as it is kept for a page: in the language of who sent it.
 *
 * @param words what was said of it, as plain text
 * @param mark of what it would change; see {@link UploadReview}
 * @param lines what it would change, or what is wrong with it
 * @param more how many lines are left out
 */
public record UploadLook(Outcome outcome, String words, String mark, List<Line> lines, int more) {
    /** A page that long is read by nobody; who has so many faults mends some of them first. */
    private static final int MOST_LINES = 5_000;

    /** What a file is found to be. */
    public enum Outcome {
        /** It can be applied. */
        SOUND,
        /** It says what is so already, or must not be applied. */
        NOTHING_NEW,
        FAULTY,
        UNREADABLE,
        /** It takes a while to know. */
        EXAMINING
    }

    /**
     * A line of a table.
     *
     * @param kind a {@link Difference.Kind}; a fault has none
     * @param where for a fault: the cell
     */
    public record Line(String kind, String where, String what, String before, String after) {}

    public UploadLook {
        lines = List.copyOf(lines);
    }

    static UploadLook of(UploadReview review) {
        return new UploadLook(
                review.changesNothing() ? Outcome.NOTHING_NEW : Outcome.SOUND,
                Markup.strip(review.text()),
                review.mark(),
                review.differences().stream()
                        .limit(MOST_LINES)
                        .map(one -> new Line(one.kind().name(), "", one.what(), one.before(), one.after()))
                        .toList(),
                Math.max(0, review.differences().size() - MOST_LINES));
    }

    static UploadLook faulty(Texts.Phrases texts, String words, List<Problem> problems) {
        return new UploadLook(
                Outcome.FAULTY,
                words,
                "",
                problems.stream()
                        .limit(MOST_LINES)
                        .map(Problem::withoutFile)
                        .map(problem -> new Line(
                                "", problem.place().in(texts).replaceFirst(":$", ""), problem.said(texts), "", ""))
                        .toList(),
                Math.max(0, problems.size() - MOST_LINES));
    }

    static UploadLook examining(String words) {
        return new UploadLook(Outcome.EXAMINING, words, "", List.of(), 0);
    }

    static UploadLook unreadable(String words) {
        return new UploadLook(Outcome.UNREADABLE, words, "", List.of(), 0);
    }
}

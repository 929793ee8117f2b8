package danvan.workbook;

import danvan.text.Markup;
import danvan.text.Problem;
import danvan.text.Texts;
import java.util.List;

/** What the office sees of a file that it sent and that cannot be used. */
public final class ProblemList {
    private static final int MOST = 10;
    private static final int LONGEST = 300;

    private ProblemList() {}

    /**
     * The first of the problems, one a line, and what to do.
     *
     * @param file as it was called
     * @param kept what stays as it was, in a sentence
     */
    public static String said(Texts.Phrases texts, String file, String kept, List<Problem> problems) {
        StringBuilder text =
                new StringBuilder(texts.say("workbook.faults", "file", file, "count", problems.size(), "kept", kept));
        problems.stream()
                .limit(MOST)
                .forEach(problem -> text.append("\n• ").append(Markup.escape(shortened(problem.in(texts)))));
        if (problems.size() > MOST) {
            text.append('\n').append(texts.say("workbook.more", "count", problems.size() - MOST));
        }
        return text.append("\n\n").append(texts.say("workbook.sendAgain")).toString();
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}

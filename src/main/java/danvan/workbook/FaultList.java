package danvan.workbook;

import danvan.text.Markup;
import danvan.text.Texts;
import java.util.List;

/** What the office is told of a file that it sent and that cannot be used. */
public final class FaultList {
    private static final int MOST = 10;

    private FaultList() {}

    /**
     * The first of the faults, one a line, and what to do.
     *
     * @param file as it was called
     * @param kept what stays as it was, in a sentence
     */
    public static String said(Texts.Phrases texts, String file, String kept, List<Fault> faults) {
        StringBuilder text =
                new StringBuilder(texts.say("workbook.faults", "file", file, "count", faults.size(), "kept", kept));
        faults.stream().limit(MOST).forEach(fault -> text.append("\n• ").append(Markup.escape(fault.in(texts))));
        if (faults.size() > MOST) {
            text.append('\n').append(texts.say("workbook.more", "count", faults.size() - MOST));
        }
        return text.append("\n\n").append(texts.say("workbook.sendAgain")).toString();
    }
}

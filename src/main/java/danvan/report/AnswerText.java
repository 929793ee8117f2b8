package danvan.report;

import danvan.form.CurrentAnswer;
import danvan.form.SummaryRow;
import danvan.report.store.AnswerCipher;
import danvan.report.store.SummedFigures;
import danvan.text.Markup;
import danvan.text.Texts;
import java.util.List;

/** The answers of a report as people read them: under their groups, in the form's order. */
public final class AnswerText {
    private static final int LONGEST_ANSWER = 600;

    private AnswerText() {}

    /**
     * Markup, a line an answer.
     *
     * @param masked whether personal answers are hidden and those without an answer left out
     */
    public static String byGroups(Texts.Phrases words, List<SummaryRow> rows, AnswerExtras beside, boolean masked) {
        StringBuilder text = new StringBuilder();
        List<String> groups = List.of();
        for (SummaryRow row : rows) {
            if (masked && row.answer().isEmpty()) {
                continue;
            }
            if (!row.groups().equals(groups)) {
                groups = row.groups();
                text.append(groups.isEmpty() ? "\n" : "\n\n<u>" + Markup.escape(String.join(" › ", groups)) + "</u>");
            }
            text.append('\n')
                    .append(Markup.escape(row.label()))
                    .append(' ')
                    .append(Markup.bold(shown(words, row, beside, masked)));
            beside.gathered()
                    .of(row.ref())
                    .filter(figure -> !figure.receipts().isEmpty())
                    .ifPresent(figure -> text.append(" ").append(sources(words, row, figure)));
            beside.written(row.ref())
                    .forEach(caption -> text.append("\n   ")
                            .append(Markup.italic(
                                    masked && (row.personal() || caption.sealed())
                                            ? AnswerCipher.MASK
                                            : caption.words())));
        }
        return text.toString();
    }

    /** How many reports a figure comes from, and what they add up to where the person has put another number. */
    private static String sources(Texts.Phrases words, SummaryRow row, SummedFigures.Figure figure) {
        boolean kept = row.answer()
                .filter(given -> given.values().equals(List.of(figure.value())))
                .isPresent();
        return words.say(
                kept ? "report.fromReports" : "report.notFromReports",
                "count",
                figure.receipts().size(),
                "value",
                figure.value());
    }

    private static String shown(Texts.Phrases words, SummaryRow row, AnswerExtras beside, boolean masked) {
        String answer = row.answer().map(CurrentAnswer::text).orElse("–");
        if (row.answer().isPresent() && masked && (row.personal() || beside.wasSealed(row.ref()))) {
            return AnswerCipher.MASK;
        }
        if (row.type().isFile() && row.answer().isPresent()) {
            return "📎 " + words.plain("report.files", "count", beside.files(row.ref()));
        }
        return answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER) + "…";
    }
}

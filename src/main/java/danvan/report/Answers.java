package danvan.report;

import danvan.chat.Markup;
import danvan.chat.Texts;
import danvan.form.Given;
import danvan.form.SummaryRow;
import java.util.List;
import java.util.Map;

/** The answers of a report as people read them: under their groups, in the form's order. */
final class Answers {
    private static final int LONGEST_ANSWER = 600;

    private Answers() {}

    /**
     * Markup, a line an answer.
     *
     * @param more how many files beyond the first each question has, by its ref
     * @param masked whether personal answers are hidden and those without an answer left out
     */
    static String byGroups(Texts.Phrases words, List<SummaryRow> rows, Map<String, Integer> more, boolean masked) {
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
                    .append(Markup.bold(shown(words, row, more, masked)));
        }
        return text.toString();
    }

    private static String shown(Texts.Phrases words, SummaryRow row, Map<String, Integer> more, boolean masked) {
        String answer = row.answer().map(Given::text).orElse("–");
        if (row.answer().isPresent() && (Vault.isSealed(answer) || (masked && row.personal()))) {
            return Vault.MASK;
        }
        if (row.type().isFile() && row.answer().isPresent()) {
            return "📎 " + words.plain("report.files", "count", 1 + more.getOrDefault(row.ref(), 0));
        }
        return answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER) + "…";
    }
}

package danvan.report.dialog;

import danvan.form.FormSession;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The figures of a group in one message: "4, 0, 120" answers three questions. */
final class GroupLine {
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d[\\d.,]{0,20}%?");
    private static final Pattern LINES = Pattern.compile("[;\\n]");
    private static final Pattern COMMAS = Pattern.compile(",\\s");
    private static final Pattern BLANKS = Pattern.compile("\\s");

    private GroupLine() {}

    /** A figure's question and those that follow it in its group; none where it stands alone. */
    static List<SummaryRow> from(FormSession session, Step step) {
        if (!(step instanceof Step.Question question) || question.groups().isEmpty() || !isFigure(question.type())) {
            return List.of();
        }
        List<SummaryRow> rows = session.summary();
        List<SummaryRow> found = new ArrayList<>();
        for (SummaryRow row : rows) {
            if (found.isEmpty() && !row.ref().equals(question.ref())) {
                continue;
            }
            if (!row.editable() || !isFigure(row.type()) || !row.groups().equals(question.groups())) {
                if (row.editable() || !found.isEmpty()) {
                    break;
                }
                continue;
            }
            found.add(row);
        }
        return found.size() < 2 ? List.of() : List.copyOf(found);
    }

    /** Whether no figure of the group stands before it: that is where one reads that all can be told at once. */
    static boolean isFirst(FormSession session, Step.Question question) {
        return session.summary().stream()
                .filter(row ->
                        row.editable() && isFigure(row.type()) && row.groups().equals(question.groups()))
                .findFirst()
                .filter(row -> row.ref().equals(question.ref()))
                .isPresent();
    }

    private static boolean isFigure(QuestionType type) {
        return type == QuestionType.INTEGER || type == QuestionType.DECIMAL;
    }

    /**
     * The figures of a message; none where it is one figure, or holds anything else.
     *
     * @param most how many questions there are to answer
     */
    static List<String> parts(String words, int most) {
        Pattern between =
                LINES.matcher(words).find() ? LINES : COMMAS.matcher(words).find() ? COMMAS : BLANKS;
        List<String> parts = Stream.of(between.split(words.strip(), -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        boolean figures = parts.stream().allMatch(part -> FIGURE.matcher(part).matches());
        if (!figures || parts.size() < 2 || parts.size() > most || (between == BLANKS && isGrouped(parts))) {
            return List.of();
        }
        return parts;
    }

    /** "1 200" is one figure, written with a blank between thousands. */
    private static boolean isGrouped(List<String> parts) {
        return parts.get(0).matches("[+-]?\\d{1,3}")
                && parts.subList(1, parts.size()).stream().allMatch(part -> part.matches("\\d{3}(,\\d+)?"));
    }

    /** What stands there already, where all of them have something. */
    static List<String> given(List<SummaryRow> rows) {
        return rows.stream().allMatch(row -> row.answer().isPresent())
                ? rows.stream()
                        .flatMap(row -> row.answer().stream())
                        .map(answer -> answer.text())
                        .toList()
                : List.of();
    }

    /** The questions' words, for a line. */
    static String labels(List<SummaryRow> rows) {
        return String.join(
                "; ",
                rows.stream()
                        .map(row -> row.label().replaceFirst("(?<!\\s)\\s*+[?:]\\s*+$", ""))
                        .toList());
    }

    /** An example of so many figures. */
    static String example(int figures) {
        List<String> some = Arrays.asList("4", "0", "12", "150", "3", "7", "25", "1");
        return String.join(", ", some.subList(0, Math.min(figures, some.size())));
    }
}

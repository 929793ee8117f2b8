package danvan.report.dialog;

import danvan.form.Answer;
import danvan.form.CurrentAnswer;
import danvan.form.Field;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One repetition in one message: "the road; roads; the commune; open" answers four questions. Words may hold semicolons
 * themselves, so each part must fit its question, and one of those that are answered must be no text.
 */
final class GroupWords {
    private static final Pattern BETWEEN = Pattern.compile("[;\\n]");
    private static final Pattern REPETITION = Pattern.compile("\\[\\d+]");
    private static final int FEWEST = 3;

    private GroupWords() {}

    /** The questions of the repetition that begins here; none where it cannot be told in one message. */
    static List<SummaryRow> from(OpenDraft open, Step step) {
        if (!(step instanceof Step.Question question)
                || question.answer().isPresent()
                || repeat(open, question.ref()).isEmpty()) {
            return List.of();
        }
        List<SummaryRow> rows = open.session().summary().stream()
                .filter(row -> row.editable() && isOf(open, question, row.ref(), row.groups()))
                .toList();
        boolean fits = rows.size() >= FEWEST
                && rows.get(0).ref().equals(question.ref())
                && rows.stream().noneMatch(row -> row.type().isFile() || row.personal())
                && rows.stream().anyMatch(row -> row.type() != QuestionType.TEXT);
        return fits ? rows : List.of();
    }

    private static boolean isOf(OpenDraft open, Step.Question first, String ref, List<String> groups) {
        return groups.equals(first.groups()) && repeat(open, ref).equals(repeat(open, first.ref()));
    }

    /** The innermost repeat around a question. */
    private static Optional<String> repeat(OpenDraft open, String ref) {
        String path = REPETITION.matcher(ref).replaceAll("");
        return Optional.ofNullable(open.form().fieldsByPath().get(path)).flatMap(Field::repeat);
    }

    /** Whether the words may answer several questions. */
    static boolean mayBe(String words) {
        return BETWEEN.matcher(words).results().limit(FEWEST - 1).count() == FEWEST - 1;
    }

    /**
     * Answers the questions one after the other.
     *
     * @return what was understood, for people; empty where the words are no such line, and then nothing has changed
     */
    static Optional<List<String>> answered(OpenDraft open, String words) {
        List<SummaryRow> rows = mayBe(words) ? from(open, open.step()) : List.of();
        if (rows.isEmpty() || !(open.step() instanceof Step.Question first)) {
            return Optional.empty();
        }
        List<String> parts =
                Stream.of(BETWEEN.split(words.strip(), -1)).map(String::strip).toList();
        List<String> refs = new ArrayList<>();
        FormSession session = open.session();
        boolean done = session.attempt(() -> allTaken(open, first, parts, refs) && hasMoreThanWords(session, refs));
        return done
                ? Optional.of(refs.stream()
                        .map(ref -> session.given(ref).map(CurrentAnswer::text).orElse("–"))
                        .toList())
                : Optional.empty();
    }

    /** A choice, a figure or a day among the parts: nobody's sentence has them in the places where they are asked. */
    private static boolean hasMoreThanWords(FormSession session, List<String> refs) {
        return session.summary().stream()
                .anyMatch(row -> refs.contains(row.ref())
                        && row.type() != QuestionType.TEXT
                        && row.answer().isPresent());
    }

    private static boolean isOver(OpenDraft open, Step.Question first) {
        return !(open.session().current() instanceof Step.Question now) || !isOf(open, first, now.ref(), now.groups());
    }

    private static boolean allTaken(OpenDraft open, Step.Question first, List<String> parts, List<String> refs) {
        FormSession session = open.session();
        for (String part : parts) {
            if (isOver(open, first) || !(session.current() instanceof Step.Question now) || refs.contains(now.ref())) {
                return false;
            }
            refs.add(now.ref());
            Answer answer = part.isEmpty() ? new Answer.Blank() : new Answer.Typed(part);
            if (!(session.answer(answer) instanceof Outcome.Accepted)) {
                return false;
            }
        }
        return true;
    }
}

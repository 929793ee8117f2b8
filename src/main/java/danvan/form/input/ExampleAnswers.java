package danvan.form.input;

import danvan.form.FormContext;
import danvan.form.QuestionType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers to show as examples: those that the question itself would take. */
public final class ExampleAnswers {
    private static final int MOST = 2;
    private static final List<String> WHOLE = List.of("12", "1200", "3", "1", "30", "100", "0", "2024", "50000");
    private static final List<String> DECIMAL = List.of("12", "12.5", "0.5", "1.5", "50", "100", "1", "0");
    private static final List<Integer> DAYS = List.of(-7, 7, -40, 40, -400, 400, -1, 0, 1);
    private static final List<String> TIMES = List.of("07:30:00.000", "19:45:00.000", "10:00:00.000", "15:00:00.000");

    private ExampleAnswers() {}

    /**
     * At most two, as people write them; none where the type has none or none would be taken.
     *
     * @param fits whether the question would take a stored value
     */
    public static List<String> of(QuestionType type, Predicate<String> fits, FormContext context) {
        return candidates(type, context.now().toLocalDate())
                .filter(fits)
                .limit(MOST)
                .map(value -> AnswerText.text(type, value, context))
                .toList();
    }

    private static Stream<String> candidates(QuestionType type, LocalDate today) {
        return switch (type) {
            case INTEGER -> WHOLE.stream();
            case DECIMAL -> DECIMAL.stream();
            case DATE -> DAYS.stream().map(days -> today.plusDays(days).toString());
            case TIME -> TIMES.stream();
            case DATE_TIME ->
                DAYS.stream().flatMap(days -> TIMES.stream().limit(1).map(time -> today.plusDays(days) + "T" + time));
            default -> Stream.empty();
        };
    }
}

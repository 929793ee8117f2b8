package danvan.form.check;

import danvan.form.Choice;
import danvan.form.FormContext;
import danvan.form.FormProblem;
import danvan.form.InstanceValues;
import danvan.form.Step;
import danvan.form.Submission;
import danvan.form.session.FormEngine;
import danvan.form.session.FormNavigator;
import danvan.form.session.FormPosition;
import danvan.form.session.QuestionPrompt;
import danvan.form.xlsform.FormSource;
import danvan.text.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javarosa.core.model.instance.TreeReference;

/**
 * Compares each answer of a walk with what would be sent. An answer may be gone for a reason the form has: its question is no
 * longer asked, its choice no longer offered, or an action of the form has put another value there.
 */
final class AnswerComparison {
    private static final Pattern NUMBER_OF_REPETITION = Pattern.compile("\\[\\d+]");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final int MOST_SHOWN = 80;

    /** A question whose answer is not what was given. */
    record Lost(String ref, Problem why) {}

    private final FormEngine engine;
    private final FormContext context;
    private final Set<String> setByTheForm;

    AnswerComparison(FormEngine engine, FormContext context, FormSource source) {
        this.engine = engine;
        this.context = context;
        this.setByTheForm = source.setByActions();
    }

    /** Several choices are stored as one text with blanks between them, so a choice must not hold one. */
    static Optional<Lost> unkeepable(Step.Question question) {
        return !question.type().holdsSeveral()
                ? Optional.empty()
                : question.choices().stream()
                        .map(Choice::value)
                        .filter(value -> BLANK.matcher(value).find())
                        .findFirst()
                        .map(value ->
                                new Lost(question.ref(), FormProblem.of("kept.blank", question.ref(), shown(value))));
    }

    /** What is lost or changed in the submission that has been made of the answers. */
    List<Lost> lost(List<TestWalk.Given> given, Submission submission) {
        var sent = submission.values().stream()
                .collect(Collectors.toMap(Submission.Value::ref, Submission.Value::text, (a, b) -> a));
        var inXml = InstanceValues.of(submission.instanceXml()).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(HashSet::new));
        // The same question may have been asked twice, by two controls: the last answer counts.
        var last = new LinkedHashMap<String, TestWalk.Given>();
        given.stream().filter(answer -> answer.place().isPresent()).forEach(answer -> last.put(answer.ref(), answer));
        var positions = new FormNavigator(engine.model())
                .positions().stream().collect(Collectors.toMap(FormPosition::ref, position -> position, (a, b) -> b));
        var lost = new ArrayList<Lost>();
        last.forEach((ref, answer) -> {
            var position = Optional.ofNullable(positions.get(ref));
            if (position.filter(there -> there.kind() == FormPosition.Kind.QUESTION)
                            .isPresent()
                    && !isSetByTheForm(ref)) {
                compared(answer, new QuestionPrompt(engine, position.get(), context), sent.getOrDefault(ref, ""), inXml)
                        .ifPresent(lost::add);
            }
        });
        return lost;
    }

    private boolean isSetByTheForm(String ref) {
        return setByTheForm.contains(NUMBER_OF_REPETITION.matcher(ref).replaceAll(""));
    }

    private static Optional<Lost> compared(
            TestWalk.Given answer, QuestionPrompt asked, String sent, Set<String> inXml) {
        var wanted = answer.values();
        if (asked.hasChangingChoices()) {
            var offered = asked.choices().stream().map(Choice::value).toList();
            wanted = wanted.stream().filter(offered::contains).toList();
        }
        boolean isKept = isSame(asked, wanted, sent) && (sent.isBlank() || inXml.contains(sent.strip()));
        var said = String.join(" ", wanted);
        return isKept
                ? Optional.empty()
                : Optional.of(new Lost(
                        answer.ref(),
                        sent.isBlank() || isSame(asked, wanted, sent)
                                ? FormProblem.of("kept.lost", answer.ref(), shown(said))
                                : FormProblem.of("kept.other", answer.ref(), shown(said), shown(sent))));
    }

    private static boolean isSame(QuestionPrompt asked, List<String> wanted, String sent) {
        if (wanted.isEmpty() || sent.isEmpty()) {
            return wanted.isEmpty() && sent.isBlank();
        }
        return switch (asked.type()) {
            case INTEGER, DECIMAL ->
                isNumber(sent) && new BigDecimal(sent).compareTo(new BigDecimal(wanted.get(0))) == 0;
            case GEOPOINT -> places(sent).equals(places(wanted.get(0)));
            // The offset of the person's zone is written when a form is finished.
            case TIME, DATE_TIME ->
                sent.startsWith(wanted.get(0)) || wanted.get(0).startsWith(sent);
            case SELECT_MULTIPLE, RANK -> asked.stored(sent).equals(wanted);
            default -> sent.equals(wanted.get(0));
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");
    }

    private static List<Double> places(String place) {
        return Stream.of(place.split("\\s+", -1)).limit(2).map(Double::valueOf).toList();
    }

    private static String shown(String text) {
        var line = BLANK.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MOST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }

    /** The value that the engine holds at a place, as it would be stored. */
    static Optional<String> held(FormEngine engine, TreeReference place) {
        return Optional.ofNullable(engine.element(place)).flatMap(QuestionPrompt::value);
    }
}

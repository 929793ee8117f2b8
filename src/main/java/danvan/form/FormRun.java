package danvan.form;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeReference;

/** One draft loaded into a parsed form: where the person is, what comes next, what an answer changes. */
final class FormRun {
    private static final Set<QuestionType> PASSING =
            EnumSet.of(QuestionType.DATE, QuestionType.TIME, QuestionType.DATE_TIME, QuestionType.GEOPOINT);

    private final ParsedForm parsed;
    private final FormContext context;
    private final FormNavigator navigator;
    private final Cascade cascade;
    private final Review review;
    private Cursor cursor;
    private boolean spoiled;

    private FormRun(ParsedForm parsed, FormContext context, Cursor cursor) {
        this.parsed = parsed;
        this.context = context;
        this.navigator = new FormNavigator(parsed.model());
        this.cascade = new Cascade(parsed, navigator, context);
        this.review = new Review(parsed, navigator, context);
        this.cursor = cursor;
    }

    static FormRun begin(ParsedForm parsed, FormContext context, String instanceId) {
        parsed.begin(context, instanceId);
        if (new CountedRepeats(parsed).isExcessive()) {
            throw new FormException(
                    "Beginning a form that repeats a group more than " + CountedRepeats.MOST + " times");
        }
        var run = new FormRun(parsed, context, Cursor.read(Cursor.END));
        run.cursor =
                run.cursor.walking(run.navigator.first().map(FormPosition::ref).orElse(Cursor.END));
        return run;
    }

    static FormRun beginLike(ParsedForm parsed, FormContext context, String instanceId, String earlierXml) {
        parsed.beginLike(earlierXml, context, instanceId);
        var run = new FormRun(parsed, context, Cursor.read(Cursor.END));
        run.forgetPassing();
        run.toNextOpen();
        return run;
    }

    /** Everything counts as seen: what has no answer was left without one. */
    void passAll() {
        for (var stop : navigator.stops()) {
            boolean answered = stop.kind() == FormPosition.Kind.QUESTION
                    && new QuestionPrompt(parsed, stop, context).value().isPresent();
            cursor = answered ? cursor : cursor.passing(stop.passedAs());
        }
    }

    /** Takes out what is true of one time or one person only. */
    private void forgetPassing() {
        for (var stop : navigator.stops()) {
            if (stop.kind() == FormPosition.Kind.QUESTION) {
                var asked = new QuestionPrompt(parsed, stop, context);
                if (asked.type().isFile()
                        || PASSING.contains(asked.type())
                        || asked.personal()
                        || asked.isAskedAnew()) {
                    parsed.form().setValue(null, stop.index().getReference(), true);
                }
            } else {
                cursor = cursor.passing(stop.passedAs());
            }
        }
        cascade.settle();
    }

    static FormRun resume(ParsedForm parsed, FormContext context, FormState state) {
        parsed.restore(state.instanceXml(), context);
        return new FormRun(parsed, context, Cursor.read(state.position()));
    }

    FormState state() {
        return new FormState(parsed.write(false), cursor.write());
    }

    String position() {
        return cursor.write();
    }

    void moveTo(String position) {
        cursor = Cursor.read(position);
    }

    /** Whether a refused answer has left repetitions behind: the draft is restored before it is gone on with. */
    boolean isSpoiled() {
        return spoiled;
    }

    Step current() {
        var stops = navigator.stops();
        var here = find(stops, cursor.at());
        if (here.isEmpty() && !cursor.atEnd()) {
            // What was being asked has become irrelevant: go on with what is open.
            here = firstOpen(stops);
        }
        return here.map(stop -> step(stop, stops)).orElseGet(Step.End::new);
    }

    /** Puts answers in, in the form's order, so that one may open the next. */
    void fill(Map<String, String> answers) {
        var left = new HashMap<>(answers);
        for (boolean filled = true; filled; ) {
            filled = false;
            for (var stop : navigator.stops()) {
                var value = stop.kind() == FormPosition.Kind.QUESTION ? left.remove(stop.ref()) : null;
                filled |= value != null && put(stop, value);
            }
        }
        cascade.settle();
    }

    private boolean put(FormPosition stop, String value) {
        var asked = new QuestionPrompt(parsed, stop, context);
        if (asked.type().isFile() && !value.isEmpty()) {
            return false;
        }
        var reference = stop.index().getReference();
        Optional<IAnswerData> data;
        try {
            data = value.isEmpty() ? Optional.empty() : asked.data(asked.stored(value));
        } catch (RuntimeException e) {
            // A value that has no such type any more: the question is asked afresh.
            return false;
        }
        boolean valid =
                value.isEmpty() || (data.isPresent() && parsed.form().evaluateConstraint(reference, data.get()));
        if (valid) {
            parsed.form().setValue(data.orElse(null), reference, true);
        }
        return valid;
    }

    List<Repetition> repetitions() {
        return Repetitions.of(parsed, navigator.stops());
    }

    /** What is shown or played beside the current step. */
    List<Media> media() {
        return find(navigator.stops(), cursor.at())
                .filter(stop -> stop.kind() != FormPosition.Kind.REPEAT_PROMPT)
                .map(stop -> new QuestionPrompt(parsed, stop, context).media())
                .orElse(List.of());
    }

    /** Whether the current question must be answered and, after the answers before it, offers no choice. */
    boolean lacksChoices() {
        return find(navigator.stops(), cursor.at())
                .filter(stop -> stop.kind() == FormPosition.Kind.QUESTION)
                .filter(stop -> new QuestionPrompt(parsed, stop, context).lacksChoices())
                .isPresent();
    }

    /** Where the current question's answer is kept. */
    Optional<TreeReference> place() {
        return find(navigator.stops(), cursor.at())
                .filter(stop -> stop.kind() == FormPosition.Kind.QUESTION)
                .map(stop -> stop.index().getReference());
    }

    /** What an answer to the current question means, as it should be stored; nothing where it is refused. */
    List<String> understood(Answer answer) {
        return find(navigator.stops(), cursor.at())
                .filter(stop -> stop.kind() == FormPosition.Kind.QUESTION)
                .map(stop -> new QuestionPrompt(parsed, stop, context).read(answer))
                .filter(Reading.Understood.class::isInstance)
                .map(reading -> ((Reading.Understood) reading).values())
                .orElse(List.of());
    }

    /** The current question's constraint as it is written; empty when it has none. */
    String constraint() {
        return find(navigator.stops(), cursor.at())
                .flatMap(stop -> Optional.ofNullable(
                        parsed.element(stop.index().getReference()).getConstraint()))
                .map(constraint -> String.valueOf(constraint.constraint))
                .orElse("");
    }

    private Step step(FormPosition stop, List<FormPosition> stops) {
        var groups = QuestionPrompt.groups(parsed, stop);
        if (stop.kind() == FormPosition.Kind.REPEAT_PROMPT) {
            var label = parsed.texts()
                    .label(parsed.form().getChild(stop.index()), stop.index().getReference());
            return new Step.RepeatPrompt(stop.ref(), groups, label, stop.index().getElementMultiplicity());
        }
        var asked = new QuestionPrompt(parsed, stop, context);
        if (stop.kind() == FormPosition.Kind.NOTE) {
            var value = asked.given().map(Given::text).orElse("");
            var text = value.isEmpty() ? asked.label() : (asked.label() + "\n" + value).strip();
            return new Step.Note(stop.ref(), groups, text, asked.hint());
        }
        var questions = stops.stream()
                .filter(s -> s.kind() == FormPosition.Kind.QUESTION)
                .map(FormPosition::ref)
                .toList();
        return new Step.Question(
                stop.ref(),
                groups,
                asked.label(),
                asked.hint(),
                asked.type(),
                asked.choices(),
                asked.appearance(),
                asked.required(),
                asked.personal(),
                asked.given(),
                questions.indexOf(stop.ref()) + 1,
                questions.size());
    }

    /** The rejection, or nothing: then the draft has changed and the cursor has moved on. */
    Optional<Outcome.Rejected> answer(Answer answer) {
        var found = find(navigator.stops(), cursor.at());
        if (found.isEmpty()) {
            return Optional.of(rejected(Outcome.Reason.NO_QUESTION));
        }
        var stop = found.get();
        var rejected = switch (stop.kind()) {
            case QUESTION -> answerQuestion(stop, answer);
            case REPEAT_PROMPT -> answerPrompt(stop, answer);
            case NOTE -> {
                moveOn(stop);
                yield Optional.<Outcome.Rejected>empty();
            }
        };
        return rejected;
    }

    private Optional<Outcome.Rejected> answerQuestion(FormPosition stop, Answer answer) {
        var asked = new QuestionPrompt(parsed, stop, context);
        var reading = asked.read(answer);
        if (reading instanceof Reading.Refused refused) {
            return Optional.of(new Outcome.Rejected(
                    refused.reason(), Wording.of(context.language()).rejected(refused.reason()), refused.candidates()));
        }
        var values = ((Reading.Understood) reading).values();
        var data = asked.data(values);
        if (data.isEmpty() && asked.required()) {
            return Optional.of(new Outcome.Rejected(Outcome.Reason.REQUIRED, asked.requiredMessage(), List.of()));
        }
        var beyond = asked.range().filter(range -> !values.isEmpty() && !range.holds(new BigDecimal(values.get(0))));
        if (beyond.isPresent()) {
            return Optional.of(new Outcome.Rejected(
                    Outcome.Reason.CONSTRAINT, Wording.of(context.language()).range(beyond.get()), List.of()));
        }
        var form = parsed.form();
        var reference = stop.index().getReference();
        if (data.isPresent() && !form.evaluateConstraint(reference, data.get())) {
            return Optional.of(
                    new Outcome.Rejected(Outcome.Reason.CONSTRAINT, asked.constraintMessage(data), List.of()));
        }
        var before = parsed.element(reference).getValue();
        form.setValue(data.orElse(null), reference, true);
        if (new CountedRepeats(parsed).isExcessive()) {
            form.setValue(before, reference, true);
            spoiled = true;
            return Optional.of(rejected(Outcome.Reason.NUMBER_TOO_LARGE));
        }
        cascade.settle();
        cursor = data.isPresent() ? cursor.answering(stop.passedAs()) : cursor.passing(stop.passedAs());
        moveOn(stop);
        return Optional.empty();
    }

    private Optional<Outcome.Rejected> answerPrompt(FormPosition stop, Answer answer) {
        var wanted = wanted(answer);
        if (wanted.isEmpty()) {
            return Optional.of(rejected(Outcome.Reason.NOT_YES_OR_NO));
        }
        if (wanted.get()) {
            parsed.controller().newRepeat(stop.index());
            cursor = cursor.answering(stop.passedAs());
            // The new repetition's own first stop: the index now names what has just been made.
            cursor = cursor.to(
                    navigator.next(stop.index()).map(FormPosition::ref).orElse(Cursor.END));
        } else {
            cursor = cursor.passing(stop.passedAs());
            moveOn(stop);
        }
        return Optional.empty();
    }

    private static Optional<Boolean> wanted(Answer answer) {
        if (answer instanceof Answer.Another another) {
            return Optional.of(another.wanted());
        }
        if (answer instanceof Answer.Blank) {
            return Optional.of(false);
        }
        if (answer instanceof Answer.Typed typed) {
            var text = Folded.of(typed.text());
            return Wording.YES.contains(text)
                    ? Optional.of(true)
                    : Wording.NO.contains(text) ? Optional.of(false) : Optional.empty();
        }
        return Optional.empty();
    }

    Outcome.Rejected rejected(Outcome.Reason reason) {
        return new Outcome.Rejected(reason, Wording.of(context.language()).rejected(reason), List.of());
    }

    private void moveOn(FormPosition from) {
        if (from.kind() == FormPosition.Kind.NOTE) {
            cursor = cursor.passing(from.passedAs());
        }
        cursor = cursor.editing()
                ? cursor.to(firstOpen(navigator.stops()).map(FormPosition::ref).orElse(Cursor.END))
                : cursor.to(navigator.next(from.index()).map(FormPosition::ref).orElse(Cursor.END));
    }

    /** One step back, if there is one. */
    boolean back() {
        var stops = navigator.stops();
        int here = cursor.atEnd() ? stops.size() : refs(stops).indexOf(cursor.at());
        if (here > 0) {
            cursor = cursor.to(stops.get(here - 1).ref());
        }
        return here > 0;
    }

    /** To a stop of the summary; the walk returns to the end when it has been reached before. */
    void jump(String ref, boolean returning) {
        if (find(navigator.stops(), ref).isPresent()) {
            cursor = returning ? cursor.editing(ref) : cursor.walking(ref);
        }
    }

    boolean hasReachedEnd() {
        return cursor.atEnd() || cursor.editing();
    }

    void toNextOpen() {
        cursor = cursor.to(firstOpen(navigator.stops()).map(FormPosition::ref).orElse(Cursor.END));
    }

    /** Takes away the repetition in which this ref stands. */
    void removeRepetition(String ref) {
        find(navigator.stops(), ref).ifPresent(stop -> {
            parsed.controller().deleteRepeat(stop.index());
            cascade.settle();
            toNextOpen();
        });
    }

    private Optional<FormPosition> firstOpen(List<FormPosition> stops) {
        return stops.stream().filter(this::isOpen).findFirst();
    }

    /** Lacks an answer, and is required or has never been passed. */
    private boolean isOpen(FormPosition stop) {
        if (stop.kind() != FormPosition.Kind.QUESTION) {
            return !cursor.passed().contains(stop.passedAs());
        }
        var asked = new QuestionPrompt(parsed, stop, context);
        return asked.value().isEmpty() && (asked.required() || !cursor.passed().contains(stop.passedAs()));
    }

    List<SummaryRow> summary() {
        return review.summary();
    }

    /** The summary in another language; the draft goes on in its own. */
    List<SummaryRow> summaryIn(String language) {
        if (language.equals(context.language())) {
            return summary();
        }
        var other = context.in(language);
        parsed.retell(other);
        var rows = new Review(parsed, navigator, other).summary();
        parsed.retell(context);
        return rows;
    }

    /** What keeps the form from being sent, if anything does; the draft then stands at it. */
    Optional<Finish.Unfinished> obstacle() {
        cascade.settle();
        return review.obstacle().map(obstacle -> {
            cursor = cursor.editing(obstacle.ref());
            return new Finish.Unfinished(obstacle.ref(), obstacle.message());
        });
    }

    private static List<String> refs(List<FormPosition> stops) {
        return stops.stream().map(FormPosition::ref).toList();
    }

    private static Optional<FormPosition> find(List<FormPosition> stops, String ref) {
        Predicate<FormPosition> named = stop -> stop.ref().equals(ref);
        return stops.stream().filter(named).findFirst();
    }
}

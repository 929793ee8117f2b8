package danvan.form.session;

import danvan.form.Answer;
import danvan.form.CurrentAnswer;
import danvan.form.Finish;
import danvan.form.FormContext;
import danvan.form.FormException;
import danvan.form.FormState;
import danvan.form.Media;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Repetition;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.form.input.ParsedAnswer;
import danvan.form.input.RejectionTexts;
import danvan.form.input.YesNo;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;

/** One draft loaded into an engine: where the person is, what comes next, what an answer changes. */
public final class DraftRun {
    private static final Set<QuestionType> PASSING =
            EnumSet.of(QuestionType.DATE, QuestionType.TIME, QuestionType.DATE_TIME, QuestionType.GEOPOINT);

    private final FormEngine engine;
    private final FormContext context;
    private final FormNavigator navigator;
    private final DependentAnswers cascade;
    private final DraftSummary review;
    private final CalculatedAnswers calculated;
    private Cursor cursor;
    private boolean spoiled;

    private DraftRun(FormEngine engine, FormContext context, Cursor cursor) {
        this.engine = engine;
        this.context = context;
        this.navigator = new FormNavigator(engine.model());
        this.cascade = new DependentAnswers(engine, navigator, context);
        this.review = new DraftSummary(engine, navigator, context);
        this.calculated = new CalculatedAnswers(engine);
        this.cursor = cursor;
    }

    public static DraftRun begin(FormEngine engine, FormContext context, String instanceId) {
        engine.begin(context, instanceId);
        if (new CountedRepeats(engine).isExcessive()) {
            throw new FormException(
                    "Beginning a form that repeats a group more than " + CountedRepeats.MOST + " times");
        }
        var run = new DraftRun(engine, context, Cursor.read(Cursor.END));
        run.calculated.update(Set.of());
        run.navigator.changed();
        run.cursor =
                run.cursor.walking(run.navigator.first().map(FormPosition::ref).orElse(Cursor.END));
        return run;
    }

    public static DraftRun beginLike(FormEngine engine, FormContext context, String instanceId, String earlierXml) {
        engine.beginLike(earlierXml, context, instanceId);
        var run = new DraftRun(engine, context, Cursor.read(Cursor.END));
        run.forgetPassing();
        run.calculated.update(Set.of());
        run.navigator.changed();
        run.toNextOpen();
        return run;
    }

    /** Everything counts as seen: what has no answer was left without one. */
    public void passAll() {
        for (var position : navigator.positions()) {
            boolean answered = position.kind() == FormPosition.Kind.QUESTION
                    && new QuestionPrompt(engine, position, context).value().isPresent();
            cursor = answered ? cursor : cursor.passing(position.passedAs());
        }
    }

    /** Takes out what is true of one time or one person only. */
    private void forgetPassing() {
        for (var position : navigator.positions()) {
            if (position.kind() == FormPosition.Kind.QUESTION) {
                var asked = new QuestionPrompt(engine, position, context);
                if (asked.type().isFile()
                        || PASSING.contains(asked.type())
                        || asked.personal()
                        || asked.isAskedAnew()) {
                    engine.form().setValue(null, position.index().getReference(), true);
                    navigator.changed();
                }
            } else {
                cursor = cursor.passing(position.passedAs());
            }
        }
        cascade.settle();
    }

    public static DraftRun resume(FormEngine engine, FormContext context, FormState state) {
        engine.restore(state.instanceXml(), context);
        return new DraftRun(engine, context, Cursor.read(state.position()));
    }

    public FormState state() {
        return new FormState(engine.write(false), cursor.write());
    }

    public String position() {
        return cursor.write();
    }

    public void moveTo(String position) {
        cursor = Cursor.read(position);
    }

    /** Whether a refused answer has left repetitions behind: the draft is restored before it is gone on with. */
    public boolean isSpoiled() {
        return spoiled;
    }

    public Step current() {
        var positions = navigator.positions();
        var here = find(positions, cursor.at());
        if (here.isEmpty() && !cursor.atEnd()) {
            // What was being asked has become irrelevant: go on with what is open.
            here = firstOpen(positions);
        }
        return here.map(position -> step(position, positions)).orElseGet(Step.End::new);
    }

    /** Puts answers in, in the form's order, so that one may open the next. */
    public void fill(Map<String, String> answers) {
        var left = new HashMap<>(answers);
        var changedByPerson = calculated.changedByPerson();
        for (boolean filled = true; filled; ) {
            filled = false;
            for (var position : navigator.positions()) {
                var value = position.kind() == FormPosition.Kind.QUESTION ? left.remove(position.ref()) : null;
                if (value != null && put(position, value)) {
                    filled = true;
                    changedByPerson.add(engine.element(position.index().getReference()));
                }
            }
        }
        settle(changedByPerson);
    }

    private boolean put(FormPosition position, String value) {
        var asked = new QuestionPrompt(engine, position, context);
        if (asked.type().isFile() && !value.isEmpty()) {
            return false;
        }
        var reference = position.index().getReference();
        Optional<IAnswerData> data;
        try {
            data = value.isEmpty() ? Optional.empty() : asked.data(asked.stored(value));
        } catch (RuntimeException e) {
            // A value that has no such type any more: the question is asked afresh.
            return false;
        }
        boolean valid =
                value.isEmpty() || (data.isPresent() && engine.form().evaluateConstraint(reference, data.get()));
        if (valid) {
            engine.form().setValue(data.orElse(null), reference, true);
            navigator.changed();
        }
        return valid;
    }

    public List<Repetition> repetitions() {
        return Repetitions.of(engine, navigator.positions());
    }

    /** What is shown or played beside the current step. */
    public List<Media> media() {
        return find(navigator.positions(), cursor.at())
                .filter(position -> position.kind() != FormPosition.Kind.REPEAT_PROMPT)
                .map(position -> new QuestionPrompt(engine, position, context).media())
                .orElse(List.of());
    }

    /** Whether the current question must be answered and, after the answers before it, offers no choice. */
    public boolean lacksChoices() {
        return find(navigator.positions(), cursor.at())
                .filter(position -> position.kind() == FormPosition.Kind.QUESTION)
                .filter(position -> new QuestionPrompt(engine, position, context).lacksChoices())
                .isPresent();
    }

    /** Where the current question's answer is kept. */
    public Optional<TreeReference> place() {
        return find(navigator.positions(), cursor.at())
                .filter(position -> position.kind() == FormPosition.Kind.QUESTION)
                .map(position -> position.index().getReference());
    }

    /** What an answer to the current question means, as it should be stored; nothing where it is refused. */
    public List<String> understood(Answer answer) {
        return find(navigator.positions(), cursor.at())
                .filter(position -> position.kind() == FormPosition.Kind.QUESTION)
                .map(position -> new QuestionPrompt(engine, position, context).read(answer))
                .filter(ParsedAnswer.Understood.class::isInstance)
                .map(reading -> ((ParsedAnswer.Understood) reading).values())
                .orElse(List.of());
    }

    /** The current question's constraint as it is written; empty when it has none. */
    public String constraint() {
        return find(navigator.positions(), cursor.at())
                .flatMap(position -> Optional.ofNullable(
                        engine.element(position.index().getReference()).getConstraint()))
                .map(constraint -> String.valueOf(constraint.constraint))
                .orElse("");
    }

    private Step step(FormPosition position, List<FormPosition> positions) {
        var groups = QuestionPrompt.groups(engine, position);
        if (position.kind() == FormPosition.Kind.REPEAT_PROMPT) {
            var label = engine.texts()
                    .label(
                            engine.form().getChild(position.index()),
                            position.index().getReference());
            return new Step.RepeatPrompt(
                    position.ref(), groups, label, position.index().getElementMultiplicity());
        }
        var asked = new QuestionPrompt(engine, position, context);
        if (position.kind() == FormPosition.Kind.NOTE) {
            var value = asked.given().map(CurrentAnswer::text).orElse("");
            var text = value.isEmpty() ? asked.label() : (asked.label() + "\n" + value).strip();
            return new Step.Note(position.ref(), groups, text, asked.hint());
        }
        var questions = positions.stream()
                .filter(s -> s.kind() == FormPosition.Kind.QUESTION)
                .map(FormPosition::ref)
                .toList();
        return new Step.Question(
                position.ref(),
                groups,
                asked.label(),
                asked.hint(),
                asked.type(),
                asked.choices(),
                asked.appearance(),
                asked.required(),
                asked.personal(),
                asked.given(),
                questions.indexOf(position.ref()) + 1,
                questions.size());
    }

    /** The rejection, or nothing: then the draft has changed and the cursor has moved on. */
    public Optional<Outcome.Rejected> answer(Answer answer) {
        var found = find(navigator.positions(), cursor.at());
        if (found.isEmpty()) {
            return Optional.of(rejected(Outcome.Reason.NO_QUESTION));
        }
        var position = found.get();
        var rejected = switch (position.kind()) {
            case QUESTION -> answerQuestion(position, answer);
            case REPEAT_PROMPT -> answerPrompt(position, answer);
            case NOTE -> {
                moveOn(position);
                yield Optional.<Outcome.Rejected>empty();
            }
        };
        return rejected;
    }

    private Optional<Outcome.Rejected> answerQuestion(FormPosition position, Answer answer) {
        var asked = new QuestionPrompt(engine, position, context);
        var reading = asked.read(answer);
        if (reading instanceof ParsedAnswer.Refused refused) {
            return Optional.of(new Outcome.Rejected(
                    refused.reason(), asked.notUnderstood(refused.reason()), refused.candidates()));
        }
        var values = ((ParsedAnswer.Understood) reading).values();
        var data = asked.data(values);
        if (data.isEmpty() && asked.required()) {
            return Optional.of(new Outcome.Rejected(Outcome.Reason.REQUIRED, asked.requiredMessage(), List.of()));
        }
        var beyond = asked.range().filter(range -> !values.isEmpty() && !range.holds(new BigDecimal(values.get(0))));
        if (beyond.isPresent()) {
            return Optional.of(new Outcome.Rejected(
                    Outcome.Reason.CONSTRAINT,
                    RejectionTexts.of(context.language()).range(beyond.get()),
                    List.of()));
        }
        var form = engine.form();
        var reference = position.index().getReference();
        if (data.isPresent() && !form.evaluateConstraint(reference, data.get())) {
            return Optional.of(
                    new Outcome.Rejected(Outcome.Reason.CONSTRAINT, asked.constraintMessage(data), List.of()));
        }
        var before = engine.element(reference).getValue();
        var changedByPerson = calculated.changedByPerson();
        changedByPerson.add(engine.element(reference));
        form.setValue(data.orElse(null), reference, true);
        navigator.changed();
        if (new CountedRepeats(engine).isExcessive()) {
            form.setValue(before, reference, true);
            navigator.changed();
            spoiled = true;
            return Optional.of(rejected(Outcome.Reason.NUMBER_TOO_LARGE));
        }
        settle(changedByPerson);
        cursor = data.isPresent() ? cursor.answering(position.passedAs()) : cursor.passing(position.passedAs());
        moveOn(position);
        return Optional.empty();
    }

    private void settle(Set<TreeElement> changedByPerson) {
        calculated.update(changedByPerson);
        navigator.changed();
        cascade.settle();
        calculated.update(changedByPerson);
        navigator.changed();
    }

    private Optional<Outcome.Rejected> answerPrompt(FormPosition position, Answer answer) {
        var wanted = wanted(answer);
        if (wanted.isEmpty()) {
            return Optional.of(rejected(Outcome.Reason.NOT_YES_OR_NO));
        }
        if (wanted.get()) {
            var changedByPerson = calculated.changedByPerson();
            engine.controller().newRepeat(position.index());
            calculated.update(changedByPerson);
            navigator.changed();
            cursor = cursor.answering(position.passedAs());
            // The new repetition's own first position: the index now names what has just been made.
            cursor = cursor.to(
                    navigator.next(position.index()).map(FormPosition::ref).orElse(Cursor.END));
        } else {
            cursor = cursor.passing(position.passedAs());
            moveOn(position);
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
            return switch (typed.text().strip()) {
                // The numbers of the two buttons.
                case "1" -> Optional.of(true);
                case "0", "2" -> Optional.of(false);
                default -> YesNo.read(typed.text());
            };
        }
        return Optional.empty();
    }

    public Outcome.Rejected rejected(Outcome.Reason reason) {
        return new Outcome.Rejected(
                reason, RejectionTexts.of(context.language()).rejected(reason), List.of());
    }

    private void moveOn(FormPosition from) {
        if (from.kind() == FormPosition.Kind.NOTE) {
            cursor = cursor.passing(from.passedAs());
        }
        var next = cursor.editing() ? Optional.<FormPosition>empty() : navigator.next(from.index());
        if (next.isPresent()) {
            cursor = cursor.to(next.get().ref());
        } else {
            // A later answer may have opened an earlier question: the person is led to it before the end, and back.
            cursor = firstOpen(navigator.positions())
                    .map(open -> cursor.editing(open.ref()))
                    .orElseGet(() -> cursor.to(Cursor.END));
        }
    }

    /** One step back, if there is one. */
    public boolean back() {
        var positions = navigator.positions();
        int here = cursor.atEnd() ? positions.size() : refs(positions).indexOf(cursor.at());
        if (here > 0) {
            cursor = cursor.to(positions.get(here - 1).ref());
        }
        return here > 0;
    }

    /** To a position of the summary; the walk returns to the end when it has been reached before. */
    public void jump(String ref, boolean returning) {
        if (find(navigator.positions(), ref).isPresent()) {
            cursor = returning ? cursor.editing(ref) : cursor.walking(ref);
        }
    }

    public boolean hasReachedEnd() {
        return cursor.atEnd() || cursor.editing();
    }

    public void toNextOpen() {
        cursor = cursor.to(
                firstOpen(navigator.positions()).map(FormPosition::ref).orElse(Cursor.END));
    }

    /** Takes away the repetition in which this ref stands. */
    public void removeRepetition(String ref) {
        find(navigator.positions(), ref).ifPresent(position -> {
            var changedByPerson = calculated.changedByPerson();
            engine.controller().deleteRepeat(position.index());
            navigator.changed();
            settle(changedByPerson);
            toNextOpen();
        });
    }

    private Optional<FormPosition> firstOpen(List<FormPosition> positions) {
        return positions.stream().filter(this::isOpen).findFirst();
    }

    /** Lacks an answer, and is required or has never been passed. */
    private boolean isOpen(FormPosition position) {
        if (position.kind() != FormPosition.Kind.QUESTION) {
            return !cursor.passed().contains(position.passedAs());
        }
        var asked = new QuestionPrompt(engine, position, context);
        return asked.value().isEmpty() && (asked.required() || !cursor.passed().contains(position.passedAs()));
    }

    public List<SummaryRow> summary() {
        return review.summary();
    }

    /** The summary in another language; the draft goes on in its own. */
    public List<SummaryRow> summaryIn(String language) {
        if (language.equals(context.language())) {
            return summary();
        }
        var other = context.in(language);
        engine.retell(other);
        navigator.changed();
        var rows = new DraftSummary(engine, navigator, other).summary();
        engine.retell(context);
        navigator.changed();
        return rows;
    }

    /** What keeps the form from being sent, if anything does; the draft then stands at it. */
    public Optional<Finish.Unfinished> obstacle() {
        cascade.settle();
        return review.obstacle().map(obstacle -> {
            cursor = cursor.editing(obstacle.ref());
            return new Finish.Unfinished(obstacle.ref(), obstacle.message());
        });
    }

    private static List<String> refs(List<FormPosition> positions) {
        return positions.stream().map(FormPosition::ref).toList();
    }

    private static Optional<FormPosition> find(List<FormPosition> positions, String ref) {
        Predicate<FormPosition> named = position -> position.ref().equals(ref);
        return positions.stream().filter(named).findFirst();
    }
}

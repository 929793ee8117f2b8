package danvan.form.session;

import danvan.form.Answer;
import danvan.form.CurrentAnswer;
import danvan.form.Finish;
import danvan.form.FormContext;
import danvan.form.FormException;
import danvan.form.FormState;
import danvan.form.Media;
import danvan.form.Outcome;
import danvan.form.Repetition;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.form.input.ParsedAnswer;
import danvan.form.input.YesNo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.instance.TreeReference;

/** One draft loaded into an engine: where the person is, what comes next, what an answer changes. */
public final class DraftRun {
    private final FormEngine engine;
    private final FormContext context;
    private final FormNavigator navigator;
    private final DraftPath path;
    private final AnswerWriter writer;
    private final StepReader steps;
    private final DraftSummary review;

    private DraftRun(FormEngine engine, FormContext context, Cursor cursor) {
        this.engine = engine;
        this.context = context;
        this.navigator = new FormNavigator(engine.model());
        this.path = new DraftPath(engine, context, navigator, cursor);
        this.writer = new AnswerWriter(engine, context, navigator);
        this.steps = new StepReader(engine, context, navigator);
        this.review = new DraftSummary(engine, navigator, context);
    }

    public static DraftRun begin(FormEngine engine, FormContext context, String instanceId) {
        engine.begin(context, instanceId);
        if (new CountedRepeats(engine).isExcessive()) {
            throw new FormException(
                    "Beginning a form that repeats a group more than " + CountedRepeats.MOST + " times");
        }
        var run = new DraftRun(engine, context, Cursor.read(Cursor.END));
        run.writer.calculate();
        run.path.begin();
        return run;
    }

    public static DraftRun beginLike(FormEngine engine, FormContext context, String instanceId, String earlierXml) {
        engine.beginLike(earlierXml, context, instanceId);
        var run = new DraftRun(engine, context, Cursor.read(Cursor.END));
        for (var position : run.navigator.positions()) {
            if (position.kind() != FormPosition.Kind.QUESTION) {
                run.path.pass(position);
            }
        }
        run.writer.forgetPassing();
        run.writer.calculate();
        run.toNextOpen();
        return run;
    }

    public static DraftRun resume(FormEngine engine, FormContext context, FormState state) {
        engine.restore(state.instanceXml(), context);
        return new DraftRun(engine, context, Cursor.read(state.position()));
    }

    public FormState state() {
        return new FormState(engine.write(false), path.position());
    }

    public String position() {
        return path.position();
    }

    public void moveTo(String position) {
        path.moveTo(position);
    }

    /** Whether a refused answer has left repetitions behind: the draft is restored before it is gone on with. */
    public boolean isSpoiled() {
        return writer.isSpoiled();
    }

    public Step current() {
        return path.current().map(steps::step).orElseGet(Step.End::new);
    }

    /** Puts answers in, in the form's order, so that one may open the next. */
    public void fill(Map<String, String> answers) {
        writer.fill(answers);
    }

    /** Everything counts as seen: what has no answer was left without one. */
    public void passAll() {
        path.passAll();
    }

    public List<Repetition> repetitions() {
        return Repetitions.of(engine, navigator.positions());
    }

    /** What is shown or played beside the current step. */
    public List<Media> media() {
        return path.here()
                .filter(position -> position.kind() != FormPosition.Kind.REPEAT_PROMPT)
                .map(position -> new QuestionPrompt(engine, position, context).media())
                .orElse(List.of());
    }

    /** Whether the current question must be answered and, after the answers before it, offers no choice. */
    public boolean lacksChoices() {
        return question()
                .filter(position -> new QuestionPrompt(engine, position, context).lacksChoices())
                .isPresent();
    }

    /** Where the current question's answer is kept. */
    public Optional<TreeReference> place() {
        return question().map(position -> position.index().getReference());
    }

    /** What an answer to the current question means, as it should be stored; nothing where it is refused. */
    public List<String> understood(Answer answer) {
        return question()
                .map(position -> new QuestionPrompt(engine, position, context).read(answer))
                .filter(ParsedAnswer.Understood.class::isInstance)
                .map(reading -> ((ParsedAnswer.Understood) reading).values())
                .orElse(List.of());
    }

    /** Whether the current question would take a stored value. */
    public boolean accepts(String value) {
        return question()
                .filter(position -> new QuestionPrompt(engine, position, context).accepts(value))
                .isPresent();
    }

    /** The current question's constraint as it is written; empty when it has none. */
    public String constraint() {
        return path.here()
                .flatMap(position -> Optional.ofNullable(
                        engine.element(position.index().getReference()).getConstraint()))
                .map(constraint -> String.valueOf(constraint.constraint))
                .orElse("");
    }

    private Optional<FormPosition> question() {
        return path.here().filter(position -> position.kind() == FormPosition.Kind.QUESTION);
    }

    /** The rejection, or nothing: then the draft has changed and the person has moved on. */
    public Optional<Outcome.Rejected> answer(Answer answer) {
        var found = path.here();
        if (found.isEmpty()) {
            return Optional.of(rejected(Outcome.Reason.NO_QUESTION));
        }
        var position = found.get();
        return switch (position.kind()) {
            case QUESTION -> answerQuestion(position, answer);
            case REPEAT_PROMPT -> answerPrompt(position, answer);
            case NOTE -> {
                path.pass(position);
                path.moveOn(position);
                yield Optional.empty();
            }
        };
    }

    private Optional<Outcome.Rejected> answerQuestion(FormPosition position, Answer answer) {
        var entry = writer.answer(position, answer);
        if (entry.rejected().isEmpty()) {
            if (entry.blank()) {
                path.pass(position);
            } else {
                path.answered(position);
            }
            path.moveOn(position);
        }
        return entry.rejected();
    }

    private Optional<Outcome.Rejected> answerPrompt(FormPosition position, Answer answer) {
        var wanted = wanted(answer);
        if (wanted.isEmpty()) {
            return Optional.of(rejected(Outcome.Reason.NOT_YES_OR_NO));
        }
        if (wanted.get()) {
            writer.addRepetition(position);
            path.answered(position);
            path.moveInto(position);
        } else {
            path.pass(position);
            path.moveOn(position);
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
        return writer.rejected(reason);
    }

    /** One step back, if there is one. */
    public boolean back() {
        return path.back();
    }

    /** To a position of the summary; the walk returns to the end when it has been reached before. */
    public void jump(String ref, boolean returning) {
        path.jump(ref, returning);
    }

    public boolean hasReachedEnd() {
        return path.hasReachedEnd();
    }

    public void toNextOpen() {
        path.toNextOpen();
    }

    /** Takes away the repetition in which this ref stands. */
    public void removeRepetition(String ref) {
        path.find(ref).ifPresent(position -> {
            writer.removeRepetition(position);
            path.toNextOpen();
        });
    }

    public Optional<CurrentAnswer> given(String ref) {
        return review.given(ref);
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
        writer.settle();
        return review.obstacle().map(obstacle -> {
            path.standAt(obstacle.ref());
            return new Finish.Unfinished(obstacle.ref(), obstacle.message());
        });
    }
}

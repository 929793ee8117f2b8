package danvan.form.check;

import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormProblem;
import danvan.form.Step;
import danvan.form.Submission;
import danvan.form.session.DraftRun;
import danvan.form.session.FormEngine;
import danvan.form.session.SubmissionWriter;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.instance.TreeReference;

/**
 * A form filled in with generated answers.
 *
 * @param given every answer in order, to be given again
 * @param submission empty when the form could not be finished
 * @param problem why it could not
 * @param choiceless questions that must be answered and offered no choice
 * @param lost answers that the submission does not hold as they were given
 */
record TestWalk(
        List<Given> given,
        int questions,
        Optional<Submission> submission,
        Optional<Problem> problem,
        Set<String> choiceless,
        List<AnswerComparison.Lost> lost) {
    private static final int MOST_STEPS = 2_000;
    private static final long MOST_NANOS = 30_000_000_000L;
    private static final int REPETITIONS = 2;

    /**
     * One answer.
     *
     * @param place of the question; none where it was no question
     * @param values as the answer was understood
     * @param held as it was stored right after it
     */
    record Given(
            String ref, Answer answer, Optional<TreeReference> place, List<String> values, Optional<String> held) {}

    TestWalk {
        given = List.copyOf(given);
        choiceless = Set.copyOf(choiceless);
        lost = List.copyOf(lost);
    }

    static TestWalk through(Form form, DraftRun run, FormEngine engine, FormContext context, boolean lastFirst) {
        return new Walking(form, run, engine, context, lastFirst).navigator();
    }

    static String ref(Step step) {
        if (step instanceof Step.Question question) {
            return question.ref();
        }
        if (step instanceof Step.Note note) {
            return note.ref();
        }
        return step instanceof Step.RepeatPrompt prompt ? prompt.ref() : "the end";
    }

    private static final class Walking {
        private final Form form;
        private final DraftRun run;
        private final FormEngine engine;
        private final FormContext context;
        private final List<Given> given = new ArrayList<>();
        private final AnswerGenerator answers;
        private final Set<String> choiceless = new LinkedHashSet<>();
        private final List<AnswerComparison.Lost> lost = new ArrayList<>();
        private int questions;

        Walking(Form form, DraftRun run, FormEngine engine, FormContext context, boolean lastFirst) {
            this.form = form;
            this.run = run;
            this.engine = engine;
            this.context = context;
            this.answers = new AnswerGenerator(context, lastFirst);
        }

        TestWalk navigator() {
            long start = System.nanoTime();
            while (given.size() < MOST_STEPS && System.nanoTime() - start < MOST_NANOS) {
                var step = run.current();
                if (step instanceof Step.End) {
                    var obstacle = run.obstacle();
                    if (obstacle.isEmpty()) {
                        var submission = new SubmissionWriter(engine, context).write(form.id(), form.version());
                        lost.addAll(new AnswerComparison(engine, context, form.source()).lost(given, submission));
                        return new TestWalk(
                                given, questions, Optional.of(submission), Optional.empty(), choiceless, lost);
                    }
                    var ref = obstacle.get().ref();
                    // A person would be led there; here the walk ends, for a saved draft to be compared with.
                    return failed(FormProblem.of("walk.lacks", ref));
                }
                if (run.lacksChoices()) {
                    choiceless.add(ref(step));
                }
                if (!answered(step)) {
                    return failed(FormProblem.of("walk.none", ref(step)));
                }
            }
            return failed(FormProblem.of("walk.long", MOST_STEPS));
        }

        private boolean answered(Step step) {
            var ref = ref(step);
            if (step instanceof Step.Question question) {
                AnswerComparison.unkeepable(question).ifPresent(lost::add);
            }
            var place = step instanceof Step.Question ? run.place() : Optional.<TreeReference>empty();
            for (var candidate : candidates(step)) {
                var values = place.isPresent() ? run.understood(candidate) : List.<String>of();
                if (run.answer(candidate).isEmpty()) {
                    var held = place.flatMap(where -> AnswerComparison.held(engine, where));
                    given.add(new Given(ref, candidate, place, values, held));
                    answers.remember(candidate);
                    questions += step instanceof Step.Question ? 1 : 0;
                    return true;
                }
            }
            return false;
        }

        private List<Answer> candidates(Step step) {
            if (step instanceof Step.RepeatPrompt prompt) {
                return List.of(new Answer.Another(prompt.count() < REPETITIONS));
            }
            return step instanceof Step.Question question
                    ? answers.candidates(question, run.constraint())
                    : List.of(new Answer.Blank());
        }

        private TestWalk failed(Problem why) {
            return new TestWalk(given, questions, Optional.empty(), Optional.of(why), choiceless, lost);
        }
    }
}

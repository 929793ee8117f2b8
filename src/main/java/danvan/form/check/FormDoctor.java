package danvan.form.check;

import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormProblem;
import danvan.form.FormState;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.form.Submission;
import danvan.form.session.DraftRun;
import danvan.form.session.EndlessRepeatException;
import danvan.form.session.EngineMessages;
import danvan.form.session.FormEngine;
import danvan.form.session.SubmissionWriter;
import danvan.text.Problem;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through a form before people do: with generated answers, in every language, with two of every repeat. Once in
 * one go, and once more saving the draft after every answer and going on with it in an engine that has never seen it;
 * both must ask the same and end in the same submission, and it must hold every answer as it was given.
 */
public final class FormDoctor {
    /** Any moment will do; a diagnosis must not depend on the day it is made. */
    private static final ZonedDateTime MOMENT = ZonedDateTime.of(2024, 1, 2, 12, 0, 0, 0, ZoneOffset.UTC);

    private static final long MOST_NANOS = 30_000_000_000L;
    private static final String INSTANCE = "examined";

    /**
     * What was found.
     *
     * @param questions that were asked on the longer way in the default language, each repetition counted
     * @param finalises whether generated answers lead to a submission, in every language
     * @param restores whether saving and restoring changes nothing, in every language
     * @param lost the questions whose answers a submission would not hold as they were given, by their paths
     * @param millis of a message: restore, answer, next question, save; the median of the walk
     * @param problems why a form is not fit
     * @param remarks what its author should know although it is fit
     */
    public record Diagnosis(
            int questions,
            boolean finalises,
            boolean restores,
            Set<String> lost,
            double millis,
            List<Problem> problems,
            List<Problem> remarks) {
        public Diagnosis {
            lost = Collections.unmodifiableSet(new LinkedHashSet<>(lost));
            problems = List.copyOf(problems);
            remarks = List.copyOf(remarks);
        }

        /** Whether people can be given this form. */
        public boolean isFit() {
            return finalises && restores && keepsAnswers();
        }

        /** Whether every answer given arrives as it was given. */
        public boolean keepsAnswers() {
            return lost.isEmpty();
        }
    }

    private final Form form;
    private final Runnable beat;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> remarks = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private boolean finalises = true;
    private boolean restores = true;

    private FormDoctor(Form form, Runnable beat) {
        this.form = form;
        this.beat = beat;
    }

    public static Diagnosis examine(Form form) {
        return examine(form, () -> {});
    }

    /**
     * Walks through the form.
     *
     * @param beat run between two walks; what it throws ends the examination
     */
    public static Diagnosis examine(Form form, Runnable beat) {
        return new FormDoctor(form, beat).examine();
    }

    private Diagnosis examine() {
        int questions = 0;
        double millis = 0;
        for (var language : form.languages()) {
            var context = new FormContext(MOMENT, language, "doctor");
            // By the first choices, and by the last: a form is often as long as its «no».
            for (boolean lastFirst : new boolean[] {false, true}) {
                beat.run();
                var walked = walkedInOneGo(context, lastFirst);
                beat.run();
                if (walked.isPresent()) {
                    finalises &= walked.get().submission().isPresent();
                    compareWithSaving(context, walked.get());
                    if (language.equals(form.defaultLanguage()) && walked.get().questions() >= questions) {
                        questions = walked.get().questions();
                        millis = median(context, walked.get());
                    }
                }
            }
        }
        form.totals()
                .unsaid()
                .forEach(path -> remarks.add(
                        form.source().problem(FormProblem.of("total.unsaid", path), FormProblem.of("want.totalSaid"))));
        form.source()
                .withoutPlace()
                .forEach(path -> remarks.add(
                        form.source().problem(FormProblem.of("noPlace", path), FormProblem.of("want.place"))));
        return new Diagnosis(questions, finalises, restores, lost, millis, List.copyOf(problems), List.copyOf(remarks));
    }

    private Optional<TestWalk> walkedInOneGo(FormContext context, boolean lastFirst) {
        try {
            var engine = FormEngine.parse(form.source().xform());
            var walked = TestWalk.through(form, DraftRun.begin(engine, context, INSTANCE), engine, context, lastFirst);
            walked.problem().ifPresent(why -> report(in(context, why)));
            walked.lost().forEach(answer -> lose(answer, context));
            walked.choiceless()
                    .forEach(ref -> remarks.add(form.source()
                            .problem(FormProblem.of("walk.noChoice", ref), FormProblem.of("want.choicesFor"))));
            return Optional.of(walked);
        } catch (EndlessRepeatException e) {
            if (!lastFirst) {
                finalises = false;
                report(in(context, e.said()));
            }
            // «One more?» answered alike for ever: the other way through has an end, and a person is stopped in time.
            return Optional.empty();
        } catch (RuntimeException e) {
            // Whatever JavaRosa throws here it would throw at a person.
            finalises = false;
            report(in(context, FormProblem.of("walk.fails", EngineMessages.of(e))));
            return Optional.empty();
        }
    }

    private void compareWithSaving(FormContext context, TestWalk walked) {
        var engines = new EngineRotation(form.source().xform());
        var at = "the start";
        try {
            var state = DraftRun.begin(engines.next(), context, INSTANCE).state();
            long start = System.nanoTime();
            for (int i = 0; i < walked.given().size(); i++) {
                var given = walked.given().get(i);
                at = given.ref();
                if (System.nanoTime() - start > MOST_NANOS) {
                    differs(FormProblem.of("saved.slow", at), context);
                    return;
                }
                var engine = engines.next();
                var run = DraftRun.resume(engine, context, state);
                if (i > 0 && !isHeld(walked.given().get(i - 1), engine)) {
                    lost.add(walked.given().get(i - 1).ref());
                    differs(
                            FormProblem.of(
                                    "saved.value", walked.given().get(i - 1).ref()),
                            context);
                    return;
                }
                var here = TestWalk.ref(run.current());
                if (!here.equals(given.ref())) {
                    differs(FormProblem.of("saved.other", given.ref(), here), context);
                    return;
                }
                var rejected = run.answer(given.answer());
                if (rejected.isPresent()) {
                    differs(FormProblem.of("saved.refuses", given.ref()), context);
                    return;
                }
                state = run.state();
            }
            if (walked.submission().isPresent()) {
                compare(walked.submission().get(), state, engines, context);
            }
        } catch (RuntimeException e) {
            differs(FormProblem.of("saved.fails", at, EngineMessages.of(e)), context);
        }
    }

    /** Whether an engine that has read the saved draft holds the answer as the one that took it did. */
    private static boolean isHeld(TestWalk.Given given, FormEngine engine) {
        return given.place()
                .map(place -> AnswerComparison.held(engine, place).equals(given.held()))
                .orElse(true);
    }

    private void lose(AnswerComparison.Lost answer, FormContext context) {
        lost.add(answer.ref());
        report(in(context, answer.why()));
    }

    private void compare(Submission expected, FormState state, EngineRotation engines, FormContext context) {
        var engine = engines.next();
        var obstacle = DraftRun.resume(engine, context, state).obstacle();
        if (obstacle.isPresent()) {
            differs(FormProblem.of("saved.lost", obstacle.get().ref()), context);
            return;
        }
        var actual = new SubmissionWriter(engine, context).write(form.id(), form.version());
        if (!actual.equals(expected)) {
            differs(difference(expected, actual), context);
        }
    }

    private static Problem difference(Submission expected, Submission actual) {
        var before = new LinkedHashSet<>(expected.values());
        before.removeAll(actual.values());
        var after = new LinkedHashSet<>(actual.values());
        after.removeAll(expected.values());
        return before.stream()
                .findFirst()
                .or(() -> after.stream().findFirst())
                .map(value -> FormProblem.of("saved.value", value.ref()))
                .orElseGet(() -> FormProblem.of("saved.submission"));
    }

    /** The way a bot does it: copies of the form are kept and handed from draft to draft. */
    private double median(FormContext context, TestWalk walked) {
        var times = new ArrayList<Double>();
        try {
            FormState state;
            try (var session = form.begin(context, INSTANCE)) {
                state = session.state();
            }
            for (var given : walked.given()) {
                long start = System.nanoTime();
                try (var session = form.open(state, context)) {
                    if (!(session.answer(given.answer()) instanceof Outcome.Accepted)) {
                        break;
                    }
                    var next = session.current();
                    state = session.state();
                    times.add((System.nanoTime() - start) / 1e6);
                    if (next instanceof Step.End) {
                        break;
                    }
                }
            }
        } catch (RuntimeException e) {
            differs(FormProblem.of("saved.pool", EngineMessages.of(e)), context);
        }
        var sorted = times.stream().mapToDouble(t -> t).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private void differs(Problem what, FormContext context) {
        restores = false;
        report(in(context, what));
    }

    private void report(Problem what) {
        problems.add(form.source().problem(what, FormProblem.of("want.fit")));
    }

    private Problem in(FormContext context, Problem what) {
        return form.languages().size() < 2 ? what : FormProblem.of("inLanguage", what, context.language());
    }
}

package danvan.form;

import danvan.form.session.DraftRun;
import danvan.form.session.EndlessRepeatException;
import danvan.form.session.EnginePool;
import danvan.form.session.FormEngine;
import danvan.form.session.SubmissionWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One draft opened for one message: restored once, then asked, answered and moved about as often as the message needs,
 * and kept again by {@link #state()}. It holds one of the form's engines until it is closed, so it is closed on every
 * path and used by one thread; what it returns are values that outlive it.
 */
public final class FormSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FormSession.class);

    private final Form form;
    private final FormContext context;
    private final EnginePool engines;
    private FormEngine engine;
    private DraftRun run;
    /** Where a refused answer that has already changed the instance leads back to. */
    private FormState kept;

    private boolean changed;
    private boolean failed;
    private boolean closed;

    private FormSession(Form form, EnginePool engines, FormContext context, FormState kept, Loaded loaded) {
        this.form = form;
        this.engines = engines;
        this.context = context;
        this.engine = loaded.engine();
        this.run = loaded.run();
        this.kept = kept;
    }

    /** A way to load a draft into an engine. */
    interface Loading {
        DraftRun into(FormEngine engine);
    }

    private record Loaded(FormEngine engine, DraftRun run) {}

    /** A draft as it was kept. */
    static FormSession restored(Form form, EnginePool engines, FormContext context, FormState state) {
        var loaded = load(engines, engine -> DraftRun.resume(engine, context, state));
        return new FormSession(form, engines, context, state, loaded);
    }

    /** A draft that begins here. */
    static FormSession begun(Form form, EnginePool engines, FormContext context, Loading loading) {
        var loaded = load(engines, loading);
        return new FormSession(form, engines, context, loaded.run().state(), loaded);
    }

    private static Loaded load(EnginePool engines, Loading loading) {
        var engine = engines.take();
        boolean done = false;
        try {
            var run = loading.into(engine);
            done = true;
            return new Loaded(engine, run);
        } finally {
            if (!done) {
                engines.drop();
            }
        }
    }

    /** The draft as it is now, to be kept for the next message. */
    public FormState state() {
        return within(() -> run.state());
    }

    /** Where the person is, as in {@link FormState}. */
    public String position() {
        return within(() -> run.position());
    }

    /** Back to where the person was, with the answers as they are now. */
    public void moveTo(String position) {
        change(() -> run.moveTo(position));
    }

    /** What to show now. */
    public Step current() {
        return within(() -> run.current());
    }

    /** What is shown or played beside the current step. */
    public List<Media> media() {
        return within(() -> run.media());
    }

    /** Whether the current question would take a stored value, as far as its own conditions say. */
    public boolean accepts(String value) {
        return within(() -> run.accepts(value));
    }

    /** Takes the answer to {@link #current}; after a refusal the draft is as it was. */
    public Outcome answer(Answer answer) {
        return within(() -> {
            if (changed) {
                kept = run.state();
                changed = false;
            }
            try {
                var refused = run.answer(answer);
                changed = refused.isEmpty();
                if (run.isSpoiled()) {
                    run = DraftRun.resume(engine, context, kept);
                }
                return refused.<Outcome>map(rejected -> rejected).orElseGet(Outcome.Accepted::new);
            } catch (EndlessRepeatException e) {
                replaceEngine();
                return run.rejected(Outcome.Reason.NUMBER_TOO_LARGE);
            } catch (RuntimeException e) {
                // Of whatever kind JavaRosa throws. Its message may hold the answer, which belongs in no log.
                replaceEngine();
                LOG.error(
                        "the form {} fails at {} with an answer that somebody gave ({}): its author should look at the"
                                + " expressions that use this answer",
                        form,
                        run.current() instanceof Step.Question asked ? asked.ref() : "a step",
                        e.getClass().getSimpleName());
                return run.rejected(Outcome.Reason.FORM_FAULT);
            }
        });
    }

    /**
     * Several steps, or none of them.
     *
     * @param work says whether they stay; where not, the draft is as it was before
     */
    public boolean attempt(BooleanSupplier work) {
        var before = state();
        boolean stays = work.getAsBoolean();
        if (!stays) {
            within(() -> {
                run = DraftRun.resume(engine, context, before);
                kept = before;
                changed = false;
                return true;
            });
        }
        return stays;
    }

    /** It failed half way through making repetitions without end. */
    private void replaceEngine() {
        var fresh = engines.take();
        engines.drop();
        engine = fresh;
        run = DraftRun.resume(engine, context, kept);
    }

    /** One step back; whether there was one. */
    public boolean back() {
        return within(() -> run.back());
    }

    /**
     * To a question of the {@link #summary}, to change it. If the end had been reached, the answer leads back there, by
     * way of questions that the change has opened.
     */
    public void jump(String ref) {
        change(() -> run.jump(ref, run.hasReachedEnd()));
    }

    /** To a question, to change it; the answer leads to the first open question. */
    public void visit(String ref) {
        change(() -> run.jump(ref, true));
    }

    /** To a question, to walk on from it step by step. */
    public void restartAt(String ref) {
        change(() -> run.jump(ref, false));
    }

    /**
     * To the first question without an answer that is required or has never been shown, else to the end. The way to the
     * summary at any time.
     */
    public void nextOpen() {
        change(() -> run.toNextOpen());
    }

    /** Takes away the innermost repetition around this ref, then goes on as {@link #nextOpen}. */
    public void removeRepetition(String ref) {
        change(() -> run.removeRepetition(ref));
    }

    /**
     * Puts answers in, such as sums of other reports; the person stays where they are.
     *
     * @param answers stored values by the path of their question, the empty one to take an answer back; what is no
     *     question, is not asked at the moment or is no valid answer (any more) is left out
     */
    public void fill(Map<String, String> answers) {
        change(() -> run.fill(answers));
    }

    /** The repetitions there are, for {@link #removeRepetition}. */
    public List<Repetition> repetitions() {
        return within(() -> run.repetitions());
    }

    /** The answer of a question, for people; empty where there is none, or no such question is asked. */
    public Optional<CurrentAnswer> given(String ref) {
        return within(() -> run.given(ref));
    }

    /** The relevant questions in order, answered or not. */
    public List<SummaryRow> summary() {
        return within(() -> run.summary());
    }

    /** The same for somebody who reads another language. */
    public List<SummaryRow> summary(String language) {
        return within(() -> run.summaryIn(language));
    }

    /** Checks everything once more; where something is missing, the draft then stands at it. */
    public Finish finish() {
        return within(() -> {
            changed = true;
            return run.obstacle()
                    .<Finish>map(unfinished -> unfinished)
                    .orElseGet(() -> new Finish.Finished(
                            new SubmissionWriter(engine, context).write(form.id(), form.version())));
        });
    }

    private void change(Runnable work) {
        within(() -> {
            changed = true;
            work.run();
            return true;
        });
    }

    private <T> T within(Supplier<T> work) {
        if (closed) {
            throw new IllegalStateException("The session of a draft of " + form + " is closed");
        }
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            failed |= !done;
        }
    }

    /** Gives the engine back; one that failed half way is not trusted again. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (failed) {
            engines.drop();
        } else {
            engines.give(engine);
        }
    }
}

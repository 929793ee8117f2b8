package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Problem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One person filling in one form. The forms may be loaded anew before every call, as after a restart. */
public final class Dialog {
    static final ZonedDateTime NOW = ZonedDateTime.of(2024, 1, 2, 7, 30, 0, 0, ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Supplier<Form> form;
    private FormContext context;
    private FormState state;

    private Dialog(Supplier<Form> form, FormContext context) {
        this.form = form;
        this.context = context;
        try (var session = form.get().begin(context, "0001")) {
            this.state = session.state();
        }
    }

    public static FormContext context(String language) {
        return new FormContext(NOW, language, "lan");
    }

    public static Form form(Path folder, String id) {
        var problems = new ArrayList<Problem>();
        var forms = Forms.load(folder, problems::add);
        assertThat(problems).isEmpty();
        return forms.find(id).orElseThrow();
    }

    public static Dialog with(Form form, String language) {
        return new Dialog(() -> form, context(language));
    }

    public static Dialog restartingEachTime(Path folder, String id, String language) {
        return new Dialog(() -> form(folder, id), context(language));
    }

    public static Dialog test(String id) {
        return with(form(Path.of("src/test/resources/forms"), id), "vi");
    }

    public Dialog speaks(String language) {
        context = context.in(language);
        return this;
    }

    /** Types each of these in turn; every one must be taken. */
    public Dialog says(String... texts) {
        for (var text : texts) {
            gives(new Answer.Typed(text));
        }
        return this;
    }

    public Dialog gives(Answer... answers) {
        for (var answer : answers) {
            try (var session = open()) {
                var step = session.current();
                var outcome = session.answer(answer);
                assertThat(outcome).as("%s to %s", answer, step).isInstanceOf(Outcome.Accepted.class);
                state = session.state();
            }
        }
        return this;
    }

    public Outcome.Rejected isRefused(Answer answer) {
        try (var session = open()) {
            var step = session.current();
            var before = session.state();
            var outcome = session.answer(answer);
            assertThat(outcome).as("%s to %s", answer, step).isInstanceOf(Outcome.Rejected.class);
            assertThat(session.state()).as("the draft after a refusal").isEqualTo(before);
            return (Outcome.Rejected) outcome;
        }
    }

    public Outcome.Rejected isRefused(String text) {
        return isRefused(new Answer.Typed(text));
    }

    public Dialog back() {
        return moved(session -> session.back());
    }

    public Dialog jumps(String ref) {
        return moved(session -> session.jump(ref));
    }

    public Dialog restartsAt(String ref) {
        return moved(session -> session.restartAt(ref));
    }

    public Dialog goesOn() {
        return moved(session -> session.nextOpen());
    }

    public Dialog removes(String ref) {
        return moved(session -> session.removeRepetition(ref));
    }

    private Dialog moved(Consumer<FormSession> move) {
        try (var session = open()) {
            move.accept(session);
            state = session.state();
        }
        return this;
    }

    public FormSession open() {
        return form.get().open(state, context);
    }

    public Step step() {
        try (var session = open()) {
            return session.current();
        }
    }

    public Step.Question question() {
        assertThat(step()).isInstanceOf(Step.Question.class);
        return (Step.Question) step();
    }

    /** The ref of what is shown now; {@code end} at the end. */
    public String at() {
        var step = step();
        if (step instanceof Step.Question question) {
            return question.ref();
        }
        if (step instanceof Step.Note note) {
            return note.ref();
        }
        return step instanceof Step.RepeatPrompt prompt ? prompt.ref() + "+" : "end";
    }

    public List<SummaryRow> summary() {
        try (var session = open()) {
            return session.summary();
        }
    }

    public String answerTo(String ref) {
        return summary().stream()
                .filter(row -> row.ref().equals(ref))
                .findFirst()
                .flatMap(SummaryRow::answer)
                .map(CurrentAnswer::text)
                .orElse("");
    }

    public Submission finishes() {
        try (var session = open()) {
            var finish = session.finish();
            assertThat(finish).isInstanceOf(Finish.Finished.class);
            return ((Finish.Finished) finish).submission();
        }
    }

    Finish.Unfinished cannotFinish() {
        try (var session = open()) {
            var finish = session.finish();
            assertThat(finish).isInstanceOf(Finish.Unfinished.class);
            state = session.state();
            return (Finish.Unfinished) finish;
        }
    }

    public FormState state() {
        return state;
    }
}

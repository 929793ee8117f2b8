package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A session gives its engine back on every path, and a refusal leaves the draft as it was. */
class FormSessionTest {
    private final Form form = Forms.read("f.yml", """
                    settings: {form_id: f}
                    survey:
                    - {type: text, name: a, label: A}
                    - {type: integer, name: count, label: Count}
                    - {type: begin repeat, name: one, label: One, repeat_count: '${count}'}
                    - {type: text, name: b, label: B}
                    - {type: end repeat}
                    """.getBytes(StandardCharsets.UTF_8), problem -> {
                throw new AssertionError(problem.toString());
            })
            .orElseThrow();
    private final FormContext context = Dialog.context("vi");

    @Test
    void isUselessOnceItIsClosedAndClosesOnce() {
        var session = form.begin(context, "1");
        assertThat(form.usage().open()).isOne();
        session.close();
        session.close();

        assertThat(form.usage().open()).isZero();
        assertThatThrownBy(session::state).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.answer(new Answer.Typed("x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingStaysOpenAfterADraftThatCannotBeRead() {
        assertThatThrownBy(() -> form.open(new FormState("<other/>", "end"), context))
                .isInstanceOf(RuntimeException.class);

        assertThat(form.usage().open()).isZero();
    }

    /** The answers given before it in the same session are not among what the refusal takes back. */
    @Test
    void aCountThatIsTooLargeLeavesNoRepetitionsBehind() {
        try (var session = form.begin(context, "1")) {
            session.answer(new Answer.Typed("first"));
            var before = session.state();

            assertThat(session.answer(new Answer.Typed("5000")))
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(Outcome.Reason.NUMBER_TOO_LARGE));
            assertThat(session.state()).isEqualTo(before);
            assertThat(session.answer(new Answer.Typed("2"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(session.summary()).hasSize(4);
        }
        assertThat(form.usage().open()).isZero();
    }
}

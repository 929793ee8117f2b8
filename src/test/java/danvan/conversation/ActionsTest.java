package danvan.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsTest {
    private enum Act implements Actions.Coded {
        OPEN("o"),
        PAGE("p");

        private final String code;

        Act(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private enum Twins implements Actions.Coded {
        ONE,
        OTHER;

        @Override
        public String code() {
            return "t";
        }
    }

    private final Actions<Act> actions = new Actions<>("cards", Act.class);

    private Actions.Tap<Act> tap(String action) {
        return actions.tap(action.substring("cards:".length())).orElseThrow();
    }

    @Test
    void whatAButtonIsMadeWithIsReadBack() {
        Actions.Tap<Act> tap = tap(actions.action(Act.PAGE, "xa-tien-duc", 12, 345678901234L));
        assertThat(tap.act()).isEqualTo(Act.PAGE);
        assertThat(tap.value(0)).isEqualTo("xa-tien-duc");
        assertThat(tap.number(1)).isEqualTo(12);
        assertThat(tap.id(2)).contains(345678901234L);
        assertThat(tap.value(3)).isEmpty();
        assertThat(actions.action(Act.OPEN, "a", "")).isEqualTo("cards:o:a");
    }

    /** A tap may be forged, and a button may be years old. */
    @ParameterizedTest
    @ValueSource(strings = {"", ":", "x:1", "O:1", "open", "cards:o:1", "ｏ:1"})
    void whatIsNotKnownAsksForNothing(String action) {
        assertThat(actions.tap(action)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"o", "o:", "o:-1", "o:99999999999999999999999", "o:1e3", "o:١"})
    void aValueThatIsNoNumberIsNone(String action) {
        Actions.Tap<Act> tap = actions.tap(action).orElseThrow();
        assertThat(tap.number(0)).isZero();
        assertThat(tap.id(0)).isEmpty();
    }

    @Test
    void twoActionsOfOneCodeAreADefect() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Actions<>("cards", Twins.class));
    }
}

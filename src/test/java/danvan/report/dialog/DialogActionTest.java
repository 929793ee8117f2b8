package danvan.report.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DialogActionTest {
    @Test
    void everyButtonIsReadAsTheActionThatMadeIt() {
        Set<String> buttons = new TreeSet<>();
        for (DialogAction action : DialogAction.values()) {
            String button = action.button("x", 12, "2024-03").action();
            assertThat(buttons.add(button)).as(button).isTrue();
            DialogAction.Tap tap = tap(button.substring(DialogAction.FEATURE.length() + 1));
            assertThat(tap.what()).isEqualTo(action);
            assertThat(tap.isAt(12)).isTrue();
            assertThat(tap.isAt(1)).isFalse();
            assertThat(tap.argument()).isEqualTo("2024-03");
            assertThat(tap.number()).isEqualTo(Integer.MAX_VALUE);
            assertThat(tap.page()).isZero();
        }
    }

    @Test
    void aFormsIdMayHoldAColon() {
        String button = DialogAction.BEGIN.ofForm("x", "a:b").action();
        assertThat(button).isEqualTo("report:f:a:b");
        assertThat(tap("f:a:b").rest()).isEqualTo("a:b");
    }

    /** Buttons of years ago are still in people's chats. */
    @Test
    void lettersKeepTheMeaningTheyHad() {
        Map.of(
                        "u:17", DialogAction.RESUME,
                        "n:4:2", DialogAction.CHOOSE,
                        "t:4:2", DialogAction.TICK,
                        "k:4", DialogAction.NONE,
                        "s:4", DialogAction.SUBMIT,
                        "q:4", DialogAction.DISCARD,
                        "I:4:0", DialogAction.REMOVE,
                        "i:4:0", DialogAction.ASK_REMOVE,
                        "w:4:2024-02-29", DialogAction.DAY)
                .forEach((button, action) ->
                        assertThat(tap(button).what()).as(button).isEqualTo(action));
        assertThat(tap("n:4:2").number()).isEqualTo(2);
        assertThat(tap("e:4").argument()).isEmpty();
        assertThat(DialogAction.Tap.read("?:4")).isEmpty();
        assertThat(DialogAction.Tap.read("")).isEmpty();
    }

    private static DialogAction.Tap tap(String action) {
        return DialogAction.Tap.read(action).orElseThrow();
    }
}

package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.report.store.Receipt;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeskActionTest {
    @Test
    void everyButtonIsReadAsTheActionThatMadeIt() {
        Set<String> codes = new TreeSet<>();
        for (DeskAction action : DeskAction.values()) {
            assertThat(codes.add(action.code())).as(action.code()).isTrue();
            String button = action.button("x", new Receipt(2024, 7), 3).action();
            DeskAction.Tap tap = DeskAction.Tap.read(button.substring(DeskAction.FEATURE.length() + 1))
                    .orElseThrow();
            assertThat(tap.what()).isEqualTo(action);
            assertThat(tap.receipt()).isEqualTo("BC-2024-0007");
            assertThat(tap.saw(3)).isTrue();
            assertThat(tap.saw(4)).isFalse();
            assertThat(tap.member()).isEmpty();
        }
    }

    /** Buttons of years ago are still in people's chats. */
    @Test
    void lettersKeepTheMeaningTheyHad() {
        Map.of(
                        "o:BC-2024-0001:0", DeskAction.OPEN,
                        "i:BC-2024-0001:0", DeskAction.REVIEW,
                        "D:BC-2024-0001:2", DeskAction.RESOLVE_WITHOUT_WORDS,
                        "d:BC-2024-0001:2", DeskAction.WRITE_RESULT,
                        "b:BC-2024-0001:2", DeskAction.WRITE_REASON,
                        "G:BC-2024-0001:2:15", DeskAction.ASSIGN,
                        "W:BC-2024-0001:2", DeskAction.WITHDRAW,
                        "m", DeskAction.MINE,
                        "cu:wa0::", DeskAction.CHOOSE_UNIT)
                .forEach((button, action) -> assertThat(DeskAction.Tap.read(button))
                        .map(DeskAction.Tap::what)
                        .as(button)
                        .contains(action));
        assertThat(DeskAction.Tap.read("G:BC-2024-0001:2:15").orElseThrow().member())
                .isEqualTo("15");
        assertThat(DeskAction.Tap.read("?:BC-2024-0001:0")).isEmpty();
        assertThat(DeskAction.Tap.read("")).isEmpty();
    }
}

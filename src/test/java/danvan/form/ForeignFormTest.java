package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An XForm that another program has written, with its list of places in a file beside it. */
class ForeignFormTest {
    private static final Path FORMS = Path.of("src/test/resources/forms");

    private final Dialog dialog = Dialog.test("sums");

    @Test
    void readsTheListBesideItInItsOrder() {
        assertThat(dialog.question().choices())
                .containsExactly(new Choice("hm", "Hồng \"Minh\""), new Choice("hl", "Hồng, Lý"));
    }

    @Test
    void speaksTheDefaultLanguageWhereATranslationIsADash() {
        assertThat(dialog.speaks("en").question().label()).isEqualTo("Chọn xã");
        assertThat(dialog.says("1").question().label()).isEqualTo("Ngày nào?");
    }

    @Test
    void ownFunctionsStandForTheClockButNotInsideTexts() {
        assertThat(dialog.says("1").isRefused("mai").message()).isEqualTo("today() said no");
    }

    @Test
    void hasOneIdHoweverOftenItIsRestored() {
        var restarted = Dialog.restartingEachTime(FORMS, "sums", "vi").says("1", "hôm nay");

        assertThat(restarted.finishes().instanceId()).isEqualTo("uuid:0001");
    }
}

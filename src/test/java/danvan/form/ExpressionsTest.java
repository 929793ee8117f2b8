package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What authors write in conditions, filters, calculations and defaults, in repeats above all. */
class ExpressionsTest {
    private static final String[] ANSWERS = {"vt", "2", "vt", "hm", "4", "", "kx", "tt", "5", "", ""};

    private final Dialog dialog = Dialog.test("farms");

    @Test
    void requiredCanBeACondition() {
        assertThat(dialog.says("kx").question().required()).isFalse();
        assertThat(dialog.back().says("vt").question().required()).isTrue();
    }

    @Test
    void eachRepetitionHasItsOwnPlaceDefaultAndFilter() {
        dialog.says("vt", "2");
        assertThat(dialog.question().label()).isEqualTo("Trại 1 ở huyện nào?");
        assertThat(dialog.question().answer().orElseThrow().text()).isEqualTo("Vũ Thư");

        dialog.says("vt", "hm", "4", "");
        assertThat(dialog.question().label()).isEqualTo("Trại 2 ở huyện nào?");
        assertThat(dialog.question().answer().orElseThrow().text()).isEqualTo("Vũ Thư");
        assertThat(dialog.says("kx").question().choices())
                .extracting(Choice::value)
                .containsExactly("tt");
    }

    @Test
    void theConstraintSeesACalculationOutsideTheRepeat() {
        dialog.says("vt", "1", "vt", "hm");

        assertThat(dialog.question().answer().orElseThrow().text()).isEqualTo("3");
        assertThat(dialog.question().groups()).containsExactly("Trại 1", "Vật nuôi");
        assertThat(dialog.isRefused("21").message()).isEqualTo("Không quá 20.");
    }

    @Test
    void aReadonlyCalculationIsShownAndNotAsked() {
        dialog.says("vt", "1", "vt", "hm", "4");

        assertThat(((Step.Note) dialog.step()).text()).isEqualTo("Không sửa được\n4 con");
        assertThat(dialog.summary())
                .filteredOn(row -> !row.editable())
                .extracting(SummaryRow::ref)
                .containsExactly("/data/farm/stock/fixed");
    }

    @Test
    void looksUpListsAndOtherRepetitions() {
        dialog.says("vt", "2", "vt", "hm", "4", "", "kx", "tt", "5", "");

        assertThat(((Step.Note) dialog.step()).text()).isEqualTo("5/hm tt/Vũ Thư");
        assertThat(dialog.finishes().values())
                .filteredOn(v -> v.name().equals("commune_name"))
                .extracting(Submission.Value::text)
                .containsExactly("7", "9");
    }

    @Test
    void fewerRepetitionsLeaveTheOthersOut() {
        dialog.says(ANSWERS).jumps("/data/farms").says("1");

        assertThat(dialog.finishes().values().stream().map(Submission.Value::ref))
                .contains("/data/farm/stock/pigs")
                .noneMatch(ref -> ref.startsWith("/data/farm[2]"));
    }

    @Test
    void noRepetitionIsPossible() {
        assertThat(dialog.says("vt", "0").at()).isEqualTo("/data/ending");
    }

    @Test
    void isTheSameWhenRestoredBeforeEveryAnswer() {
        var restarted = Dialog.restartingEachTime(Path.of("src/test/resources/forms"), "farms", "vi");

        assertThat(restarted.says(ANSWERS).finishes())
                .isEqualTo(dialog.says(ANSWERS).finishes());
    }
}

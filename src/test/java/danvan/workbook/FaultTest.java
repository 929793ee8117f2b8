package danvan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Language;
import danvan.text.Texts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the office is told of a workbook that it sent. */
class FaultTest {
    private final Texts.Phrases english = new Texts().in(Language.EN);

    private static Fault rows(Fault.Place place, String column) {
        return Fault.at(place, column, "workbook.fault.rows", "most", "10000");
    }

    @Test
    void namesItsPlaceAsFarAsThereIsOne() {
        String said = "there are more than 10000 rows; please delete empty ones.";
        assertThat(rows(Fault.Place.NONE, "").in(english)).isEqualTo(said);
        assertThat(rows(new Fault.Place("Units", 0), "").in(english)).isEqualTo("Units: " + said);
        assertThat(rows(new Fault.Place("Units", 10_001), "").in(english)).isEqualTo("Units, row 10001: " + said);
        assertThat(rows(new Fault.Place("Units", 3), "Name").in(english))
                .isEqualTo("Units, row 3, column “Name”: " + said);
    }

    @Test
    void isANoteWithoutItsPlace() {
        assertThat(rows(new Fault.Place("Units", 3), "Name").note(english))
                .isEqualTo(new MarkedWorkbook.Note(
                        "Units", 3, "Name", "there are more than 10000 rows; please delete empty ones."));
    }

    @Test
    void aListTellsTenAndCountsTheRest() {
        Fault fault = rows(new Fault.Place("<Units>", 3), "");
        assertThat(FaultList.said(english, "a&b.xlsx", "Nobody’s unit is changed.", List.of(fault)))
                .isEqualTo("""
                ⚠️ <b>a&amp;b.xlsx</b> cannot be used yet: 1 thing is to be mended. Nobody’s unit is changed.
                • &lt;Units&gt;, row 3: there are more than 10000 rows; please delete empty ones.

                Please mend it and send it again.""");
        assertThat(FaultList.said(english, "a", "Kept.", Collections.nCopies(10, fault)))
                .doesNotContain("more\n\n");
        assertThat(FaultList.said(english, "a", "Kept.", Collections.nCopies(12, fault)))
                .contains("12 things are to be mended")
                .endsWith("\n… and 2 more\n\nPlease mend it and send it again.");
    }
}

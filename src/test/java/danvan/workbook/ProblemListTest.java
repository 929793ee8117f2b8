package danvan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Language;
import danvan.text.Problem;
import danvan.text.Texts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the office is told of a workbook that it sent. */
class ProblemListTest {
    private final Texts.Phrases english = new Texts().in(Language.EN);

    private static Problem rows(Problem.Place place) {
        return Problem.at(place, "workbook.fault.rows", "most", "10000");
    }

    @Test
    void namesItsPlaceAsFarAsThereIsOne() {
        String said = "there are more than 10000 rows; please delete the empty ones.";
        assertThat(rows(Problem.NOWHERE).in(english)).isEqualTo(said);
        assertThat(rows(new Problem.Cell("Units", 0)).in(english)).isEqualTo("Units: " + said);
        assertThat(rows(new Problem.Cell("Units", 10_001)).in(english)).isEqualTo("Units, row 10001: " + said);
        assertThat(rows(new Problem.Cell("Units", 3).in("Name")).in(english))
                .isEqualTo("Units, row 3, column “Name”: " + said);
    }

    @Test
    void isANoteWithoutItsPlace() {
        assertThat(MarkedWorkbook.Note.of(rows(new Problem.Cell("Units", 3).in("Name")), english))
                .isEqualTo(new MarkedWorkbook.Note(
                        "Units", 3, "Name", "there are more than 10000 rows; please delete the empty ones."));
    }

    @Test
    void aListTellsTenAndCountsTheRest() {
        Problem fault = rows(new Problem.Cell("<Units>", 3));
        assertThat(ProblemList.said(english, "a&b.xlsx", "Nobody’s unit is changed.", List.of(fault)))
                .isEqualTo("""
                ⚠️ <b>a&amp;b.xlsx</b> cannot be used yet: 1 problem to fix. Nobody’s unit is changed.
                • &lt;Units&gt;, row 3: there are more than 10000 rows; please delete the empty ones.

                Please fix the file and send it again.""");
        assertThat(ProblemList.said(english, "a", "Kept.", Collections.nCopies(10, fault)))
                .doesNotContain("more\n\n");
        assertThat(ProblemList.said(english, "a", "Kept.", Collections.nCopies(12, fault)))
                .contains("12 problems to fix")
                .endsWith("\n… and 2 more\n\nPlease fix the file and send it again.");
    }
}

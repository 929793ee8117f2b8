package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A report's answers as the rows of tables. */
class AnswerTreeTest {
    private static final List<String> REPEATS = List.of("/d/r", "/d/r/s");

    /** A mean that is weighted by the households took the weight of another village. */
    @Test
    void whatStandsInOneRepetitionIsOneRow() {
        AnswerTree answers = AnswerTree.read("<d><r><v>1</v></r><r><v>2</v><g><w>7</w></g></r><x>3</x></d>");
        assertThat(answers.rows("/d/r", REPEATS))
                .extracting(AnswerTree.Row::place)
                .containsExactly("1", "2");
        assertThat(answers.rows("/d/r", REPEATS).get(0).values()).containsExactly(entry("/d/r/v", "1"));
        assertThat(answers.rows("/d/r", REPEATS).get(1).values())
                .containsExactly(entry("/d/r/v", "2"), entry("/d/r/g/w", "7"));
        assertThat(answers.rows("", REPEATS).get(0).values()).containsExactly(entry("/d/x", "3"));
    }

    @Test
    void repetitionsWithinRepetitionsHaveRowsOfTheirOwn() {
        AnswerTree answers =
                AnswerTree.read("<d><r><s><v>1</v></s><s><v>2</v></s></r><r><u>8</u><s><v>3</v></s></r></d>");
        assertThat(answers.rows("/d/r/s", REPEATS))
                .extracting(AnswerTree.Row::place, row -> row.values().get("/d/r/s/v"))
                .containsExactly(tuple("1.1", "1"), tuple("1.2", "2"), tuple("2.1", "3"));
        assertThat(answers.rows("/d/r", REPEATS).get(1).values()).containsExactly(entry("/d/r/u", "8"));
    }
}

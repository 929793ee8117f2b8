package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import danvan.text.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the answers of several reports are put together: what authors say, what is guessed, and what is refused. */
class AggregationsTest {
    private static final String SETTINGS = """
            settings: {form_id: t, version: "1", default_language: Tiếng Việt (vi), "form_title::Tiếng Việt (vi)": "Thử"}
            survey:
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum|SUM|",
                "Mean|MEAN|",
                "mean by ho|WEIGHTED_MEAN|ho",
                " mean  by ${ho} |WEIGHTED_MEAN|ho",
                "last|LAST|",
                "none|NONE|",
            })
    void anAuthorSaysTheWay(String written, Aggregation.Kind kind, String by) {
        assertThat(Aggregation.read(written)).contains(new Aggregation(kind, by == null ? "" : by));
    }

    /** 5 % and 5 % were 10 % in the period's report. */
    @Test
    void whatLooksLikeAShareIsNotAddedUpUnlessItsAuthorSaysSoAndTheDoctorSaysSo() throws IOException {
        FormCheck check = check("""
              - {type: integer, name: ho, "label::Tiếng Việt (vi)": "Số hộ?", constraint: ". >= 0 and . <= 1000"}
              - {type: decimal, name: nhan, "label::Tiếng Việt (vi)": "Tỷ lệ hộ nghèo?"}
              - {type: integer, name: so, "label::Tiếng Việt (vi)": "Bao nhiêu?", constraint: ".>=0 and .<=100"}
              - {type: integer, name: phong, "label::Tiếng Việt (vi)": "Số phòng?", constraint: ". >= 0 and . <= 100", "bind::bot:total": sum}
              - {type: range, name: thang, "label::Tiếng Việt (vi)": "Mức?", parameters: "start=0 end=100 step=5"}
              - {type: calculate, name: binh_quan, calculation: "${ho} div 2"}
              - {type: calculate, name: dividend, calculation: "${ho} + 2"}
              - {type: decimal, name: tien, "label::Tiếng Việt (vi)": "Số tiền?"}
            """);
        assertThat(check.problems()).isEmpty();
        Form form = check.form().orElseThrow();
        assertThat(kinds(form, "ho", "phong", "dividend", "tien")).containsOnly(Aggregation.Kind.SUM);
        assertThat(kinds(form, "nhan", "so", "thang", "binh_quan")).containsOnly(Aggregation.Kind.NONE);
        assertThat(check.diagnosis().orElseThrow().remarks())
                .extracting(remark -> Fault.said(remark, Language.VI))
                .filteredOn(remark -> remark.contains("bind::bot:total"))
                .hasSize(4)
                .allMatch(remark -> remark.startsWith("survey, "));
    }

    @Test
    void aWayThatIsNoneIsAFaultOfItsCell() throws IOException {
        List<String> faults = faults("""
              - {type: integer, name: a, "label::Tiếng Việt (vi)": "A?", "bind::bot:total": average}
              - {type: text, name: b, "label::Tiếng Việt (vi)": "B?", "bind::bot:total": sum}
              - {type: decimal, name: c, "label::Tiếng Việt (vi)": "C?", "bind::bot:total": mean by nobody}
              - {type: decimal, name: d, "label::Tiếng Việt (vi)": "D?", "bind::bot:total": mean by b}
              - {type: begin repeat, name: r, "label::Tiếng Việt (vi)": "R"}
              - {type: integer, name: e, "label::Tiếng Việt (vi)": "E?"}
              - {type: end repeat}
              - {type: decimal, name: f, "label::Tiếng Việt (vi)": "F?", "bind::bot:total": mean by e}
              - {type: integer, name: g, "label::Tiếng Việt (vi)": "G?", "bind::bot:pii": "yes"}
              - {type: decimal, name: h, "label::Tiếng Việt (vi)": "H?", "bind::bot:total": mean by g}
              - {type: decimal, name: i, "label::Tiếng Việt (vi)": "I?", "bind::bot:total": mean by a}
            """);
        assertThat(faults).hasSize(6).allMatch(fault -> fault.contains("bind::bot:total"));
        assertThat(faults.get(0)).contains("average").contains("mean by");
        assertThat(faults).filteredOn(fault -> fault.contains("nobody")).hasSize(1);
    }

    @Test
    void theShippedFormsSayItForEveryFigureThatIsNoSum() {
        for (Form form : Forms.load(Path.of("knowledge-base/forms"), problem -> {
                    throw new AssertionError(problem.toString());
                })
                .all()) {
            assertThat(form.totals().unsaid()).as(form.id()).isEmpty();
        }
    }

    @Test
    void aTallyPutsAnswersTogetherInEachWay() {
        assertThat(value(new Aggregation(Aggregation.Kind.MEAN, ""))).contains(new BigDecimal("6.67"));
        assertThat(value(new Aggregation(Aggregation.Kind.WEIGHTED_MEAN, "w"))).contains(new BigDecimal("8.00"));
        // Unit a said 5 and then 10, unit b 5.
        assertThat(value(new Aggregation(Aggregation.Kind.LAST, ""))).contains(new BigDecimal("15"));
        assertThat(value(Aggregation.SUM)).contains(new BigDecimal("20"));
        assertThat(value(Aggregation.NONE)).isEmpty();
        assertThat(new Aggregator(new Aggregation(Aggregation.Kind.MEAN, "")).value())
                .isEmpty();
    }

    /** The report of the first quarter came after that of the second, and the figure was the one of March. */
    @Test
    void theLastIsThatOfTheLatestPeriodHoweverLateAnotherCame() {
        Aggregator tally = new Aggregator(new Aggregation(Aggregation.Kind.LAST, ""));
        tally.add("a", 1, YearMonth.of(2024, 6), new BigDecimal(9), Optional.empty());
        tally.add("a", 2, YearMonth.of(2024, 3), new BigDecimal(5), Optional.empty());
        tally.add("a", 2, YearMonth.of(2024, 3), new BigDecimal(6), Optional.empty());
        assertThat(tally.value()).contains(new BigDecimal("9"));
        // The two repetitions of one report, corrected by a later one for the same period.
        tally.add("a", 3, YearMonth.of(2024, 6), new BigDecimal(1), Optional.empty());
        tally.add("a", 3, YearMonth.of(2024, 6), new BigDecimal(2), Optional.empty());
        assertThat(tally.value()).contains(new BigDecimal("3"));
    }

    private static Optional<BigDecimal> value(Aggregation total) {
        Aggregator tally = new Aggregator(total);
        tally.add("a", 1, YearMonth.of(2024, 1), new BigDecimal(5), Optional.of(new BigDecimal(1)));
        tally.add("b", 2, YearMonth.of(2024, 2), new BigDecimal(5), Optional.of(new BigDecimal(1)));
        tally.add("a", 3, YearMonth.of(2024, 3), new BigDecimal(10), Optional.of(new BigDecimal(3)));
        return tally.value();
    }

    private static List<Aggregation.Kind> kinds(Form form, String... names) {
        List<Aggregation.Kind> kinds = new ArrayList<>();
        for (String name : names) {
            kinds.add(form.total("/data/" + name).kind());
        }
        return kinds;
    }

    private FormCheck check(String rows) throws IOException {
        return FormCheck.of(Files.writeString(folder.resolve("t.yml"), SETTINGS + rows));
    }

    private List<String> faults(String rows) throws IOException {
        FormCheck check = check(rows);
        assertThat(check.form()).isEmpty();
        return check.problems().stream()
                .map(problem -> Fault.said(problem, Language.VI))
                .toList();
    }
}

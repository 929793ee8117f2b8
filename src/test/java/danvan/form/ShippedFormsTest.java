package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import danvan.form.check.FormCheck;
import danvan.form.xlsform.Row;
import danvan.form.xlsform.XlsxReader;
import danvan.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of the starter knowledge base. */
class ShippedFormsTest {
    static Stream<Path> forms() {
        return Forms.filesBelow(Path.of("knowledge-base/forms")).stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void passTheDoctorInThreeLanguages(Path file) {
        var check = FormCheck.of(file);

        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
        assertThat(FormLoader.load(file, problem -> {}).orElseThrow().languages())
                .containsExactly("vi", "tr", "en");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void areMadeFromTheirRows(Path source) throws IOException {
        var form = new ObjectMapper(new YAMLFactory()).readTree(source.toFile());
        var problems = new ArrayList<Problem>();
        var workbook = ShippedWorkbooks.workbook(form);
        var read = XlsxReader.read("x.xlsx", Files.readAllBytes(workbook), problems::add)
                .orElseThrow();
        var expected = ShippedWorkbooks.sheets(form);

        assertThat(problems).isEmpty();
        assertThat(texts(read.survey()))
                .as("run ShippedWorkbooks")
                .isEqualTo(written(expected.getOrDefault("survey", List.of())));
        assertThat(texts(read.choices()))
                .as("run ShippedWorkbooks")
                .isEqualTo(written(expected.getOrDefault("choices", List.of())));
    }

    static Stream<Path> sources() {
        return ShippedWorkbooks.sources().stream();
    }

    private static List<List<String>> texts(List<Row> rows) {
        return rows.stream()
                .map(row -> row.cells().values().stream()
                        .map(cell -> cell.heading() + "=" + cell.text())
                        .sorted()
                        .toList())
                .toList();
    }

    private static List<List<String>> written(List<java.util.Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.entrySet().stream()
                        .filter(cell -> !cell.getValue().isBlank())
                        .map(cell -> cell.getKey() + "=" + cell.getValue().strip())
                        .sorted()
                        .toList())
                .toList();
    }

    @Test
    void theMonthlyReportIsSixAnswersWhenAllIsNormal() {
        var dialog = Dialog.with(Dialog.form(Path.of("knowledge-base/forms"), "f1"), "vi");
        // With /baocao, the form and «send» that makes nine.
        dialog.gives(new Answer.Chosen("stable"));
        dialog.says("2", "120", "0");
        dialog.gives(new Answer.Chosen("on_track"), new Answer.Chosen("no"));

        assertThat(dialog.at()).isEqualTo("end");
        assertThat(dialog.finishes().value("attendance")).contains("120");
    }

    @Test
    void saySoftlyThatANoticeCameLate() {
        var dialog = Dialog.with(Dialog.form(Path.of("knowledge-base/forms"), "f4"), "vi");
        dialog.gives(new Answer.Chosen("government"), new Answer.Blank());
        dialog.says("01/12/2023", "05/12/2023");

        assertThat(dialog.at()).isEqualTo("/data/notice_2024");
    }

    @Test
    void beginAsLastMonthEnded() {
        var f1 = Dialog.form(Path.of("knowledge-base/forms"), "f1");
        var context = Dialog.context("vi");

        assertThat(f1.allows("as_last")).isTrue();
        try (var session = f1.begin(context, "2")) {
            session.fill(java.util.Map.of(
                    "/data/situation", "stable", "/data/sessions", "2", "/data/attendance", "many", "/data/x", "1"));
            assertThat(session.summary())
                    .filteredOn(row -> row.answer().isPresent())
                    .extracting(SummaryRow::ref)
                    .containsExactly("/data/situation", "/data/sessions");
        }
    }

    @Test
    void nameTheirFieldsForAnExport() {
        var f4 = Dialog.form(Path.of("knowledge-base/forms"), "f4");

        assertThat(f4.fields("en"))
                .filteredOn(field -> field.name().equals("outcome"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.repeat()).contains("/data/opinion");
                    assertThat(field.label()).isEqualTo("Outcome?");
                    assertThat(field.choices()).extracting(Choice::label).contains("Passed to another body");
                });
        assertThat(Dialog.form(Path.of("knowledge-base/forms"), "f2").fields("vi"))
                .anySatisfy(field -> assertThat(field.marks()).containsEntry("sum", "f1.sessions"));
    }
}

package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.xlsform.FormFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An office sends files of many kinds; which of them mean to be forms? */
class FormFileTest {
    private static final Object[][] CELLS = {{"type", "name", "label"}, {"text", "a", "A"}};

    @Test
    void aWorkbookWithASheetSurveyIsAFormWhateverItsName() throws IOException {
        assertThat(FormFile.isForm("a.xlsx", TestWorkbooks.of(Map.of("Survey ", CELLS))))
                .isTrue();
        assertThat(FormFile.isForm("KHAO SAT.XLSX", TestWorkbooks.form("a", "1", "A", CELLS)))
                .isTrue();
        assertThat(FormFile.isForm("a.xlsx", TestWorkbooks.of(Map.of("tasks", CELLS))))
                .isFalse();
        assertThat(FormFile.isForm("a.xlsx", TestWorkbooks.of(Map.of("surveyors", CELLS))))
                .isFalse();
    }

    @Test
    void aWorkbookThatTheBotWroteIsLookedIntoLikeAnyOther() throws IOException {
        assertThat(FormFile.isForm("a.xlsx", TestWorkbooks.asOurs(Map.of("survey", CELLS))))
                .isTrue();
        assertThat(FormFile.isForm("a.xlsx", TestWorkbooks.asOurs(Map.of("tasks", CELLS))))
                .isFalse();
    }

    @Test
    void aFileThatIsCalledAFormIsMeantAsOne() throws IOException {
        for (var name : new String[] {"Biểu mẫu 3.xlsx", "mau-bao-cao.xlsx", "form F1.xlsx", "my_xlsform.xlsx"}) {
            assertThat(FormFile.isForm(name, TestWorkbooks.of(Map.of("Sheet1", CELLS))))
                    .as(name)
                    .isTrue();
            assertThat(FormFile.isForm(name, new byte[] {1, 2, 3})).as(name).isTrue();
        }
        assertThat(FormFile.isForm("platform.xlsx", new byte[] {1, 2, 3})).isFalse();
    }

    @Test
    void aWorkbookThatCannotBeOpenedSafelyIsTakenToBeRefused() throws IOException {
        assertThat(FormFile.isForm("a.xlsx", TestWorkbooks.zipped("xl/worksheets/sheet1.xml", 70 << 20)))
                .isTrue();
        assertThat(FormFile.isForm("a.xlsm", new byte[0])).isTrue();
    }

    @Test
    void xmlAndYamlAreFormsWhereTheySaySo() throws IOException {
        assertThat(FormFile.isForm("a.xml", Files.readAllBytes(Path.of("src/test/resources/forms/sums.xml"))))
                .isTrue();
        assertThat(FormFile.isForm("a.xml", "<rss/>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(FormFile.isForm("a.yml", Files.readAllBytes(Path.of("src/test/resources/forms/kinds.yml"))))
                .isTrue();
        assertThat(FormFile.isForm("a.yml", "year: 2024\n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(FormFile.isForm("a.pdf", new byte[0])).isFalse();
    }
}

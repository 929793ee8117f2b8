package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.task.programme.Programmes;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code programme export}; that its content reads back as the same programme is shown in the task room's WorkbookTest. */
class ProgrammeCommandTest {
    @TempDir
    Path folder;

    @Test
    void theShippedYearIsWrittenAsAWorkbookToStartFrom() throws Exception {
        Path file = folder.resolve("2024.xlsx");
        assertThat(BotCommand.execute("programme", "export", "2024", file.toString()))
                .isZero();
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            var rows = workbook.findSheet("Nhiệm vụ").orElseThrow().read();
            assertThat(rows)
                    .hasSize(1
                            + Programmes.in(Path.of("knowledge-base/programmes"))
                                    .size());
            Row first = rows.get(1);
            assertThat(first.getCellText(0)).isEqualTo("T1");
        }
        ByteArrayOutputStream same = new ByteArrayOutputStream();
        assertThat(Programmes.in(Path.of("knowledge-base/programmes")).export(2024, new Texts().in(Language.VI), same))
                .isTrue();
        assertThat(same.size()).isBetween((int) Files.size(file) - 64, (int) Files.size(file) + 64);
    }

    /** The file was emptied before the year was looked for. */
    @Test
    void aYearThatIsNotThereIsToldAndLeavesTheFileAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.xlsx"), "my own work");
        assertThat(BotCommand.execute("programme", "export", "2031", file.toString()))
                .isNotZero();
        assertThat(file).hasContent("my own work");
    }
}

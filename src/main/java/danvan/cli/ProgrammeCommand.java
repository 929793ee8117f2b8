package danvan.cli;

import danvan.config.Config;
import danvan.config.ConfigException;
import danvan.knowledge.KnowledgeFolder;
import danvan.task.programme.Programmes;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code programme export}: the knowledge base's programme of a year as a workbook to start from. */
@Command(name = "programme", description = "The year's programme as an Excel workbook.")
final class ProgrammeCommand {
    private final Supplier<Config> settings;

    ProgrammeCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Command(name = "export", description = "Writes a year's programme as an .xlsx workbook.")
    void export(
            @Parameters(paramLabel = "YEAR", description = "Such as 2024.") int year,
            @Parameters(paramLabel = "FILE", description = "The workbook to write.") Path file) {
        Language language = Language.of(settings.get().language()).orElse(Language.VI);
        Path folder = KnowledgeFolder.find(settings.get().knowledgeBase()).resolve("programmes");
        // Into memory first: a year that is not there must not cost the file that is.
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try {
            if (!Programmes.in(folder).export(year, new Texts().in(language), workbook)) {
                throw new ConfigException("there is no programme for " + year + " in the knowledge base");
            }
            Files.write(file, workbook.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}

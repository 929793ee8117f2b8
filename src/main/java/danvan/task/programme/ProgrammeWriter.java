package danvan.task.programme;

import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a programme as the workbook that {@link ProgrammeWorkbook} reads. */
public final class ProgrammeWriter {
    private static final int WIDE = 30;
    /** Rows below the last that are prepared for new tasks. */
    private static final int ROOM = 100;

    private ProgrammeWriter() {}

    /** Writes a programme as a workbook. */
    public static void write(Yaml tree, Optional<Texts.Phrases> guide, OutputStream out) throws IOException {
        Yaml.Fields top = (Yaml.Fields) tree;
        List<Yaml> tasks = top.fields().get("tasks") instanceof Yaml.Items items ? items.items() : List.of();
        try (Workbook workbook = new Workbook(out, "Dan Van Bot", "1.0")) {
            Language language = guide.map(Texts.Phrases::language).orElse(Language.EN);
            sheet(workbook, ProgrammeWords.PROGRAMME, ProgrammeTree.HEAD, List.of(top), language);
            sheet(workbook, ProgrammeWords.TASKS, ProgrammeTree.COLUMNS, tasks, language);
            guide.ifPresent(phrases -> WorkbookGuide.write(workbook, phrases));
        }
    }

    public static byte[] bytes(Yaml tree) {
        return bytes(tree, Optional.empty());
    }

    /** A programme as a workbook, with the words that say what may stand where. */
    public static byte[] bytes(Yaml tree, Optional<Texts.Phrases> guide) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            write(tree, guide, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a workbook", e);
        }
    }

    private static void sheet(
            Workbook workbook, String name, List<String> columns, List<Yaml> rows, Language language) {
        Worksheet sheet = workbook.newWorksheet(ProgrammeWords.sheet(name, language));
        for (int column = 0; column < columns.size(); column++) {
            boolean words = columns.get(column).matches("(title|text)\\..*");
            Heading.write(
                    sheet,
                    0,
                    column,
                    ProgrammeWords.heading(columns.get(column), language),
                    words ? WIDE : WIDE / 2,
                    words ? rows.size() : 0);
        }
        sheet.freezePane(1, 1);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
        for (String chosen : List.of("status", "evidence")) {
            int column = columns.indexOf(chosen);
            if (column >= 0) {
                String choices = String.join(",", ProgrammeWords.choices(chosen, language));
                sheet.range(1, column, rows.size() + ROOM, column).validateWithListByFormula("\"" + choices + "\"");
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            Yaml.Fields fields = (Yaml.Fields) rows.get(row);
            for (int column = 0; column < columns.size(); column++) {
                String key = columns.get(column);
                int at = row + 1;
                int in = column;
                ProgrammeTree.value(fields, key)
                        .map(value -> ProgrammeWords.shown(key, ProgrammeTree.flat(value), language))
                        .ifPresent(text -> sheet.value(at, in, text));
            }
        }
    }
}

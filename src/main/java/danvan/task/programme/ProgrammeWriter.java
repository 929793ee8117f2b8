package danvan.task.programme;

import danvan.task.Task;
import danvan.text.Texts;
import danvan.workbook.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a programme as the workbook that {@link ProgrammeWorkbook} reads. */
public final class ProgrammeWriter {
    private static final int WIDE = 30;
    /** Rows below the last that are prepared for new tasks. */
    private static final int ROOM = 100;

    /** What Excel offers. */
    private static final Map<String, List<String>> CHOICES =
            Map.of("status", names(Task.Status.values()), "evidence", names(Task.Evidence.values()));

    private ProgrammeWriter() {}

    /** Writes a programme as a workbook. */
    public static void write(Yaml tree, Optional<Texts.Phrases> guide, OutputStream out) throws IOException {
        Yaml.Fields top = (Yaml.Fields) tree;
        List<Yaml> tasks = top.fields().get("tasks") instanceof Yaml.Items items ? items.items() : List.of();
        try (Workbook workbook = new Workbook(out, "Dan Van Bot", "1.0")) {
            sheet(workbook, ProgrammeWorkbook.PROGRAMME, ProgrammeWorkbook.HEAD, List.of(top));
            sheet(workbook, ProgrammeWorkbook.TASKS, ProgrammeWorkbook.COLUMNS, tasks);
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

    private static void sheet(Workbook workbook, String name, List<String> columns, List<Yaml> rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int column = 0; column < columns.size(); column++) {
            head(sheet, 0, column, columns.get(column), rows.size());
        }
        sheet.freezePane(1, 1);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
        CHOICES.forEach((chosen, choices) -> {
            int column = columns.indexOf(chosen);
            if (column >= 0) {
                sheet.range(1, column, rows.size() + ROOM, column)
                        .validateWithListByFormula("\"" + String.join(",", choices) + "\"");
            }
        });
        for (int row = 0; row < rows.size(); row++) {
            Yaml.Fields fields = (Yaml.Fields) rows.get(row);
            for (int column = 0; column < columns.size(); column++) {
                Optional<Yaml> value = ProgrammeWorkbook.value(fields, columns.get(column));
                int at = row + 1;
                int in = column;
                value.ifPresent(any -> sheet.value(at, in, ProgrammeWorkbook.flat(any)));
            }
        }
    }

    private static List<String> names(Enum<?>... all) {
        return Stream.of(all).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** A column's heading, and how wide the column is. */
    static void head(Worksheet sheet, int row, int column, String name, int rowsBelow) {
        boolean words = name.matches("(title|text)\\..*");
        Heading.write(sheet, row, column, name, words ? WIDE : WIDE / 2, words ? rowsBelow : 0);
    }
}

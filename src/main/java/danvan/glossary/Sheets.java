package danvan.glossary;

import danvan.chat.Language;
import danvan.chat.Texts;
import danvan.workbook.CellText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** What the glossary's sheets and their columns are called, in any language. */
final class Sheets {
    private final Texts texts;

    Sheets(Texts texts) {
        this.texts = texts;
    }

    String name(Entry.Kind kind, Language language) {
        return texts.in(language).plain("glossary.sheet." + kind.list());
    }

    String heading(Entry.Kind kind, int column, Language language) {
        return texts.in(language).plain("glossary.column." + kind.list() + "." + column);
    }

    /** In all languages. */
    String names(Entry.Kind kind) {
        List<String> names = Stream.of(Language.values())
                .map(language -> name(kind, language))
                .toList();
        return String.join(" / ", names);
    }

    Optional<Sheet> find(ReadableWorkbook workbook, Entry.Kind kind) {
        return workbook.getSheets()
                .filter(sheet -> language(kind, sheet).isPresent())
                .findFirst();
    }

    /** The language a sheet of this kind is named in. */
    Optional<Language> language(Entry.Kind kind, Sheet sheet) {
        return Stream.of(Language.values())
                .filter(language ->
                        name(kind, language).equalsIgnoreCase(sheet.getName().strip()))
                .findFirst();
    }

    /** Where in the row of headings each of our columns is. */
    Map<Integer, Integer> columns(Row headings, Entry.Kind kind) {
        Map<Integer, Integer> columns = new HashMap<>();
        for (Cell cell : headings) {
            String heading = CellText.of(cell).orElse("");
            IntStream.range(0, kind.columns())
                    .filter(column -> isHeading(heading, kind, column))
                    .forEach(column -> columns.putIfAbsent(column, cell.getColumnIndex()));
        }
        return columns;
    }

    private boolean isHeading(String heading, Entry.Kind kind, int column) {
        return Stream.of(Language.values())
                .anyMatch(language -> bare(heading(kind, column, language)).equalsIgnoreCase(bare(heading)));
    }

    /** What stands in brackets only explains. */
    private static String bare(String heading) {
        return heading.replaceAll("\\(.*", "").strip();
    }
}

package danvan.glossary;

import danvan.chat.Language;
import danvan.chat.Texts;
import danvan.workbook.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The glossary as a workbook: a sheet for each kind of entry, its headings in the reader's language. */
final class WorkbookWriter {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int WIDE = 44;
    private static final String BETWEEN = "; ";

    private final Sheets sheets;

    WorkbookWriter(Texts texts) {
        this.sheets = new Sheets(texts);
    }

    byte[] write(Book book, Language language) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Workbook workbook = new Workbook(out, "Dan Van Bot", "1.0")) {
                for (Entry.Kind kind : Entry.Kind.values()) {
                    List<List<String>> rows = book.entries().values().stream()
                            .filter(entry -> entry.key().kind() == kind)
                            .flatMap(entry -> rows(entry).stream())
                            .toList();
                    write(workbook.newWorksheet(sheets.name(kind, language)), kind, language, rows);
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the glossary's workbook", e);
        }
    }

    private static List<List<String>> rows(Entry entry) {
        if (entry instanceof Entry.Abbreviation abbreviation) {
            List<List<String>> rows = new ArrayList<>();
            String variants = String.join(BETWEEN, abbreviation.variants());
            for (Entry.Meaning meaning : abbreviation.meanings()) {
                rows.add(List.of(abbreviation.name(), meaning.full(), rows.isEmpty() ? variants : "", meaning.when()));
            }
            return rows;
        }
        if (entry instanceof Entry.Synonyms synonyms) {
            List<String> words = synonyms.words();
            return List.of(List.of(words.get(0), String.join(BETWEEN, words.subList(1, words.size()))));
        }
        Entry.Term term = (Entry.Term) entry;
        return List.of(
                List.of(term.name(), String.join(BETWEEN, term.turkish()), String.join(BETWEEN, term.english())));
    }

    private void write(Worksheet sheet, Entry.Kind kind, Language language, List<List<String>> rows) {
        for (int column = 0; column < kind.columns(); column++) {
            Heading.write(sheet, 0, column, sheets.heading(kind, column, language), WIDE, rows.size());
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < kind.columns(); column++) {
                String text = rows.get(row).get(column);
                if (!text.isEmpty()) {
                    sheet.value(row + 1, column, text);
                }
            }
        }
    }
}

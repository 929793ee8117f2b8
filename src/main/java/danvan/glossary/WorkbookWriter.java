package danvan.glossary;

import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.TextSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

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
                    sheets.of(kind)
                            .write(
                                    workbook,
                                    language,
                                    rows,
                                    Collections.nCopies(kind.columns(), TextSheet.Column.of(WIDE)));
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
}

package danvan.glossary;

import danvan.text.Problem;
import danvan.text.Texts;
import danvan.workbook.OpenedWorkbook;
import danvan.workbook.TextSheet;
import danvan.workbook.WorkbookParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Sheet;

/** Takes the glossary's workbook back, in whatever language it was given out. */
final class WorkbookReader {
    private static final int MOST_ROWS = 10_000;

    private final Sheets sheets;

    WorkbookReader(Texts texts) {
        this.sheets = new Sheets(texts);
    }

    /** Whether two of the sheets bear our names, or one has two of our headings: another's may be called "Terms". */
    boolean isOne(byte[] content) {
        try {
            WorkbookParts.check(content);
            try (OpenedWorkbook workbook = OpenedWorkbook.of(content)) {
                int named = 0;
                boolean headed = false;
                for (Entry.Kind kind : Entry.Kind.values()) {
                    named += sheets.of(kind).find(workbook).isPresent() ? 1 : 0;
                    headed |= sheets.of(kind).isIn(workbook);
                }
                return named > 1 || headed;
            }
        } catch (IOException | ExcelReaderException e) {
            return false;
        }
    }

    Written read(byte[] content) throws IOException {
        Check check = new Check();
        try (OpenedWorkbook workbook = OpenedWorkbook.of(content)) {
            for (Entry.Kind kind : Entry.Kind.values()) {
                Optional<Sheet> sheet = sheets.of(kind).find(workbook);
                if (sheet.isPresent()) {
                    sheets.of(kind)
                            .read(sheet.get(), workbook.cells(), MOST_ROWS, check::fault)
                            .forEach(line -> read(line, kind, check));
                } else {
                    check.fault(Problem.NOWHERE, "", "noSheet", sheets.of(kind).names());
                }
            }
        } catch (ExcelReaderException e) {
            throw new IOException("not a workbook that can be read", e);
        }
        return check.written();
    }

    private static void read(TextSheet.Line line, Entry.Kind kind, Check check) {
        Check.Columns columns = columns(line.headings());
        switch (kind) {
            case ABBREVIATION ->
                check.abbreviation(
                        line.place(),
                        columns,
                        line.cell(0),
                        parts(line.cell(2)),
                        new Entry.Meaning(line.cell(1), line.cell(3)));
            case SYNONYMS -> {
                List<String> words = new ArrayList<>(parts(line.cell(0)));
                words.addAll(parts(line.cell(1)));
                check.synonyms(line.place(), columns, words);
            }
            case TERM -> check.term(line.place(), columns, line.cell(0), parts(line.cell(1)), parts(line.cell(2)));
        }
    }

    private static Check.Columns columns(List<String> headings) {
        return new Check.Columns(headings.get(0), headings.get(1), headings.size() > 2 ? headings.get(2) : "");
    }

    private static List<String> parts(String cell) {
        return Stream.of(cell.split("[;\\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

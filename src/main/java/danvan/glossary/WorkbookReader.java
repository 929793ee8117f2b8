package danvan.glossary;

import danvan.chat.Language;
import danvan.chat.Texts;
import danvan.workbook.CellText;
import danvan.workbook.Fault;
import danvan.workbook.WorkbookParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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
            try (ReadableWorkbook workbook = CellText.open(content)) {
                int named = 0;
                boolean headed = false;
                for (Entry.Kind kind : Entry.Kind.values()) {
                    Optional<Sheet> sheet = sheets.find(workbook, kind);
                    named += sheet.isPresent() ? 1 : 0;
                    headed |= sheet.isPresent() && isHeaded(sheet.get(), kind);
                }
                return named > 1 || headed;
            }
        } catch (IOException | ExcelReaderException e) {
            return false;
        }
    }

    private boolean isHeaded(Sheet sheet, Entry.Kind kind) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.findFirst()
                    .filter(row -> sheets.columns(row, kind).size() > 1)
                    .isPresent();
        }
    }

    Written read(byte[] content) throws IOException {
        Check check = new Check();
        try (ReadableWorkbook workbook = CellText.open(content)) {
            for (Entry.Kind kind : Entry.Kind.values()) {
                Optional<Sheet> sheet = sheets.find(workbook, kind);
                if (sheet.isPresent()) {
                    read(sheet.get(), kind, check);
                } else {
                    check.fault(Fault.Place.NONE, "", "noSheet", sheets.names(kind));
                }
            }
        } catch (ExcelReaderException e) {
            throw new IOException("not a workbook that can be read", e);
        }
        return check.written();
    }

    private void read(Sheet sheet, Entry.Kind kind, Check check) throws IOException {
        List<Row> rows;
        try (Stream<Row> all = sheet.openStream()) {
            rows = all.limit(MOST_ROWS + 1L).toList();
        }
        if (rows.size() > MOST_ROWS) {
            check.fault(new Fault.Place(sheet.getName(), MOST_ROWS + 1), "", "rows", Integer.toString(MOST_ROWS));
            return;
        }
        Map<Integer, Integer> places = rows.isEmpty() ? Map.of() : sheets.columns(rows.get(0), kind);
        Language language = sheets.language(kind, sheet).orElse(Language.VI);
        IntStream.range(0, kind.columns())
                .filter(column -> !places.containsKey(column))
                .forEach(column -> check.fault(
                        new Fault.Place(sheet.getName(), 1), "", "noColumn", sheets.heading(kind, column, language)));
        if (places.size() == kind.columns()) {
            List<Integer> at = IntStream.range(0, kind.columns())
                    .map(column -> places.getOrDefault(column, 0))
                    .boxed()
                    .toList();
            List<String> headings = said(rows.get(0), at);
            rows.stream().skip(1).forEach(row -> read(sheet.getName(), row, kind, at, headings, check));
        }
    }

    private static List<String> said(Row row, List<Integer> at) {
        return at.stream()
                .map(in ->
                        in < row.getCellCount() ? CellText.of(row.getCell(in)).orElse("") : "")
                .toList();
    }

    private static void read(
            String sheet, Row row, Entry.Kind kind, List<Integer> at, List<String> headings, Check check) {
        List<String> said = said(row, at);
        Fault.Place place = new Fault.Place(sheet, row.getRowNum());
        if (isBroken(row, place, at, headings, check) || said.stream().allMatch(String::isEmpty)) {
            return;
        }
        switch (kind) {
            case ABBREVIATION ->
                check.abbreviation(
                        place,
                        columns(headings),
                        said.get(0),
                        parts(said.get(2)),
                        new Entry.Meaning(said.get(1), said.get(3)));
            case SYNONYMS -> {
                List<String> words = new ArrayList<>(parts(said.get(0)));
                words.addAll(parts(said.get(1)));
                check.synonyms(place, columns(headings), words);
            }
            case TERM -> check.term(place, columns(headings), said.get(0), parts(said.get(1)), parts(said.get(2)));
        }
    }

    private static Check.Columns columns(List<String> headings) {
        return new Check.Columns(headings.get(0), headings.get(1), headings.size() > 2 ? headings.get(2) : "");
    }

    /** A formula without a result looks empty to a reader, and must not pass for it. */
    private static boolean isBroken(Row row, Fault.Place place, List<Integer> at, List<String> headings, Check check) {
        boolean broken = false;
        for (int column = 0; column < at.size(); column++) {
            Cell cell = at.get(column) < row.getCellCount() ? row.getCell(at.get(column)) : null;
            if (cell != null && CellText.broken(cell)) {
                check.fault(place, headings.get(column), "broken", String.valueOf(cell.getText()));
                broken = true;
            }
        }
        return broken;
    }

    private static List<String> parts(String cell) {
        return Stream.of(cell.split("[;\\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

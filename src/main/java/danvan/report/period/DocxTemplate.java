package danvan.report.period;

import danvan.workbook.UnsafeWorkbook;
import danvan.workbook.WorkbookParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;

/**
 * A Word document with placeholders such as <code>{{don_vi}}</code>. A table row, or a paragraph outside of tables, that
 * holds one of a list (<code>{{ct.ten}}</code>) is repeated for each of its rows. What a placeholder looks like is what
 * its first letter looks like, however Word has split it up.
 */
final class DocxTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]{1,100}?)\\s*}}");

    /** Of hundreds of communes with dozens of figures; far more would hold up every report. */
    private static final int MOST_PLACED = 50_000;

    private final TemplateValues filling;
    private int placed;
    private final Set<String> unknown = new TreeSet<>();

    private DocxTemplate(TemplateValues filling) {
        this.filling = filling;
    }

    /**
     * Fills a template.
     *
     * @return the placeholders nobody knows; they stand as they were
     * @throws IOException where it is no Word document
     */
    static Set<String> fill(InputStream template, TemplateValues filling, OutputStream out) throws IOException {
        byte[] parts = parts(template);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(parts))) {
            DocxTemplate filled = new DocxTemplate(filling);
            filled.body(document);
            for (XWPFHeader header : document.getHeaderList()) {
                filled.body(header);
            }
            for (XWPFFooter footer : document.getFooterList()) {
                filled.body(footer);
            }
            document.write(out);
            return filled.unknown;
        } catch (POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new IOException("not a Word document: " + e.getMessage(), e);
        }
    }

    /** Looked at before it is opened: a file of a megabyte may unfold to gigabytes. */
    private static byte[] parts(InputStream template) throws IOException {
        try {
            return WorkbookParts.wordParts(template.readNBytes(WorkbookParts.LARGEST_FILE + 1));
        } catch (UnsafeWorkbook e) {
            throw new IOException("not a Word document that can be opened safely: " + e.why(), e);
        }
    }

    private void body(IBody body) {
        for (XWPFTable table : List.copyOf(body.getTables())) {
            table(table);
        }
        for (XWPFParagraph paragraph : List.copyOf(body.getParagraphs())) {
            Optional<String> list = listOf(paragraph.getText());
            if (list.isPresent() && body instanceof XWPFDocument document) {
                repeat(document, paragraph, rows(list.get()));
            } else {
                paragraph(paragraph, Map.of());
            }
        }
    }

    private void table(XWPFTable table) {
        for (XWPFTableRow row : List.copyOf(table.getRows())) {
            StringBuilder text = new StringBuilder();
            row.getTableCells().forEach(cell -> text.append(cell.getText()).append(' '));
            Optional<String> list = listOf(text.toString());
            if (list.isEmpty()) {
                row(row, Map.of());
                continue;
            }
            int at = table.getRows().indexOf(row);
            for (Map<String, String> values : rows(list.get())) {
                // Filled before it is added: adding copies it.
                XWPFTableRow copy = new XWPFTableRow((CTRow) row.getCtRow().copy(), table);
                row(copy, values);
                table.addRow(copy, at++);
            }
            table.removeRow(at);
        }
    }

    private void row(XWPFTableRow row, Map<String, String> values) {
        for (XWPFTableCell cell : row.getTableCells()) {
            for (XWPFParagraph paragraph : List.copyOf(cell.getParagraphs())) {
                boolean one = PLACEHOLDER.matcher(paragraph.getText().strip()).matches();
                paragraph(paragraph, values);
                // The line of an agency that nobody is above, not a gap at the head of the page.
                if (one && paragraph.getText().isEmpty() && cell.getParagraphs().size() > 1) {
                    cell.removeParagraph(cell.getParagraphs().indexOf(paragraph));
                }
            }
            cell.getTables().forEach(this::table);
        }
    }

    private void repeat(XWPFDocument document, XWPFParagraph paragraph, List<Map<String, String>> rows) {
        for (Map<String, String> values : rows) {
            XWPFParagraph copy = new XWPFParagraph((CTP) paragraph.getCTP().copy(), document);
            paragraph(copy, values);
            try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
                document.insertNewParagraph(cursor).getCTP().set(copy.getCTP());
            }
        }
        document.removeBodyElement(document.getPosOfParagraph(paragraph));
    }

    private void paragraph(XWPFParagraph paragraph, Map<String, String> values) {
        int from = 0;
        while (true) {
            List<XWPFRun> runs = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (XWPFRun run : paragraph.getRuns()) {
                text.append(run.text());
                runs.add(run);
                ends.add(text.length());
            }
            Matcher matcher = PLACEHOLDER.matcher(text);
            if (!matcher.find(Math.min(from, text.length()))) {
                return;
            }
            if (++placed > MOST_PLACED) {
                throw new IllegalArgumentException("more than " + MOST_PLACED + " placeholders");
            }
            String value = value(matcher.group(1), values).orElse(matcher.group());
            replace(runs, ends, matcher.start(), matcher.end(), value);
            from = matcher.start() + value.length();
        }
    }

    /** The first run that holds a part of it gets the value; the others lose theirs. */
    private static void replace(List<XWPFRun> runs, List<Integer> ends, int start, int end, String value) {
        int begin = 0;
        boolean placed = false;
        for (int i = 0; i < runs.size(); i++) {
            int stop = ends.get(i);
            if (stop > start && begin < end) {
                String text = runs.get(i).text();
                String before = text.substring(0, Math.max(0, start - begin));
                String after = end < stop ? text.substring(end - begin) : "";
                set(runs.get(i), before + (placed ? "" : value) + after);
                placed = true;
            }
            begin = stop;
        }
    }

    private static void set(XWPFRun run, String text) {
        while (run.getCTR().sizeOfTArray() > 0) {
            run.getCTR().removeT(0);
        }
        run.setText(text, 0);
    }

    private Optional<String> value(String name, Map<String, String> values) {
        Optional<String> found = Optional.ofNullable(values.get(name))
                .or(() -> Optional.ofNullable(filling.values().get(name)));
        // A figure that nobody has reported is nought, not a fault of the template.
        Optional<String> value =
                found.or(() -> name.matches("[a-z0-9_-]+[.:][^ ]+") ? Optional.of("0") : Optional.empty());
        if (value.isEmpty()) {
            unknown.add(name);
        }
        return value;
    }

    private Optional<String> listOf(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String first = matcher.group(1).split("\\.", 2)[0];
            if (filling.lists().containsKey(first)) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    private List<Map<String, String>> rows(String list) {
        return filling.lists().getOrDefault(list, List.of());
    }
}

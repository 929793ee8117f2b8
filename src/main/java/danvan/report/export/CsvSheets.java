package danvan.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * CSV files (RFC 4180) in one archive: UTF-8 with a byte order mark, without which Excel shows Vietnamese as garbage. One
 * table alone is written without the archive.
 */
final class CsvSheets implements Sheets {
    private static final char MARK = '\uFEFF';
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final OutputStream out;
    private final boolean archive;
    private final boolean people;
    private final Writer writer;
    private final Set<String> names = new HashSet<>();

    /**
     * Files of comma-separated values.
     *
     * @param people whether they are for people, who open them in Excel: figures that are text are marked as text
     */
    CsvSheets(OutputStream out, boolean archive, boolean people) {
        this.people = people;
        this.out = archive ? new ZipOutputStream(out, StandardCharsets.UTF_8) : out;
        this.archive = archive;
        this.writer = new OutputStreamWriter(this.out, StandardCharsets.UTF_8);
    }

    @Override
    public void sheet(String name, List<String> headings) throws IOException {
        if (!archive && !names.isEmpty()) {
            throw new IllegalStateException("a second table needs an archive");
        }
        String file = free(name);
        if (archive) {
            writer.flush();
            ((ZipOutputStream) out).putNextEntry(new ZipEntry(file));
        }
        writer.write(MARK);
        row(headings.stream().map(Cell::of).toList());
    }

    private String free(String name) {
        String base = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        for (int number = 1; ; number++) {
            String tried = base + (number == 1 ? "" : " (" + number + ")") + ".csv";
            if (names.add(tried)) {
                return tried;
            }
        }
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        writer.write(cells.stream().map(this::written).collect(Collectors.joining(",")));
        writer.write("\r\n");
    }

    private String written(Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            return figure.value().toPlainString();
        }
        if (cell instanceof Cell.Day day) {
            return day.day().toString();
        }
        if (cell instanceof Cell.Moment moment) {
            return MOMENT.format(moment.at());
        }
        if (cell instanceof Cell.TimeOfDay time) {
            return CLOCK.format(time.at());
        }
        Cell.Text text = (Cell.Text) cell;
        // The apostrophe is a spreadsheet's own sign for text.
        String safe = text.runs() || (people && text.looksLikeFigures()) ? "'" + text.text() : text.text();
        return safe.matches("(?s).*[\",\\r\\n\\t;].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}

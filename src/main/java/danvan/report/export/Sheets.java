package danvan.report.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file of tables being written, one after the other and row by row. */
interface Sheets extends Closeable {
    /** Begins the next table. */
    void sheet(String name, List<String> headings) throws IOException;

    void row(List<Cell> cells) throws IOException;
}

package danvan.glossary;

import danvan.workbook.Fault;
import java.util.List;

/**
 * A glossary as it was written: what of it is sound, and what is wrong.
 *
 * @param book complete only where there are no faults
 */
public record Written(Book book, List<Fault> faults) {
    public Written {
        faults = List.copyOf(faults);
    }
}

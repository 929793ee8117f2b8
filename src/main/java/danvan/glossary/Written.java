package danvan.glossary;

import danvan.text.Problem;
import java.util.List;

/**
 * A glossary as it was written: what of it is sound, and what is wrong.
 *
 * @param book complete only where there are none
 */
public record Written(Book book, List<Problem> problems) {
    public Written {
        problems = List.copyOf(problems);
    }
}

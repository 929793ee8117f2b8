package danvan.desk.port;

import danvan.chat.Person;
import danvan.text.Language;
import java.time.Instant;
import java.util.List;

/**
 * Reports as the rows of a table that another program reads again and again, without personal answers and without who sent
 * them. Implementations are safe for use by several threads.
 */
public interface LiveRows {

    /** What a field's answers are. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY
    }

    /** A question whose answers stand once in a report. */
    record Field(String path, String label, Kind kind) {}

    /**
     * A report.
     *
     * @param key greater than those of the reports before it
     * @param unit its code
     * @param answers in the order of the fields; empty words where there is none
     */
    record Line(
            long key,
            String receipt,
            Instant submittedAt,
            String unit,
            String unitName,
            String period,
            ReportFilter.State state,
            boolean urgent,
            boolean nil,
            int edition,
            List<String> answers) {
        public Line {
            answers = List.copyOf(answers);
        }
    }

    /** Those of all versions of a form; personal ones are none. */
    List<Field> fields(String form, Language language);

    /**
     * Some of the reports of a filter that a person may see, in the order in which they came in; the filter's own order does
     * not count.
     *
     * @param labels whether choices are given as people read them
     * @param after the key of the last one that was read; 0 for the first
     * @param skip how many after it are left out
     */
    List<Line> lines(
            Person person, Language language, ReportFilter filter, boolean labels, long after, long skip, int most);
}

package danvan.desk.port;

import danvan.chat.Person;
import danvan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reports, to be read. Leads see those of their unit and below, their own and what was assigned to them; the office and
 * auditors see all. Implementations are safe for use by several threads.
 */
public interface ReportShelf {

    /** A form that reports were sent on. */
    record FormTitle(String id, String title) {}

    /**
     * An answer that a table may show; personal ones never are.
     *
     * @param number whether its answers are numbers
     * @param asked whether a person answers it, rather than the form itself
     */
    record Column(String path, String label, boolean number, boolean asked) {}

    /**
     * A report in a table.
     *
     * @param change counts its changes; what is done carries it
     * @param answers in the order of the columns; empty words where there is none
     */
    record Line(
            String receipt,
            long change,
            String form,
            String unit,
            String reporter,
            Instant submittedAt,
            String period,
            ReportFilter.State state,
            Optional<String> assignee,
            boolean urgent,
            boolean nil,
            int edition,
            long files,
            List<String> answers) {
        public Line {
            answers = List.copyOf(answers);
        }
    }

    /**
     * A page of a table.
     *
     * @param total how many there are on all pages, as far as they were counted
     * @param more whether there are more than that
     */
    record Page(List<Line> lines, long total, boolean more) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** Somebody of the organization. */
    record Colleague(long id, String name) {}

    /**
     * A file of a report.
     *
     * @param number counts the report's files from 0
     * @param caption what was written below it; empty where nothing was, or it is hidden
     */
    record FileOf(int number, String name, String mediaType, long bytes, String caption) {}

    /**
     * An answer.
     *
     * @param text as people read it; empty where there is none
     * @param hidden whether it is personal and not shown
     * @param personal whether it is personal
     * @param place degrees north and east, as {@code 20.44650, 106.33660}; empty where the answer is no place
     * @param files that answer the question
     * @param sources receipts that a figure was added up from
     */
    record Answer(
            String label,
            String text,
            boolean hidden,
            boolean personal,
            String place,
            List<FileOf> files,
            List<String> sources) {
        public Answer {
            files = List.copyOf(files);
            sources = List.copyOf(sources);
        }
    }

    /** Answers under one heading; the heading may be empty. */
    record Group(String heading, List<Answer> answers) {
        public Group {
            answers = List.copyOf(answers);
        }
    }

    /** Something that happened to a report; {@code kind} is the key of its words. */
    record Event(Instant at, String who, String kind, String words) {}

    /** What an answer was in each edition; {@code changed} where not always the same. */
    record Comparison(String label, List<String> texts, boolean changed) {
        public Comparison {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A whole report.
     *
     * @param readable whether every sealed answer could be opened
     * @param hides whether there are personal answers that are not shown
     * @param editions empty where there is one only
     * @param open what who looks may do now
     * @param colleagues to whom it can be assigned
     */
    record Sheet(
            Line line,
            List<Group> groups,
            boolean known,
            boolean readable,
            boolean hides,
            List<Event> events,
            List<Comparison> editions,
            Set<ReportActions.Act> open,
            List<Colleague> colleagues) {
        public Sheet {
            groups = List.copyOf(groups);
            events = List.copyOf(events);
            editions = List.copyOf(editions);
            open = Set.copyOf(open);
            colleagues = List.copyOf(colleagues);
        }
    }

    /** A file to be sent. */
    record Content(String name, String mediaType, long bytes, Opened opened) {}

    /** Opens a content. */
    @FunctionalInterface
    interface Opened {
        InputStream open() throws IOException;
    }

    List<FormTitle> forms(Language language);

    /** What people call a form; its id where it is not served. */
    String title(String form, Language language);

    List<String> versions(String form);

    /** The answers of a form that stand once in a report, over all its versions. */
    List<Column> columns(String form, Language language);

    /**
     * An answer that is chosen, in words; empty where the form has none such.
     *
     * @param choice as {@code path=value}
     */
    Optional<String> choice(String form, String choice, Language language);

    /** The forms' members who have sent reports, and those who have some: of what the person sees. */
    List<Colleague> reporters(Person person);

    List<Colleague> assignees(Person person);

    /**
     * A page of the reports that a person may see.
     *
     * @param paths of the answers in its lines
     */
    Page page(Person person, Language language, ReportFilter filter, List<String> paths, int most, long from);

    long count(Person person, ReportFilter filter);

    /** The receipts and changes of the reports of a filter, at most so many. */
    List<ReportActions.Seen> seen(Person person, ReportFilter filter, int most);

    /** How many reports came in on each of the last days, today last. */
    List<Integer> lastDays(Person person, Instant now, int days);

    /**
     * A whole report; empty where there is none of this receipt for this person.
     *
     * @param personal whether personal answers are shown
     */
    Optional<Sheet> sheet(Person person, Language language, Instant now, String receipt, boolean personal);

    /** A file of a report that the person may see. */
    Optional<Content> file(Person person, String receipt, int number);
}

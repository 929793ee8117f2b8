package danvan.report;

import danvan.report.desk.ReportDesk;
import danvan.report.dialog.PeriodTotals;
import danvan.report.dialog.QuestionMedia;
import danvan.report.dialog.ReportDialog;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AnswerMessages;
import danvan.report.store.AttachmentTable;
import danvan.report.store.DraftTable;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportSearch;
import danvan.report.store.ReportTable;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.text.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The reports: {@code /report}, {@code /reports}, and what time does to them. */
public final class Reports {
    private final ReportDialog dialog;
    private final List<Feature> features;
    private final Retention upkeep;
    private final Database database;

    /**
     * The reports.
     *
     * @param forms asked at each message, so that a new form is served as soon as it is there
     * @param ids makes a new unique id at each call
     */
    public Reports(
            Supplier<Forms> forms,
            Database database,
            Files files,
            Downloads downloads,
            AnswerCipher vault,
            ReportRules rules,
            Neighbours neighbours,
            Texts texts,
            ZoneId zone,
            Supplier<String> ids) {
        AttachmentTable enclosures = new AttachmentTable(database, files);
        Means means = new Means(
                forms,
                new ReportTable(database),
                new DraftTable(database, enclosures, vault),
                new AnswerMessages(database),
                enclosures,
                new ReportHistory(database),
                new ReportSearch(database, zone),
                new PeriodTotals(database),
                new QuestionMedia(files),
                downloads,
                neighbours.staff(),
                neighbours.questions(),
                neighbours.submissions(),
                neighbours.habits(),
                texts,
                zone,
                ids,
                rules,
                vault);
        this.dialog = new ReportDialog(means);
        this.features = List.of(dialog, new ReportDesk(means, dialog));
        this.database = database;
        this.upkeep = new Retention(means, database, neighbours.post());
    }

    /** What the reports want of other rooms. */
    public record Neighbours(Staff staff, QuestionAnswerer questions, SubmissionListener submissions, MessageSender post, StartOptions habits) {}

    public List<Feature> features() {
        return features;
    }

    /** A file of a report: its name in the answers, its media type, its name in the store, its size. */
    public record Enclosed(String name, String mediaType, String file, long bytes) {}

    /** The files of a report, by its number in the database. */
    public List<Enclosed> enclosed(long report) {
        return database.read(tx -> tx.list(
                "SELECT name, media_type, file_id, bytes FROM report_file WHERE report_id = ? ORDER BY id",
                row -> new Enclosed(row.text("name"), row.text("media_type"), row.text("file_id"), row.number("bytes")),
                report));
    }

    public Retention upkeep() {
        return upkeep;
    }

    /** Says once more where an open report stands, in the language the turn is spoken in. */
    public Optional<Reply> again(Turn turn) {
        return dialog.again(turn);
    }
}

package danvan.report;

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
public final class Reporting {
    private final ReportDialog dialog;
    private final List<Feature> features;
    private final Upkeep upkeep;
    private final Database database;

    /**
     * The reports.
     *
     * @param forms asked at each message, so that a new form is served as soon as it is there
     * @param ids makes a new unique id at each call
     */
    public Reporting(
            Supplier<Forms> forms,
            Database database,
            Files files,
            Downloads downloads,
            Vault vault,
            Rules rules,
            Neighbours neighbours,
            Texts texts,
            ZoneId zone,
            Supplier<String> ids) {
        Enclosures enclosures = new Enclosures(database, files);
        Means means = new Means(
                forms,
                new Reports(database),
                new Drafts(database, enclosures, vault),
                new AnswerMessages(database),
                enclosures,
                new History(database),
                new Found(database, zone),
                new Gathering(database),
                new Pictures(files),
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
        this.upkeep = new Upkeep(means, database, neighbours.post());
    }

    /** What the reports want of other rooms. */
    public record Neighbours(Staff staff, Questions questions, Submissions submissions, Post post, Habits habits) {}

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

    public Upkeep upkeep() {
        return upkeep;
    }

    /** Says once more where an open report stands, in the language the turn is spoken in. */
    public Optional<Reply> again(Turn turn) {
        return dialog.again(turn);
    }
}

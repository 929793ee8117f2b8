package danvan.report;

import danvan.chat.Texts;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The reports: {@code /report}, {@code /reports}, and what time does to them. */
public final class Reporting {
    private final ReportDialog dialog;
    private final List<Feature> features;
    private final Upkeep upkeep;

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
        Means means = new Means(
                forms,
                new Reports(database),
                new Drafts(database, forms, vault),
                new Enclosures(database, files),
                new History(database),
                new Found(database, zone),
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
        this.upkeep = new Upkeep(means, database, neighbours.post());
    }

    /** What the reports want of other rooms. */
    public record Neighbours(Staff staff, Questions questions, Submissions submissions, Post post, Habits habits) {}

    public List<Feature> features() {
        return features;
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    /** Says once more where an open report stands, in the language the turn is spoken in. */
    public Optional<Reply> again(Turn turn) {
        return dialog.again(turn);
    }
}

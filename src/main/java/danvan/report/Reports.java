package danvan.report;

import danvan.chat.Button;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.report.desk.ReportDecisions;
import danvan.report.desk.ReportDesk;
import danvan.report.desk.ReportNews;
import danvan.report.dialog.DialogAction;
import danvan.report.dialog.DraftReminders;
import danvan.report.dialog.ReportDialog;
import danvan.report.store.ReportStore;
import danvan.storage.Files;
import danvan.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The reports: {@code /report}, {@code /reports}, and what time does to them. */
public final class Reports {
    private final ReportDialog dialog;
    private final ReportDesk desk;
    private final DraftReminders drafts;
    private final ReportNews news;
    private final Retention retention;

    /**
     * The reports.
     *
     * @param ids makes a new unique id at each call
     */
    public Reports(
            ReportForms forms,
            ReportStore store,
            ReportPorts ports,
            ReportRules rules,
            Files files,
            Downloads downloads,
            Texts texts,
            Supplier<String> ids) {
        this.dialog = ReportDialog.of(forms, store, ports, rules, files, downloads, texts, ids);
        this.desk = ReportDesk.of(forms, store, ports, rules, texts, dialog);
        this.drafts = new DraftReminders(forms, store, ports.organization(), ports.sender(), rules, texts);
        this.news = new ReportNews(store, ports.organization(), ports.sender(), rules.news(), texts);
        this.retention = new Retention(store, rules);
    }

    public List<Feature> features() {
        return List.of(dialog, desk);
    }

    /** What is decided about reports that were sent. */
    public ReportDecisions decisions() {
        return desk.decisions();
    }

    public DraftReminders drafts() {
        return drafts;
    }

    public ReportNews news() {
        return news;
    }

    public Retention retention() {
        return retention;
    }

    /** Says once more where an open report stands, in the language the turn is spoken in. */
    public Optional<Reply> again(Turn turn) {
        return dialog.again(turn);
    }

    /** A button that begins a form, for the messages of other rooms. */
    public static Button beginning(String label, String form) {
        return DialogAction.BEGIN.ofForm(label, form);
    }
}

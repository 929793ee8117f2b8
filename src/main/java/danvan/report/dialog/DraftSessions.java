package danvan.report.dialog;

import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.report.ReportForms;
import danvan.report.store.AnswerCipher;
import danvan.report.store.Draft;
import danvan.report.store.Report;
import danvan.report.store.ReportStore;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens drafts, new and kept ones, each in the one session of its form that a turn has. */
final class DraftSessions {
    private final ReportForms forms;
    private final ReportStore store;
    private final Supplier<String> ids;

    /**
     * The sessions.
     *
     * @param ids makes a new unique id at each call
     */
    DraftSessions(ReportForms forms, ReportStore store, Supplier<String> ids) {
        this.forms = forms;
        this.store = store;
        this.ids = ids;
    }

    /** A draft as it was kept, and the form it was begun on. */
    record Kept(Form form, Draft draft) {}

    /** A draft of whoever speaks, where the version it was begun on is still there. */
    Optional<Kept> find(Turn turn, String draft) {
        return store.drafts()
                .find(draft, turn.person().id())
                .flatMap(kept -> forms.find(kept.formId(), kept.version()).map(form -> new Kept(form, kept)));
    }

    <T> T kept(Turn turn, Kept kept, Function<OpenDraft, T> use) {
        try (FormSession session = kept.form().open(kept.draft().state(), forms.context(turn))) {
            return use.apply(OpenDraft.of(turn, kept.form(), kept.draft(), session, forms.today(turn)));
        }
    }

    <T> T blank(Turn turn, Form form, Function<OpenDraft, T> use) {
        String instance = ids.get();
        try (FormSession session = form.begin(forms.context(turn), instance)) {
            return use.apply(begun(turn, form, instance, session));
        }
    }

    /** Begins with the answers of a report that was sent; sealed ones are left out. */
    <T> T like(Turn turn, Form form, Report report, Function<OpenDraft, T> use) {
        String instance = ids.get();
        String answers = store.cipher().withoutSealed(report.seals(), report.instanceXml());
        try (FormSession session = form.beginLike(forms.context(turn), instance, answers)) {
            return use.apply(begun(turn, form, instance, session));
        }
    }

    /** Begins the next edition of a report. */
    <T> T changing(Turn turn, Form form, Report report, Function<OpenDraft, T> use) {
        AnswerCipher.OpenedInstance opened = store.opened(report);
        try (FormSession session = form.reopen(opened.xml(), forms.context(turn))) {
            Draft draft = Draft.begun(DialogAction.DRAFT_PREFIX + ids.get(), form, session.state())
                    .changing(report.id())
                    .with(report.gathered())
                    .lacking(!opened.complete())
                    .holding(store.attachments().ofReport(report.id()));
            return use.apply(OpenDraft.of(turn, form, draft, session, forms.today(turn)));
        }
    }

    private OpenDraft begun(Turn turn, Form form, String instance, FormSession session) {
        Draft draft = Draft.begun(DialogAction.DRAFT_PREFIX + instance, form, session.state());
        return OpenDraft.of(turn, form, draft, session, forms.today(turn));
    }
}

package danvan.report.dialog;

import danvan.report.AnswerExtras;
import danvan.report.AnswerText;
import danvan.report.Means;
import danvan.report.ReportAccess;
import danvan.report.Staff;
import danvan.report.SubmissionListener;
import danvan.report.desk.ReportDesk;
import danvan.report.store.Draft;
import danvan.report.store.DraftTable;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportTable;
import danvan.report.store.SealedPaths;
import danvan.report.store.SummedFigures;
import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Finish;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Submission;
import danvan.storage.Tx;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The end of a draft: it becomes a report, or the next edition of one. */
final class DraftSubmission {
    /** The question and the answer by which a form says that a report is urgent. */
    private static final String LEVEL = "level";

    private static final String URGENT = "urgent";

    private final OpenDraft opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;
    private final FormSession session;

    DraftSubmission(OpenDraft opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.draft = opened.draft();
        this.session = opened.session();
    }

    /**
     * Checks and sends the draft.
     *
     * @param unfinished shows what is to be mended first
     */
    Reply submit(Supplier<Reply> unfinished) {
        Finish finish = session.finish();
        if (finish instanceof Finish.Unfinished missing) {
            return unfinished.get().afterSaying("⚠️ " + Markup.escape(missing.message()));
        }
        ReportTable.Arrival arrival = arrival(((Finish.Finished) finish).submission(), false);
        Optional<ReportTable.Report> changed =
                draft.report().flatMap(id -> means.reports().find(id));
        if (changed.isPresent() && !ReportOperation.CHANGE.in(changed.get().status())) {
            // Somebody dealt with it while it was being changed.
            return Reply.say(turn.say("report.notReturned")).andClose().andDo(this::removeDraft);
        }
        return changed.map(report -> changed(report, arrival)).orElseGet(() -> added(arrival));
    }

    /** Sends "nothing to report": the form as it begins. */
    Reply nil() {
        Submission submission = new Submission(
                form.id(), form.version(), draft.id(), draft.state().instanceXml(), List.of());
        return added(arrival(submission, true));
    }

    private ReportTable.Arrival arrival(Submission submission, boolean nil) {
        return new ReportTable.Arrival(
                submission,
                SealedPaths.seal(means.vault(), form, submission.instanceXml()),
                form.title(turn.language().code()),
                submission.value(LEVEL).filter(URGENT::equals).isPresent(),
                nil,
                period(submission.instanceXml()),
                nil ? SummedFigures.NOTHING : draft.gathered());
    }

    private String period(String instanceXml) {
        YearMonth month = YearMonth.from(opened.today());
        return PeriodTotals.period(instanceXml, month).orElse(month.toString());
    }

    private Reply added(ReportTable.Arrival arrival) {
        ReportTable.Receipt receipt = means.reports().next(means.today(turn).getYear());
        Reply reply = Reply.say(turn.say(
                        arrival.nil() ? "report.nilSent" : "report.sent",
                        "form",
                        arrival.title(),
                        "receipt",
                        receipt.toString()))
                .andDo(tx -> {
                    long report = ReportTable.add(tx, receipt, arrival, turn.person(), turn.now());
                    ReportHistory.add(tx, report, event(ReportHistory.Kind.SUBMITTED));
                    settle(tx, report, arrival);
                });
        Reply closed = arrival.nil() ? reply : reply.andClose();
        return arrival.urgent()
                ? told(closed, receipt, means.staff().onDuty(turn.person().unit()))
                : closed;
    }

    private Reply changed(ReportTable.Report report, ReportTable.Arrival arrival) {
        Reply reply = Reply.say(turn.say(
                        "report.changeSent",
                        "form",
                        arrival.title(),
                        "receipt",
                        report.receipt().toString(),
                        "edition",
                        report.edition() + 1))
                .andDo(tx -> {
                    ReportTable.replace(tx, report, arrival, turn.now());
                    ReportHistory.add(tx, report.id(), event(ReportHistory.Kind.EDITED));
                    settle(tx, report.id(), arrival);
                })
                .andClose();
        for (Staff.Colleague handler : new ReportAccess(means).of(report)) {
            reply = reply.andTell(
                    handler.address(),
                    Outgoing.message(
                            means.texts()
                                    .in(handler.language())
                                    .say(
                                            "report.changedNews",
                                            "receipt",
                                            report.receipt().toString(),
                                            "name",
                                            turn.person().name()),
                            ReportDesk.openButton(means.texts().in(handler.language()), report.receipt())));
        }
        return arrival.urgent() && !report.urgent()
                ? told(
                        reply,
                        report.receipt(),
                        means.staff().onDuty(turn.person().unit()))
                : reply;
    }

    private void settle(Tx tx, long report, ReportTable.Arrival arrival) {
        means.enclosures().submit(tx, draft, report, arrival.submission());
        removeDraft(tx);
        LocalDate day = means.today(turn);
        means.submissions()
                .submitted(
                        tx,
                        new SubmissionListener.Submitted(
                                turn.person().unit(),
                                form.id(),
                                arrival.period(),
                                day,
                                turn.person().id()));
    }

    private void removeDraft(Tx tx) {
        means.enclosures().discard(tx, draft.id());
        DraftTable.remove(tx, draft.id());
    }

    private ReportHistory.Event event(ReportHistory.Kind kind) {
        return new ReportHistory.Event(turn.now(), turn.person().id(), kind, "");
    }

    private Reply told(Reply reply, ReportTable.Receipt receipt, List<Staff.Colleague> onDuty) {
        Reply told = reply;
        for (Staff.Colleague person : onDuty) {
            if (!person.address().equals(turn.address())) {
                told = told.andTell(
                        person.address(),
                        Outgoing.message(
                                news(receipt, person),
                                ReportDesk.openButton(means.texts().in(person.language()), receipt)));
            }
        }
        return told;
    }

    private String news(ReportTable.Receipt receipt, Staff.Colleague person) {
        Texts.Phrases words = means.texts().in(person.language());
        String code = person.language().code();
        return words.say(
                "report.urgentNews",
                "form",
                form.title(code),
                "receipt",
                receipt.toString(),
                "name",
                turn.person().name(),
                "unit",
                means.staff().nameOf(turn.person().unit()),
                "summary",
                new Texts.Marked(AnswerText.byGroups(
                                words,
                                session.summary(code),
                                AnswerExtras.of(draft.files(), draft.gathered(), Set.of()),
                                true)
                        .strip()));
    }
}

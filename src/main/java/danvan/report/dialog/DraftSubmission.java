package danvan.report.dialog;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Finish;
import danvan.form.Submission;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.report.AnswerExtras;
import danvan.report.AnswerText;
import danvan.report.DeskAction;
import danvan.report.NewsRules;
import danvan.report.Period;
import danvan.report.ReportAccess;
import danvan.report.SubmissionListener;
import danvan.report.store.Draft;
import danvan.report.store.NewsTable;
import danvan.report.store.Receipt;
import danvan.report.store.Report;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportStore;
import danvan.report.store.ReportTable;
import danvan.report.store.SealedPaths;
import danvan.report.store.SubmittedAnswers;
import danvan.report.store.SummedFigures;
import danvan.storage.Tx;
import danvan.text.Markup;
import danvan.text.Texts;
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

    private final ReportStore store;
    private final Organization organization;
    private final ReportAccess access;
    private final SubmissionListener listener;
    private final NewsRules news;
    private final Texts texts;

    DraftSubmission(
            ReportStore store, Organization organization, SubmissionListener listener, NewsRules news, Texts texts) {
        this.store = store;
        this.organization = organization;
        this.access = new ReportAccess(organization, store.history());
        this.listener = listener;
        this.news = news;
        this.texts = texts;
    }

    /**
     * Checks and sends the draft.
     *
     * @param unfinished shows what is to be fixed first
     */
    Reply submit(OpenDraft open, Supplier<Reply> unfinished) {
        Draft draft = open.draft();
        Finish finish = open.session().finish();
        if (finish instanceof Finish.Unfinished missing) {
            return unfinished.get().afterSaying("⚠️ " + Markup.escape(missing.message()));
        }
        SubmittedAnswers arrival = arrival(open, ((Finish.Finished) finish).submission(), false);
        Optional<Report> changed = draft.report().flatMap(id -> store.reports().find(id));
        if (changed.isPresent() && !ReportOperation.CHANGE.in(changed.get().status())) {
            // Somebody dealt with it while it was being changed.
            return Reply.say(open.turn().say("report.notReturned"))
                    .andClose()
                    .andDo(tx -> store.deleteDraft(tx, draft.id()));
        }
        return changed.map(report -> changed(open, report, arrival)).orElseGet(() -> added(open, arrival));
    }

    /** Sends "nothing to report": the form as it begins. */
    Reply nil(OpenDraft open) {
        Draft draft = open.draft();
        Submission submission = new Submission(
                draft.formId(), draft.version(), draft.id(), draft.state().instanceXml(), List.of());
        return added(open, arrival(open, submission, true));
    }

    private SubmittedAnswers arrival(OpenDraft open, Submission submission, boolean nil) {
        return new SubmittedAnswers(
                submission,
                SealedPaths.seal(store.cipher(), open.form(), submission.instanceXml()),
                open.form().title(open.turn().language().code()),
                submission.value(LEVEL).filter(URGENT::equals).isPresent(),
                nil,
                period(open, submission.instanceXml()),
                nil ? SummedFigures.NOTHING : open.draft().gathered());
    }

    private static String period(OpenDraft open, String instanceXml) {
        YearMonth month = YearMonth.from(open.today());
        return PeriodTotals.period(instanceXml, month)
                .orElseGet(() -> Period.of(month))
                .code();
    }

    private Reply added(OpenDraft open, SubmittedAnswers arrival) {
        Turn turn = open.turn();
        Receipt receipt = store.reports().next(open.today().getYear());
        Reply reply = Reply.say(
                        turn.say(
                                arrival.nil() ? "report.nilSent" : "report.sent",
                                "form",
                                arrival.title(),
                                "receipt",
                                receipt.toString()),
                        // One tap sends it: the way to take it back stands below.
                        arrival.nil() ? opening(turn.texts(), receipt) : List.of())
                .andDo(tx -> {
                    long report = ReportTable.add(tx, receipt, arrival, turn.person(), turn.now());
                    ReportHistory.add(tx, report, event(turn, ReportHistory.Kind.SUBMITTED));
                    settle(tx, open, report, arrival);
                    NewsTable.plan(tx, news, report, 1, arrival.urgent(), arrival.urgent(), turn.now());
                });
        Reply closed = arrival.nil() ? reply : reply.andClose();
        return arrival.urgent()
                ? told(open, closed, receipt, access.onDuty(turn.person().unit()))
                : closed;
    }

    private Reply changed(OpenDraft open, Report report, SubmittedAnswers arrival) {
        Turn turn = open.turn();
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
                    ReportHistory.add(tx, report.id(), event(turn, ReportHistory.Kind.EDITED));
                    settle(tx, open, report.id(), arrival);
                    // Those who deal with it hear of an edition at once.
                    NewsTable.plan(tx, news, report.id(), report.edition() + 1, arrival.urgent(), true, turn.now());
                })
                .andClose();
        for (Member handler : access.of(report)) {
            reply = reply.andTell(
                    handler.address(),
                    Outgoing.message(
                            texts.in(handler.language())
                                    .say(
                                            "report.changedNews",
                                            "receipt",
                                            report.receipt().toString(),
                                            "name",
                                            turn.person().name()),
                            opening(texts.in(handler.language()), report.receipt())));
        }
        return arrival.urgent() && !report.urgent()
                ? told(
                        open,
                        reply,
                        report.receipt(),
                        access.onDuty(turn.person().unit()))
                : reply;
    }

    private void settle(Tx tx, OpenDraft open, long report, SubmittedAnswers arrival) {
        Draft draft = open.draft();
        Person person = open.turn().person();
        store.attachments().submit(tx, draft, report, arrival.submission());
        store.deleteDraft(tx, draft.id());
        listener.submitted(
                tx,
                new SubmissionListener.Submitted(
                        person.unit(), draft.formId(), arrival.period(), open.today(), person.id()));
    }

    private static List<List<Button>> opening(Texts.Phrases words, Receipt receipt) {
        return List.of(List.of(DeskAction.OPEN.button(words.plain("report.open"), receipt, 0)));
    }

    private static ReportHistory.Event event(Turn turn, ReportHistory.Kind kind) {
        return new ReportHistory.Event(turn.now(), turn.person().id(), kind, "");
    }

    private Reply told(OpenDraft open, Reply reply, Receipt receipt, List<Member> onDuty) {
        Reply told = reply;
        for (Member person : onDuty) {
            if (!person.address().equals(open.turn().address())) {
                told = told.andTell(
                        person.address(),
                        Outgoing.message(news(open, receipt, person), opening(texts.in(person.language()), receipt)));
            }
        }
        return told;
    }

    private String news(OpenDraft open, Receipt receipt, Member person) {
        Turn turn = open.turn();
        Draft draft = open.draft();
        Texts.Phrases words = texts.in(person.language());
        String code = person.language().code();
        return words.say(
                "report.urgentNews",
                "form",
                open.form().title(code),
                "receipt",
                receipt.toString(),
                "name",
                turn.person().name(),
                "unit",
                organization.nameOf(turn.person().unit()),
                "summary",
                new Texts.Marked(AnswerText.byGroups(
                                words,
                                open.session().summary(code),
                                AnswerExtras.of(draft.files(), draft.gathered(), Set.of()),
                                true)
                        .strip()));
    }
}

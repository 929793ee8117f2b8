package danvan.report.desk;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.report.DeskAction;
import danvan.report.ReportAccess;
import danvan.report.ReportForms;
import danvan.report.ReportPorts;
import danvan.report.ReportRules;
import danvan.report.dialog.DialogAction;
import danvan.report.dialog.ReportDialog;
import danvan.report.store.AnswerCipher;
import danvan.report.store.Attachment;
import danvan.report.store.Receipt;
import danvan.report.store.Report;
import danvan.report.store.ReportFilter;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportStore;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /reports} and what becomes of a report: looked at, resolved or returned, talked about, given to somebody. */
public final class ReportDesk implements Feature {
    private static final int MOST_ASSIGNEES = 12;

    private final ReportStore store;
    private final ReportDialog dialog;
    private final ReportList lists;
    private final ReportCard card;
    private final ReportAccess access;
    private final ReportWorkflow workflow;
    private final ReportDecisions decisions;

    private ReportDesk(
            ReportStore store,
            ReportDialog dialog,
            ReportList lists,
            ReportCard card,
            ReportAccess access,
            ReportWorkflow workflow,
            AuditNote audit) {
        this.store = store;
        this.dialog = dialog;
        this.lists = lists;
        this.card = card;
        this.access = access;
        this.workflow = workflow;
        this.decisions = new ReportDecisions(store, access, workflow, audit);
    }

    /** What is decided about reports, for the pages of the desk. */
    public ReportDecisions decisions() {
        return decisions;
    }

    /** The desk; a report that was returned is changed in the dialog. */
    public static ReportDesk of(
            ReportForms forms,
            ReportStore store,
            ReportPorts ports,
            ReportRules rules,
            Texts texts,
            ReportDialog dialog) {
        Organization organization = ports.organization();
        ReportAccess access = new ReportAccess(organization, store.history());
        return new ReportDesk(
                store,
                dialog,
                new ReportList(forms, store, organization),
                new ReportCard(forms, store, organization, access, rules.withdrawWithin()),
                access,
                new ReportWorkflow(organization, access, texts),
                ports.audit());
    }

    /**
     * The dialog's state: words are awaited for a report.
     *
     * @param verb the {@link DeskAction#code} of the button that asked for them
     * @param change as {@link Report#change} was when they were asked for
     */
    record Awaited(String verb, String receipt, long change) {
        Optional<DeskAction> action() {
            return DeskAction.of(verb);
        }
    }

    @Override
    public String name() {
        return DeskAction.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("reports", List.of("dagui", "raporlar"), "report.helpMine", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (command.equals("cancel")) {
            return Reply.say(turn.say("report.wordsCancelled")).andClose();
        }
        Optional<Receipt> typed = Receipt.typed(rest);
        if (typed.isPresent()) {
            return named(turn, typed.get());
        }
        if (!turn.person().role().atLeast(Role.LEAD)) {
            return lists.mine(turn);
        }
        return rest.isBlank() ? lists.listed(turn, ReportFilter.FIRST) : lists.named(turn, rest);
    }

    /** The number of a receipt asks for its report. */
    @Override
    public Optional<Reply> said(Turn turn, String words) {
        return Receipt.typed(words).map(receipt -> named(turn, receipt));
    }

    private Reply named(Turn turn, Receipt receipt) {
        return found(turn, receipt.toString())
                .map(report -> open(turn, report))
                .orElseGet(() -> Reply.say(turn.say("report.noSuchReceipt", "receipt", receipt.toString())));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return DeskAction.Tap.read(action)
                .flatMap(tap -> tapped(turn, tap))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("report.oldButton")));
    }

    private Optional<Reply> tapped(Turn turn, DeskAction.Tap tap) {
        return switch (tap.what()) {
            case MINE -> Optional.of(lists.mine(turn));
            case LIST -> filter(turn, tap).map(filter -> lists.listed(turn, filter));
            case CHOOSE_STATE, CHOOSE_SPAN, CHOOSE_FORM, CHOOSE_UNIT ->
                filter(turn, tap).map(filter -> lists.choices(turn, tap.what(), filter));
            default -> found(turn, tap.receipt()).flatMap(report -> about(turn, tap, report));
        };
    }

    private static Optional<ReportFilter> filter(Turn turn, DeskAction.Tap tap) {
        return turn.person().role().atLeast(Role.LEAD) ? ReportFilter.read(tap.rest()) : Optional.empty();
    }

    private Optional<Reply> about(Turn turn, DeskAction.Tap tap, Report report) {
        return tap.what()
                .operation()
                .map(operation -> decisions.ruling(turn.person(), report, operation, tap.saw(report.change())))
                .filter(ruling -> ruling != ReportDecisions.Ruling.NOT_YOURS)
                .map(ruling -> ruling == ReportDecisions.Ruling.ALLOWED
                        ? done(turn, tap, report)
                        // Something happened since: the button's promise is stale. What is true now is shown.
                        : open(turn, report).andToast(turn.plain("report.changedMeanwhile")));
    }

    private Reply done(Turn turn, DeskAction.Tap tap, Report report) {
        return switch (tap.what()) {
            case OPEN -> open(turn, report);
            case HISTORY -> Reply.say(card.history(turn, report));
            case SOURCES -> Reply.say(card.sources(turn, report));
            case FILES -> files(turn, report);
            case WRITE_REPLY -> ask(turn, report, tap.what(), "report.writeReply");
            case REVIEW ->
                withButtons(
                        decisions.decided(turn, report, ReportOperation.REVIEW, "", ""), card.toDecide(turn, report));
            case WRITE_RESULT -> ask(turn, report, tap.what(), "report.writeResult");
            case RESOLVE_WITHOUT_WORDS ->
                andNext(turn, report, decisions.decided(turn, report, ReportOperation.RESOLVE, "", ""))
                        .andClose();
            case WRITE_REASON -> ask(turn, report, tap.what(), "report.writeReason");
            case CHOOSE_ASSIGNEE -> assignees(turn, report);
            case ASSIGN -> decisions.decided(turn, report, ReportOperation.ASSIGN, "", tap.member());
            case CHANGE -> dialog.change(turn, report);
            case ASK_WITHDRAW -> inTime(turn, report, confirm(turn, report));
            case WITHDRAW -> inTime(turn, report, workflow.withdraw(turn, report));
            case MINE, LIST, CHOOSE_STATE, CHOOSE_SPAN, CHOOSE_FORM, CHOOSE_UNIT ->
                throw new IllegalStateException(tap.what() + " is of lists");
        };
    }

    private Reply inTime(Turn turn, Report report, Reply withdrawing) {
        return card.mayWithdraw(turn, report)
                ? withdrawing
                : open(turn, report).afterSaying(turn.say("report.tooLate"));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog open) {
        Awaited awaited = open.state(Awaited.class);
        Optional<Report> found = found(turn, awaited.receipt());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!(turn.incoming() instanceof Incoming.Words words)) {
            return Optional.of(Reply.say(turn.say("report.wordsOnly")));
        }
        Optional<Reply> unfit = ReportDecisions.unfit(turn, words.text());
        if (unfit.isPresent()) {
            return unfit;
        }
        Report report = found.get();
        boolean mayStill = awaited.action()
                .flatMap(DeskAction::operation)
                .filter(one -> decisions.ruling(turn.person(), report, one, report.change() == awaited.change())
                        == ReportDecisions.Ruling.ALLOWED)
                .isPresent();
        if (!mayStill) {
            return Optional.of(open(turn, report)
                    .afterSaying(turn.say("report.changedMeanwhile"))
                    .andClose());
        }
        return Optional.of(
                said(turn, report, awaited.action().orElseThrow(), words.text().strip())
                        .andClose());
    }

    private Reply said(Turn turn, Report report, DeskAction action, String words) {
        Reply decided = decisions.decided(turn, report, action.operation().orElseThrow(), words, "");
        return action == DeskAction.WRITE_REPLY ? decided : andNext(turn, report, decided);
    }

    /** Whoever has decided one report mostly goes on to the next. */
    private Reply andNext(Turn turn, Report report, Reply decided) {
        return lists.next(turn, report)
                .map(next -> withButtons(decided, List.of(List.of(next))))
                .orElse(decided);
    }

    private static Reply withButtons(Reply reply, List<List<Button>> buttons) {
        List<Outgoing> messages = new ArrayList<>(reply.messages());
        if (messages.get(0) instanceof Outgoing.Message said) {
            messages.set(0, Outgoing.message(said.text(), buttons));
        }
        return new Reply(messages, reply.notices(), reply.effects(), reply.dialog(), reply.toast(), reply.numbered());
    }

    private Optional<Report> found(Turn turn, String receipt) {
        return decisions.found(turn.person(), receipt);
    }

    private Reply open(Turn turn, Report report) {
        return Reply.say(card.text(turn, report), card.buttons(turn, report));
    }

    private Reply ask(Turn turn, Report report, DeskAction action, String key) {
        List<List<Button>> buttons = action == DeskAction.WRITE_RESULT
                ? List.of(List.of(DeskAction.RESOLVE_WITHOUT_WORDS.button(turn.plain("report.noWords"), report)))
                : List.of();
        Reply reply = Reply.say(turn.say(key, "receipt", report.receipt().toString()), buttons);
        return (turn.dialogOf(DialogAction.FEATURE).isPresent()
                        ? reply.afterSaying(turn.say("report.draftKept"))
                        : reply)
                .andOpen(
                        DeskAction.FEATURE,
                        new Awaited(action.code(), report.receipt().toString(), report.change()));
    }

    private Reply files(Turn turn, Report report) {
        Reply reply = Reply.nothing();
        for (Attachment file : store.attachments().ofReport(report.id())) {
            reply = reply.and(new Outgoing.File(
                    file.file(), file.name(), file.mediaType(), caption(turn, report, file), List.of()));
        }
        return reply;
    }

    private static String caption(Turn turn, Report report, Attachment file) {
        String receipt = report.receipt().toString();
        if (file.caption().isEmpty()) {
            return receipt;
        }
        String words = file.sealed() ? AnswerCipher.MASK : file.caption();
        return turn.say("report.fileCaption", "receipt", receipt, "words", words);
    }

    private Reply assignees(Turn turn, Report report) {
        List<List<Button>> rows = new ArrayList<>();
        access.assignable(report).stream()
                .limit(MOST_ASSIGNEES)
                .forEach(
                        colleague -> rows.add(List.of(DeskAction.assigning(colleague.name(), report, colleague.id()))));
        return rows.isEmpty()
                ? Reply.say(turn.say("report.nobodyToAssign"))
                : Reply.say(
                        turn.say(
                                "report.assignWhom", "receipt", report.receipt().toString()),
                        rows);
    }

    private static Reply confirm(Turn turn, Report report) {
        return Reply.say(
                turn.say("report.reallyWithdraw", "receipt", report.receipt().toString()),
                List.of(List.of(
                        DeskAction.WITHDRAW.button(turn.plain("report.withdrawYes"), report),
                        DeskAction.OPEN.button(turn.plain("report.withdrawNo"), report))));
    }
}

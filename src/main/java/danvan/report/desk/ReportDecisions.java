package danvan.report.desk;

import danvan.chat.Person;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import danvan.report.PersonalDataCheck;
import danvan.report.ReportAccess;
import danvan.report.store.Receipt;
import danvan.report.store.Report;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportStore;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether something may be done with a report, by whom and now, and what comes of it: asked by the dialog in the chat and by
 * the pages of the desk alike.
 */
public final class ReportDecisions {
    static final int LONGEST_WORDS = 1_500;

    /** Whether an operation may be done. */
    public enum Ruling {
        ALLOWED,
        /** It is nothing for this side. */
        NOT_YOURS,
        /** Something happened since it was offered. */
        STALE
    }

    private final ReportStore store;
    private final ReportAccess access;
    private final ReportWorkflow workflow;
    private final AuditNote audit;

    ReportDecisions(ReportStore store, ReportAccess access, ReportWorkflow workflow, AuditNote audit) {
        this.store = store;
        this.access = access;
        this.workflow = workflow;
        this.audit = audit;
    }

    /** A report that somebody may see; empty for those that are not there or not theirs. */
    public Optional<Report> found(Person person, String receipt) {
        return Receipt.read(receipt).flatMap(store.reports()::find).filter(report -> access.maySee(person, report));
    }

    /**
     * Whether somebody who may see a report may do something with it.
     *
     * @param saw as {@link Report#change} was when it was offered
     */
    public Ruling ruling(Person person, Report report, ReportOperation operation, boolean saw) {
        if (!operation.isOf(access.side(person, report))) {
            return Ruling.NOT_YOURS;
        }
        return (!operation.needsNoChange() && !saw) || !operation.in(report.status()) ? Ruling.STALE : Ruling.ALLOWED;
    }

    /** What those who deal with reports may do with this one now. */
    public Set<ReportOperation> open(Person person, Report report) {
        Set<ReportOperation> all = EnumSet.noneOf(ReportOperation.class);
        for (ReportOperation operation : ReportOperation.values()) {
            if (ruling(person, report, operation, true) == Ruling.ALLOWED) {
                all.add(operation);
            }
        }
        return all;
    }

    /** Why words cannot be written down; empty where they can. */
    public static Optional<Reply> unfit(Turn turn, String words) {
        return words.length() > LONGEST_WORDS
                ? Optional.of(Reply.say(turn.say("report.wordsTooLong", "most", LONGEST_WORDS)))
                : PersonalDataCheck.refusal(turn, words);
    }

    /** Whether an operation means nothing without words. */
    public static boolean needsWords(ReportOperation operation) {
        return operation == ReportOperation.RETURN || operation == ReportOperation.REPLY;
    }

    /**
     * Does what was {@linkplain #ruling allowed}.
     *
     * @param words fit to be written down; may be empty where none are needed
     * @param member to whom it is assigned, for {@link ReportOperation#ASSIGN}
     */
    public Reply decided(Turn turn, Report report, ReportOperation operation, String words, String member) {
        Reply reply = change(turn, report, operation, words, member);
        return reply.effects().isEmpty()
                ? reply
                : reply.andDo(tx -> audit.note(
                        tx,
                        turn.now(),
                        turn.person().id(),
                        "report " + operation.name().toLowerCase(Locale.ROOT),
                        report.receipt() + (operation == ReportOperation.ASSIGN ? " → #" + member : "")));
    }

    private Reply change(Turn turn, Report report, ReportOperation operation, String words, String member) {
        return switch (operation) {
            case REVIEW -> workflow.review(turn, report);
            case RESOLVE -> workflow.resolve(turn, report, words);
            case RETURN -> workflow.giveBack(turn, report, words);
            case REPLY -> workflow.reply(turn, report, words);
            case ASSIGN -> workflow.assign(turn, report, member);
            case CHANGE, WITHDRAW, LOOK -> throw new IllegalArgumentException(operation + " is the dialog's");
        };
    }
}

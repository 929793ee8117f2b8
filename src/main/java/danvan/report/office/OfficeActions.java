package danvan.report.office;

import danvan.conversation.PageTurns;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.ReportActions;
import danvan.report.desk.ReportDecisions;
import danvan.report.store.Report;
import danvan.report.store.ReportOperation;
import java.util.Optional;

/** What the desk does with reports, by the decisions of the chat. Safe for use by several threads. */
public final class OfficeActions implements ReportActions {
    private final ReportDecisions decisions;

    public OfficeActions(ReportDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Answered<Result> act(Turn turn, Order order) {
        Optional<Report> found = decisions.found(turn.person(), order.seen().receipt());
        if (found.isEmpty()) {
            return nothing(
                    Outcome.NOT_FOUND,
                    turn.plain("desk.act.notFound", "receipt", order.seen().receipt()));
        }
        Report report = found.get();
        ReportOperation operation = ReportOperation.valueOf(order.act().name());
        return switch (decisions.ruling(
                turn.person(),
                report,
                operation,
                report.change() == order.seen().change())) {
            case NOT_YOURS -> nothing(Outcome.REFUSED, turn.plain("desk.act.notYours"));
            case STALE -> nothing(Outcome.STALE, turn.plain("report.changedMeanwhile"));
            case ALLOWED -> allowed(turn, report, operation, order);
        };
    }

    private Answered<Result> allowed(Turn turn, Report report, ReportOperation operation, Order order) {
        String words = order.words().strip();
        if (words.isEmpty() && ReportDecisions.needsWords(operation)) {
            return nothing(Outcome.REFUSED, turn.plain("desk.act.needsWords"));
        }
        Optional<Reply> unfit = ReportDecisions.unfit(turn, words);
        if (unfit.isPresent()) {
            return nothing(Outcome.REFUSED, PageTurns.words(unfit.get()));
        }
        Reply reply = decisions.decided(turn, report, operation, words, order.member());
        if (reply.effects().isEmpty()) {
            return nothing(Outcome.REFUSED, turn.plain("desk.act.notAssignable"));
        }
        return new Answered<>(reply, new Result(Outcome.DONE, PageTurns.words(reply)));
    }

    private static Answered<Result> nothing(Outcome outcome, String said) {
        return new Answered<>(Reply.nothing(), new Result(outcome, said));
    }
}

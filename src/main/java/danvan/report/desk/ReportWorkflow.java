package danvan.report.desk;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.report.DeskAction;
import danvan.report.ReportAccess;
import danvan.report.store.Report;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportStatus;
import danvan.report.store.ReportTable;
import danvan.text.Markup;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done with a report. Each change is written down and told to those whom it concerns. */
final class ReportWorkflow {
    private final Organization organization;
    private final ReportAccess access;
    private final Texts texts;

    ReportWorkflow(Organization organization, ReportAccess access, Texts texts) {
        this.organization = organization;
        this.access = access;
        this.texts = texts;
    }

    Reply review(Turn turn, Report report) {
        return moved(turn, report, ReportOperation.REVIEW, ReportHistory.Kind.IN_REVIEW, "")
                .andDo(tx -> ReportTable.claim(tx, report, turn.person().id()));
    }

    Reply resolve(Turn turn, Report report, String words) {
        return moved(turn, report, ReportOperation.RESOLVE, ReportHistory.Kind.RESOLVED, words);
    }

    Reply giveBack(Turn turn, Report report, String reason) {
        return moved(turn, report, ReportOperation.RETURN, ReportHistory.Kind.RETURNED, reason);
    }

    Reply withdraw(Turn turn, Report report) {
        Reply reply = Reply.say(
                        turn.say("report.withdrawn", "receipt", report.receipt().toString()))
                .andDo(tx -> {
                    ReportTable.move(tx, report, ReportOperation.WITHDRAW);
                    ReportHistory.add(tx, report.id(), event(turn, ReportHistory.Kind.WITHDRAWN, ""));
                });
        return report.urgent() ? toldHandlers(turn, report, reply, "report.withdrawnNews", "") : reply;
    }

    /** A word in the report's thread: from the reporter to those who deal with it, or the other way. */
    Reply reply(Turn turn, Report report, String words) {
        Reply reply = Reply.say(
                        turn.say("report.replySent", "receipt", report.receipt().toString()))
                .andDo(tx -> ReportHistory.add(tx, report.id(), event(turn, ReportHistory.Kind.REPLY, words)));
        return report.member() == turn.person().id()
                ? toldHandlers(turn, report, reply, "report.replyNews", words)
                : toldReporter(turn, report, reply, "report.replyNews", words, report.change());
    }

    Reply assign(Turn turn, Report report, String member) {
        // Also of those whom the list of buttons has no room for, but of nobody else.
        Optional<Member> colleague = access.assignable(report).stream()
                .filter(one -> Long.toString(one.id()).equals(member))
                .findFirst();
        if (colleague.isEmpty()) {
            return Reply.nothing().andToast(turn.plain("report.oldButton"));
        }
        Texts.Phrases words = texts.in(colleague.get().language());
        Reply reply = Reply.say(turn.say(
                        "report.assigned",
                        "receipt",
                        report.receipt().toString(),
                        "name",
                        colleague.get().name()))
                .andDo(tx -> {
                    ReportTable.assign(tx, report, colleague.get().id());
                    ReportHistory.add(
                            tx,
                            report.id(),
                            event(
                                    turn,
                                    ReportHistory.Kind.ASSIGNED,
                                    Long.toString(colleague.get().id())));
                });
        return colleague.get().id() == turn.person().id()
                ? reply
                : reply.andTell(
                        colleague.get().address(),
                        Outgoing.message(
                                words.say(
                                        "report.assignedNews",
                                        "receipt",
                                        report.receipt().toString(),
                                        "name",
                                        turn.person().name()),
                                List.of(List.of(
                                        DeskAction.OPEN.button(words.plain("report.open"), report.receipt(), 0)))));
    }

    private Reply moved(Turn turn, Report report, ReportOperation deed, ReportHistory.Kind kind, String words) {
        ReportStatus status = deed.after(report.status());
        Reply reply = Reply.say(turn.say(
                        "report.moved",
                        "receipt",
                        report.receipt().toString(),
                        "status",
                        turn.plain("report.status." + status)))
                .andDo(tx -> {
                    ReportTable.move(tx, report, deed);
                    ReportHistory.add(tx, report.id(), event(turn, kind, words));
                });
        return toldReporter(turn, report, reply, "report.news." + status, words, report.change() + 1);
    }

    private Reply toldReporter(Turn turn, Report report, Reply reply, String key, String words, long change) {
        Optional<Member> reporter = organization.reachable(report.member());
        if (reporter.isEmpty()) {
            return reply.andSay(turn.say("report.reporterAway"));
        }
        Texts.Phrases said = texts.in(reporter.get().language());
        List<Button> buttons = new ArrayList<>();
        if (key.equals("report.news.RETURNED")) {
            buttons.add(DeskAction.CHANGE.button(said.plain("report.change"), report.receipt(), change));
        }
        buttons.add(DeskAction.WRITE_REPLY.button(said.plain("report.reply"), report.receipt(), change));
        buttons.add(DeskAction.OPEN.button(said.plain("report.open"), report.receipt(), change));
        return reply.andTell(reporter.get().address(), news(turn, report, said, key, words, List.of(buttons)));
    }

    private Reply toldHandlers(Turn turn, Report report, Reply reply, String key, String words) {
        Reply told = reply;
        for (Member handler : access.of(report)) {
            Texts.Phrases said = texts.in(handler.language());
            List<Button> buttons = List.of(
                    DeskAction.WRITE_REPLY.button(said.plain("report.reply"), report.receipt(), 0),
                    DeskAction.OPEN.button(said.plain("report.open"), report.receipt(), 0));
            told = told.andTell(handler.address(), news(turn, report, said, key, words, List.of(buttons)));
        }
        return told;
    }

    private static Outgoing news(
            Turn turn, Report report, Texts.Phrases said, String key, String words, List<List<Button>> buttons) {
        String text = said.say(
                key,
                "receipt",
                report.receipt().toString(),
                "name",
                turn.person().name());
        return Outgoing.message(words.isEmpty() ? text : text + "\n" + Markup.quote(Markup.escape(words)), buttons);
    }

    private static ReportHistory.Event event(Turn turn, ReportHistory.Kind kind, String words) {
        return new ReportHistory.Event(turn.now(), turn.person().id(), kind, words);
    }
}

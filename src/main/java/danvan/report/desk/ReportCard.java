package danvan.report.desk;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.conversation.Turn;
import danvan.form.FormSession;
import danvan.form.SummaryRow;
import danvan.organization.directory.Organization;
import danvan.report.AnswerExtras;
import danvan.report.AnswerText;
import danvan.report.DeskAction;
import danvan.report.ReportAccess;
import danvan.report.ReportForms;
import danvan.report.store.AnswerCipher;
import danvan.report.store.Attachment;
import danvan.report.store.Report;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportStore;
import danvan.text.Dates;
import danvan.text.Markup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as a message: what it says, where it stands, what may be done with it. */
final class ReportCard {
    private static final int MOST_EVENTS = 4;

    private final ReportForms forms;
    private final ReportStore store;
    private final Organization organization;
    private final ReportAccess access;
    private final Duration withdrawWithin;

    ReportCard(
            ReportForms forms,
            ReportStore store,
            Organization organization,
            ReportAccess access,
            Duration withdrawWithin) {
        this.forms = forms;
        this.store = store;
        this.organization = organization;
        this.access = access;
        this.withdrawWithin = withdrawWithin;
    }

    String text(Turn turn, Report report) {
        List<Attachment> files = store.attachments().ofReport(report.id());
        StringBuilder text = new StringBuilder();
        text.append(report.urgent() ? "🚨 " : "")
                .append(Markup.bold(report.receipt().toString()))
                .append(" · ")
                .append(Markup.escape(title(turn, report)))
                .append('\n')
                .append(Markup.escape(organization.called(report.member())))
                .append(" · ")
                .append(Markup.escape(organization.nameOf(report.unit())))
                .append(" · ")
                .append(moment(turn, report.submittedAt()))
                .append('\n')
                .append(turn.say("report.statusIs", "status", turn.plain("report.status." + report.status())));
        report.assignee()
                .ifPresent(member ->
                        text.append('\n').append(turn.say("report.assignedTo", "name", organization.called(member))));
        if (report.edition() > 1) {
            text.append('\n').append(turn.say("report.edition", "edition", report.edition()));
        }
        text.append('\n').append(answers(turn, report, files));
        List<ReportHistory.Event> events = store.history().of(report.id());
        if (events.size() > 1) {
            text.append("\n\n")
                    .append(lines(turn, events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size())));
        }
        return text.toString();
    }

    /** Every change and every word, from the first. */
    String history(Turn turn, Report report) {
        return turn.say("report.historyOf", "receipt", report.receipt().toString()) + "\n"
                + lines(turn, store.history().of(report.id()));
    }

    /** Which reports each figure was added up from. */
    String sources(Turn turn, Report report) {
        String language = turn.language().code();
        StringBuilder text = new StringBuilder(
                turn.say("report.sourcesOf", "receipt", report.receipt().toString()));
        forms.find(report.formId(), report.version())
                .map(form -> form.fields(language))
                .orElse(List.of())
                .forEach(field -> report.gathered()
                        .of(field.path())
                        .ifPresent(figure -> text.append("\n\n")
                                .append(Markup.escape(field.label()))
                                .append('\n')
                                .append(
                                        figure.receipts().isEmpty()
                                                ? turn.say("report.sumNone")
                                                : Markup.bold(figure.value()) + " ← "
                                                        + Markup.escape(String.join(", ", figure.receipts())))));
        return text.toString();
    }

    List<List<Button>> buttons(Turn turn, Report report) {
        Person person = turn.person();
        ReportOperation.Party side = access.side(person, report);
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        if (can(ReportOperation.REVIEW, side, report)) {
            rows.add(List.of(DeskAction.REVIEW.button(turn.plain("report.review"), report)));
        }
        if (can(ReportOperation.RESOLVE, side, report)) {
            rows.add(List.of(
                    DeskAction.WRITE_RESULT.button(turn.plain("report.resolve"), report),
                    DeskAction.WRITE_REASON.button(turn.plain("report.return"), report)));
        }
        if (can(ReportOperation.CHANGE, side, report)) {
            rows.add(List.of(DeskAction.CHANGE.button(turn.plain("report.change"), report)));
        }
        if (can(ReportOperation.REPLY, side, report)) {
            row.add(DeskAction.WRITE_REPLY.button(turn.plain("report.reply"), report));
        }
        if (can(ReportOperation.ASSIGN, side, report)) {
            row.add(DeskAction.CHOOSE_ASSIGNEE.button(turn.plain("report.assign"), report));
        }
        if (can(ReportOperation.WITHDRAW, side, report) && mayWithdraw(turn, report)) {
            row.add(DeskAction.ASK_WITHDRAW.button(turn.plain("report.withdraw"), report));
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        List<Button> more = new ArrayList<>();
        int files = store.attachments().ofReport(report.id()).size();
        if (files > 0) {
            more.add(DeskAction.FILES.button("📎 " + turn.plain("report.files", "count", files), report));
        }
        if (!report.gathered().isEmpty()) {
            more.add(DeskAction.SOURCES.button(turn.plain("report.sources"), report));
        }
        more.add(DeskAction.HISTORY.button(turn.plain("report.history"), report));
        rows.add(more);
        return rows;
    }

    /** What is decided about a report that was just taken into review. */
    List<List<Button>> toDecide(Turn turn, Report report) {
        long change = report.change() + 1;
        return List.of(
                List.of(
                        DeskAction.WRITE_RESULT.button(turn.plain("report.resolve"), report.receipt(), change),
                        DeskAction.WRITE_REASON.button(turn.plain("report.return"), report.receipt(), change)),
                List.of(DeskAction.WRITE_REPLY.button(turn.plain("report.reply"), report.receipt(), change)));
    }

    private static boolean can(ReportOperation deed, ReportOperation.Party side, Report report) {
        return deed.isOf(side) && deed.in(report.status());
    }

    /** Whether there is time yet to take a report back. */
    boolean mayWithdraw(Turn turn, Report report) {
        return ReportOperation.WITHDRAW.in(report.status())
                && report.edition() == 1
                && turn.now().isBefore(report.submittedAt().plus(withdrawWithin));
    }

    String title(Turn turn, Report report) {
        return forms.find(report.formId(), report.version())
                .map(form -> form.title(turn.language().code()))
                .orElse(report.title());
    }

    private String answers(Turn turn, Report report, List<Attachment> files) {
        if (report.nil()) {
            return "\n" + turn.say("report.nothing");
        }
        return forms.find(report.formId(), report.version())
                .map(form -> {
                    AnswerCipher.OpenedInstance opened = store.opened(report);
                    List<SummaryRow> rows;
                    try (FormSession session = form.reopen(opened.xml(), forms.context(turn))) {
                        rows = session.summary();
                    }
                    String answers = AnswerText.byGroups(
                            turn.texts(), rows, AnswerExtras.of(files, report.gathered(), opened.sealed()), true);
                    return opened.complete() ? answers : answers + "\n\n" + turn.say("report.unreadable");
                })
                .orElseGet(() -> "\n" + turn.say("report.formGone"));
    }

    private String lines(Turn turn, List<ReportHistory.Event> events) {
        return events.stream().map(event -> line(turn, event)).collect(Collectors.joining("\n"));
    }

    private String line(Turn turn, ReportHistory.Event event) {
        String words = event.kind() == ReportHistory.Kind.ASSIGNED
                ? organization.called(Long.parseLong(event.words()))
                : event.words();
        return "• " + moment(turn, event.at()) + " · "
                + Markup.escape(organization.called(event.member())) + " · "
                + turn.say("report.event." + event.kind())
                + (words.isEmpty() ? "" : ": " + Markup.italic(words));
    }

    private String moment(Turn turn, Instant at) {
        ZonedDateTime time = at.atZone(forms.zone());
        return String.format(Locale.ROOT, "%02d:%02d ", time.getHour(), time.getMinute())
                + Dates.day(time.toLocalDate(), turn.language());
    }
}

package danvan.report.desk;

import danvan.report.AnswerExtras;
import danvan.report.AnswerText;
import danvan.report.Means;
import danvan.report.ReportAccess;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AttachmentTable;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportTable;
import danvan.chat.Button;
import danvan.chat.Person;
import danvan.conversation.Turn;
import danvan.form.FormSession;
import danvan.form.SummaryRow;
import danvan.text.Dates;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as a message: what it says, where it stands, what may be done with it. */
final class ReportCard {
    private static final int MOST_EVENTS = 4;

    private final Means means;
    private final ReportAccess handlers;

    ReportCard(Means means) {
        this.means = means;
        this.handlers = new ReportAccess(means);
    }

    String text(Turn turn, ReportTable.Report report) {
        List<AttachmentTable.Enclosure> files = means.enclosures().ofReport(report.id());
        StringBuilder text = new StringBuilder();
        text.append(report.urgent() ? "🚨 " : "")
                .append(Markup.bold(report.receipt().toString()))
                .append(" · ")
                .append(Markup.escape(title(turn, report)))
                .append('\n')
                .append(Markup.escape(means.staff().called(report.member())))
                .append(" · ")
                .append(Markup.escape(means.staff().nameOf(report.unit())))
                .append(" · ")
                .append(moment(turn, report.submittedAt()))
                .append('\n')
                .append(turn.say("report.statusIs", "status", turn.plain("report.status." + report.status())));
        report.assignee()
                .ifPresent(member -> text.append('\n')
                        .append(turn.say(
                                "report.assignedTo", "name", means.staff().called(member))));
        if (report.edition() > 1) {
            text.append('\n').append(turn.say("report.edition", "edition", report.edition()));
        }
        text.append('\n').append(answers(turn, report, files));
        List<ReportHistory.Event> events = means.history().of(report.id());
        if (events.size() > 1) {
            text.append("\n\n")
                    .append(lines(turn, events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size())));
        }
        return text.toString();
    }

    /** Every change and every word, from the first. */
    String history(Turn turn, ReportTable.Report report) {
        return turn.say("report.historyOf", "receipt", report.receipt().toString()) + "\n"
                + lines(turn, means.history().of(report.id()));
    }

    /** Which reports each figure was added up from. */
    String sources(Turn turn, ReportTable.Report report) {
        String language = turn.language().code();
        StringBuilder text = new StringBuilder(
                turn.say("report.sourcesOf", "receipt", report.receipt().toString()));
        means.forms()
                .get()
                .find(report.formId(), report.version())
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

    List<List<Button>> buttons(Turn turn, ReportTable.Report report) {
        Person person = turn.person();
        ReportOperation.Party side = handlers.side(person, report);
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        if (can(ReportOperation.REVIEW, side, report)) {
            rows.add(List.of(button(turn, "report.review", "i", report)));
        }
        if (can(ReportOperation.RESOLVE, side, report)) {
            rows.add(List.of(button(turn, "report.resolve", "d", report), button(turn, "report.return", "b", report)));
        }
        if (can(ReportOperation.CHANGE, side, report)) {
            rows.add(List.of(button(turn, "report.change", "e", report)));
        }
        if (can(ReportOperation.REPLY, side, report)) {
            row.add(button(turn, "report.reply", "y", report));
        }
        if (can(ReportOperation.ASSIGN, side, report)) {
            row.add(button(turn, "report.assign", "g", report));
        }
        if (can(ReportOperation.WITHDRAW, side, report) && mayWithdraw(turn, report)) {
            row.add(button(turn, "report.withdraw", "w", report));
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        List<Button> more = new ArrayList<>();
        int files = means.enclosures().ofReport(report.id()).size();
        if (files > 0) {
            more.add(ReportDesk.button("📎 " + turn.plain("report.files", "count", files), "f", report));
        }
        if (!report.gathered().isEmpty()) {
            more.add(button(turn, "report.sources", "q", report));
        }
        more.add(button(turn, "report.history", "h", report));
        rows.add(more);
        return rows;
    }

    private static boolean can(ReportOperation deed, ReportOperation.Party side, ReportTable.Report report) {
        return deed.isOf(side) && deed.in(report.status());
    }

    /** Whether there is time yet to take a report back. */
    boolean mayWithdraw(Turn turn, ReportTable.Report report) {
        return ReportOperation.WITHDRAW.in(report.status())
                && report.edition() == 1
                && turn.now().isBefore(report.submittedAt().plus(means.rules().withdrawWithin()));
    }

    String title(Turn turn, ReportTable.Report report) {
        return means.forms()
                .get()
                .find(report.formId(), report.version())
                .map(form -> form.title(turn.language().code()))
                .orElse(report.title());
    }

    private String answers(Turn turn, ReportTable.Report report, List<AttachmentTable.Enclosure> files) {
        if (report.nil()) {
            return "\n" + turn.say("report.nothing");
        }
        return means.forms()
                .get()
                .find(report.formId(), report.version())
                .map(form -> {
                    AnswerCipher.OpenedInstance opened = means.opened(report);
                    List<SummaryRow> rows;
                    try (FormSession session = form.reopen(opened.xml(), means.context(turn))) {
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
                ? means.staff().called(Long.parseLong(event.words()))
                : event.words();
        return "• " + moment(turn, event.at()) + " · "
                + Markup.escape(means.staff().called(event.member())) + " · "
                + turn.say("report.event." + event.kind())
                + (words.isEmpty() ? "" : ": " + Markup.italic(words));
    }

    private String moment(Turn turn, Instant at) {
        ZonedDateTime time = at.atZone(means.zone());
        return String.format(Locale.ROOT, "%02d:%02d ", time.getHour(), time.getMinute())
                + Dates.day(time.toLocalDate(), turn.language());
    }

    private static Button button(Turn turn, String key, String verb, ReportTable.Report report) {
        return ReportDesk.button(turn.plain(key), verb, report);
    }

    static List<List<Button>> openButton(Texts.Phrases words, ReportTable.Receipt receipt) {
        return List.of(List.of(new Button(words.plain("report.open"), ReportDesk.NAME + ":o:" + receipt + ":0")));
    }
}

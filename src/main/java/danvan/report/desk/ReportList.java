package danvan.report.desk;

import danvan.report.Means;
import danvan.report.store.ReportFilter;
import danvan.report.store.ReportSearch;
import danvan.report.store.ReportTable;
import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.text.Dates;
import danvan.text.Markup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /reports}: one's own reports, and for leads and the office those of their units, by filters. */
final class ReportList {
    private static final int MOST_LISTED = 10;
    private static final int PAGE = 8;
    private static final int MOST_CHOICES = 40;

    private final Means means;

    ReportList(Means means) {
        this.means = means;
    }

    Reply mine(Turn turn) {
        List<ReportTable.Report> reports = means.reports().of(turn.person().id(), MOST_LISTED);
        if (reports.isEmpty()) {
            return Reply.say(turn.say("report.noneSent"));
        }
        StringBuilder text = new StringBuilder(turn.say("report.sentList"));
        List<List<Button>> rows = new ArrayList<>();
        for (ReportTable.Report report : reports) {
            text.append('\n')
                    .append(Markup.bold(report.receipt().toString()))
                    .append(" · ")
                    .append(Markup.escape(title(turn, report)))
                    .append(" · ")
                    .append(day(turn, report))
                    .append(" · ")
                    .append(turn.say("report.status." + report.status()));
            rows.add(List.of(ReportDesk.button(report.receipt().toString(), "o", report)));
        }
        return Reply.say(
                text.toString(), two(rows.stream().map(row -> row.get(0)).toList()));
    }

    Reply listed(Turn turn, ReportFilter filter) {
        Optional<List<String>> units = units(turn, filter);
        ReportSearch.Page page = means.found().page(filter, units, turn.person().id(), means.today(turn), PAGE);
        long pages = Math.max(1, (page.total() + PAGE - 1) / PAGE);
        List<List<Button>> rows = new ArrayList<>();
        for (ReportTable.Report report : page.reports()) {
            rows.add(List.of(ReportDesk.button(line(turn, report), "o", report)));
        }
        if (pages > 1) {
            rows.add(List.of(
                    button("◀️", "l", filter.page((int) ((filter.page() + pages - 1) % pages))),
                    button((filter.page() + 1) + "/" + pages, "l", filter),
                    button("▶️", "l", filter.page((int) ((filter.page() + 1) % pages)))));
        }
        rows.add(List.of(
                button(turn.plain("report.filter." + filter.state()), "cs", filter),
                button(turn.plain("report.span." + filter.span()), "cp", filter)));
        rows.add(List.of(
                button(form(turn, filter), "cf", filter),
                button(
                        filter.unit().isEmpty()
                                ? turn.plain("report.allUnits")
                                : means.staff().nameOf(filter.unit()),
                        "cu",
                        filter)));
        rows.add(List.of(new Button(turn.plain("report.mine"), ReportDesk.NAME + ":m")));
        return ReportDesk.inPlace(
                turn, turn.say(page.total() == 0 ? "report.noneFound" : "report.found", "count", page.total()), rows);
    }

    /** The choices of one filter. */
    Reply choices(Turn turn, char which, ReportFilter filter) {
        List<Button> buttons = new ArrayList<>();
        switch (which) {
            case 's' -> {
                for (ReportFilter.State state : ReportFilter.State.values()) {
                    buttons.add(button(turn.plain("report.filter." + state), "l", filter.in(state)));
                }
            }
            case 'p' -> {
                for (ReportFilter.Span span : ReportFilter.Span.values()) {
                    buttons.add(button(turn.plain("report.span." + span), "l", filter.during(span)));
                }
            }
            case 'f' -> {
                buttons.add(button(turn.plain("report.allForms"), "l", filter.of("")));
                for (ReportSearch.Kind kind : means.found().forms()) {
                    buttons.add(button(title(turn, kind), "l", filter.of(ReportFilter.key(kind.id()))));
                }
            }
            default -> {
                buttons.add(button(turn.plain("report.allUnits"), "l", filter.at("")));
                String above = filter.unit().isEmpty() ? turn.person().unit() : filter.unit();
                buttons.add(button(means.staff().nameOf(above), "l", filter.at(above)));
                means.staff().below(above).stream()
                        .limit(MOST_CHOICES)
                        .forEach(unit -> buttons.add(button(means.staff().nameOf(unit), "l", filter.at(unit))));
            }
        }
        return ReportDesk.inPlace(turn, turn.say("report.filterBy"), two(buttons));
    }

    /** The units whose reports a person is shown; empty for all there are. */
    private Optional<List<String>> units(Turn turn, ReportFilter filter) {
        boolean all = turn.person().role().atLeast(Role.OFFICE);
        List<String> own = all ? List.of() : means.staff().within(turn.person().unit());
        if (filter.unit().isEmpty()) {
            return all ? Optional.empty() : Optional.of(own);
        }
        return Optional.of(means.staff().within(filter.unit()).stream()
                .filter(unit -> all || own.contains(unit))
                .toList());
    }

    private String line(Turn turn, ReportTable.Report report) {
        String mark = report.urgent() ? "🚨 " : "";
        return mark + report.receipt() + " · " + title(turn, report) + " · "
                + means.staff().nameOf(report.unit()) + " · " + day(turn, report);
    }

    private String form(Turn turn, ReportFilter filter) {
        return means.found().forms().stream()
                .filter(kind -> ReportFilter.key(kind.id()).equals(filter.form()))
                .findFirst()
                .map(kind -> title(turn, kind))
                .orElseGet(() -> turn.plain("report.allForms"));
    }

    private String title(Turn turn, ReportSearch.Kind kind) {
        return means.forms()
                .get()
                .find(kind.id())
                .map(form -> form.title(turn.language().code()))
                .orElse(kind.title());
    }

    private String title(Turn turn, ReportTable.Report report) {
        return title(turn, new ReportSearch.Kind(report.formId(), report.title()));
    }

    private String day(Turn turn, ReportTable.Report report) {
        return Dates.day(LocalDate.ofInstant(report.submittedAt(), means.zone()), turn.language());
    }

    private static Button button(String label, String verb, ReportFilter filter) {
        return new Button(label, ReportDesk.NAME + ":" + verb + ":" + filter.written());
    }

    private static List<List<Button>> two(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += 2) {
            rows.add(buttons.subList(i, Math.min(i + 2, buttons.size())));
        }
        return rows;
    }
}

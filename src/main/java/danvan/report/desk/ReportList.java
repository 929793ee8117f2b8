package danvan.report.desk;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Organization;
import danvan.report.DeskAction;
import danvan.report.InPlace;
import danvan.report.ReportForms;
import danvan.report.store.Report;
import danvan.report.store.ReportFilter;
import danvan.report.store.ReportSearch;
import danvan.report.store.ReportStore;
import danvan.text.Dates;
import danvan.text.Markup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /reports}: one's own reports, and for leads and the office those of their units, by filters. */
final class ReportList {
    private static final int MOST_LISTED = 10;
    private static final int PAGE = 8;
    private static final int MOST_CHOICES = 40;

    private final ReportForms forms;
    private final ReportStore store;
    private final Organization organization;

    ReportList(ReportForms forms, ReportStore store, Organization organization) {
        this.forms = forms;
        this.store = store;
        this.organization = organization;
    }

    Reply mine(Turn turn) {
        List<Report> reports = store.reports().of(turn.person().id(), MOST_LISTED);
        if (reports.isEmpty()) {
            return Reply.say(turn.say("report.noneSent"));
        }
        StringBuilder text = new StringBuilder(turn.say("report.sentList"));
        List<List<Button>> rows = new ArrayList<>();
        for (Report report : reports) {
            text.append('\n')
                    .append(Markup.bold(report.receipt().toString()))
                    .append(" · ")
                    .append(Markup.escape(title(turn, report)))
                    .append(" · ")
                    .append(day(turn, report))
                    .append(" · ")
                    .append(turn.say("report.status." + report.status()));
            rows.add(List.of(DeskAction.OPEN.button(report.receipt().toString(), report)));
        }
        return Reply.say(
                text.toString(), two(rows.stream().map(row -> row.get(0)).toList()));
    }

    Reply listed(Turn turn, ReportFilter filter) {
        Optional<Set<String>> units = units(turn, filter);
        ReportSearch.Page page =
                store.search().page(filter, units, turn.person().id(), forms.today(turn), PAGE);
        long pages = Math.max(1, (page.total() + PAGE - 1) / PAGE);
        List<List<Button>> rows = new ArrayList<>();
        for (Report report : page.reports()) {
            rows.add(List.of(DeskAction.OPEN.button(line(turn, report), report)));
        }
        if (pages > 1) {
            rows.add(List.of(
                    button("◀️", DeskAction.LIST, filter.page((int) ((filter.page() + pages - 1) % pages))),
                    button((filter.page() + 1) + "/" + pages, DeskAction.LIST, filter),
                    button("▶️", DeskAction.LIST, filter.page((int) ((filter.page() + 1) % pages)))));
        }
        rows.add(List.of(
                button(turn.plain("report.filter." + filter.state()), DeskAction.CHOOSE_STATE, filter),
                button(turn.plain("report.span." + filter.span()), DeskAction.CHOOSE_SPAN, filter)));
        rows.add(List.of(
                button(form(turn, filter), DeskAction.CHOOSE_FORM, filter),
                button(
                        filter.unit().isEmpty() ? turn.plain("report.allUnits") : organization.nameOf(filter.unit()),
                        DeskAction.CHOOSE_UNIT,
                        filter)));
        rows.add(List.of(DeskAction.MINE.button(turn.plain("report.mine"), "")));
        return InPlace.of(
                turn, turn.say(page.total() == 0 ? "report.noneFound" : "report.found", "count", page.total()), rows);
    }

    /** The choices of one filter. */
    Reply choices(Turn turn, DeskAction which, ReportFilter filter) {
        List<Button> buttons = new ArrayList<>();
        switch (which) {
            case CHOOSE_STATE -> {
                for (ReportFilter.State state : ReportFilter.State.values()) {
                    buttons.add(button(turn.plain("report.filter." + state), DeskAction.LIST, filter.in(state)));
                }
            }
            case CHOOSE_SPAN -> {
                for (ReportFilter.Span span : ReportFilter.Span.values()) {
                    buttons.add(button(turn.plain("report.span." + span), DeskAction.LIST, filter.during(span)));
                }
            }
            case CHOOSE_FORM -> {
                buttons.add(button(turn.plain("report.allForms"), DeskAction.LIST, filter.of("")));
                for (ReportSearch.Kind kind : store.search().forms()) {
                    buttons.add(button(title(turn, kind), DeskAction.LIST, filter.of(ReportFilter.key(kind.id()))));
                }
            }
            default -> {
                buttons.add(button(turn.plain("report.allUnits"), DeskAction.LIST, filter.at("")));
                String above = filter.unit().isEmpty() ? turn.person().unit() : filter.unit();
                buttons.add(button(organization.nameOf(above), DeskAction.LIST, filter.at(above)));
                organization.below(above).stream()
                        .limit(MOST_CHOICES)
                        .forEach(unit -> buttons.add(button(unit.name(), DeskAction.LIST, filter.at(unit.code()))));
            }
        }
        return InPlace.of(turn, turn.say("report.filterBy"), two(buttons));
    }

    /** The units whose reports a person is shown; empty for all there are. */
    private Optional<Set<String>> units(Turn turn, ReportFilter filter) {
        boolean all = turn.person().role().atLeast(Role.OFFICE);
        Set<String> own =
                all ? Set.of() : organization.codesWithin(turn.person().unit());
        if (filter.unit().isEmpty()) {
            return all ? Optional.empty() : Optional.of(own);
        }
        return Optional.of(organization.codesWithin(filter.unit()).stream()
                .filter(unit -> all || own.contains(unit))
                .collect(Collectors.toSet()));
    }

    private String line(Turn turn, Report report) {
        String mark = report.urgent() ? "🚨 " : "";
        return mark + report.receipt() + " · " + title(turn, report) + " · " + organization.nameOf(report.unit())
                + " · " + day(turn, report);
    }

    private String form(Turn turn, ReportFilter filter) {
        return store.search().forms().stream()
                .filter(kind -> ReportFilter.key(kind.id()).equals(filter.form()))
                .findFirst()
                .map(kind -> title(turn, kind))
                .orElseGet(() -> turn.plain("report.allForms"));
    }

    private String title(Turn turn, ReportSearch.Kind kind) {
        return forms.find(kind.id())
                .map(form -> form.title(turn.language().code()))
                .orElse(kind.title());
    }

    private String title(Turn turn, Report report) {
        return title(turn, new ReportSearch.Kind(report.formId(), report.title()));
    }

    private String day(Turn turn, Report report) {
        return Dates.day(LocalDate.ofInstant(report.submittedAt(), forms.zone()), turn.language());
    }

    private static Button button(String label, DeskAction action, ReportFilter filter) {
        return action.button(label, filter.written());
    }

    private static List<List<Button>> two(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += 2) {
            rows.add(buttons.subList(i, Math.min(i + 2, buttons.size())));
        }
        return rows;
    }
}

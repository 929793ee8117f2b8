package danvan.report.desk;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.DeskAction;
import danvan.report.InPlace;
import danvan.report.ReportForms;
import danvan.report.store.Report;
import danvan.report.store.ReportFilter;
import danvan.report.store.ReportSearch;
import danvan.report.store.ReportStore;
import danvan.text.Dates;
import danvan.text.Folding;
import danvan.text.Markup;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /reports}: one's own reports, and for leads and the office those of their units, by filters. */
final class ReportList {
    private static final int MOST_LISTED = 10;
    private static final int PAGE = 8;
    private static final int CHOICES = 20;
    private static final int MOST_NAMED = 12;

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
        StringBuilder text = new StringBuilder(
                turn.say(page.total() == 0 ? "report.noneFound" : "report.found", "count", page.total()));
        page.reports().forEach(report -> text.append('\n').append(line(turn, report)));
        rows.addAll(two(page.reports().stream()
                .map(report -> DeskAction.OPEN.button(report.receipt().toString(), report))
                .toList()));
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
                        filter.page(0))));
        rows.add(List.of(DeskAction.MINE.button(turn.plain("report.mine"), "")));
        return InPlace.of(turn, text.toString(), rows);
    }

    /** The list of the units that somebody typed the name of. */
    Reply named(Turn turn, String name) {
        String wanted = Folding.folded(name);
        List<UnitRef> units = organization.within(top(turn)).stream()
                .filter(unit -> Folding.folded(unit.name()).contains(wanted)
                        || Folding.folded(unit.code()).equals(wanted))
                .toList();
        if (units.size() == 1) {
            return listed(
                    turn,
                    ReportFilter.FIRST
                            .in(ReportFilter.State.ALL)
                            .at(units.get(0).code()));
        }
        if (units.isEmpty()) {
            return Reply.say(turn.say("report.noSuchUnit", "name", name));
        }
        ReportFilter all = ReportFilter.FIRST.in(ReportFilter.State.ALL);
        return Reply.say(
                turn.say(
                        "report.whichUnit",
                        "count",
                        units.size(),
                        "shown",
                        MOST_NAMED,
                        "more",
                        Math.max(0, units.size() - MOST_NAMED)),
                two(units.stream()
                        .limit(MOST_NAMED)
                        .map(unit -> button(unit.name(), DeskAction.LIST, all.at(unit.code())))
                        .toList()));
    }

    /** The first of the reports that wait, as the list has them, beside one; empty where no other waits. */
    Optional<Button> next(Turn turn, Report done) {
        ReportSearch.Page waiting = store.search()
                .page(
                        ReportFilter.FIRST,
                        units(turn, ReportFilter.FIRST),
                        turn.person().id(),
                        forms.today(turn),
                        2);
        return waiting.reports().stream()
                .filter(report -> report.id() != done.id())
                .findFirst()
                .map(report -> DeskAction.OPEN.button(
                        turn.plain("report.next", "receipt", report.receipt().toString()), report));
    }

    private String top(Turn turn) {
        List<UnitRef> above = organization.upwards(turn.person().unit());
        boolean all = turn.person().role().atLeast(Role.OFFICE);
        return all && !above.isEmpty()
                ? above.get(above.size() - 1).code()
                : turn.person().unit();
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
                return unitChoices(turn, filter);
            }
        }
        return InPlace.of(turn, turn.say("report.filterBy"), two(buttons));
    }

    /** The units below one, a page at a time: a province has more than a hundred. */
    private Reply unitChoices(Turn turn, ReportFilter filter) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(turn.plain("report.allUnits"), DeskAction.LIST, filter.at("")));
        String above = filter.unit().isEmpty() ? turn.person().unit() : filter.unit();
        buttons.add(button(organization.nameOf(above), DeskAction.LIST, filter.at(above)));
        List<UnitRef> below = organization.below(above);
        int pages = Math.max(1, (below.size() + CHOICES - 1) / CHOICES);
        int page = Math.min(filter.page(), pages - 1);
        below.stream()
                .skip((long) page * CHOICES)
                .limit(CHOICES)
                .forEach(unit -> buttons.add(button(unit.name(), DeskAction.LIST, filter.at(unit.code()))));
        List<List<Button>> rows = new ArrayList<>(two(buttons));
        if (pages > 1) {
            rows.add(List.of(
                    button("◀️", DeskAction.CHOOSE_UNIT, filter.page((page + pages - 1) % pages)),
                    button((page + 1) + "/" + pages, DeskAction.CHOOSE_UNIT, filter.page(page)),
                    button("▶️", DeskAction.CHOOSE_UNIT, filter.page((page + 1) % pages))));
        }
        return InPlace.of(turn, turn.say("report.filterByUnit"), rows);
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

    /** Whose it is and how old, which is what one chooses by. */
    private String line(Turn turn, Report report) {
        LocalDate sent = LocalDate.ofInstant(report.submittedAt(), forms.zone());
        return (report.urgent() ? "🚨 " : "")
                + Markup.bold(report.receipt().toString())
                + " · " + Markup.escape(title(turn, report))
                + " · " + Markup.escape(organization.nameOf(report.unit()))
                + " · " + Markup.escape(organization.called(report.member()))
                + " · "
                + turn.say("report.age", "days", Math.max(0, ChronoUnit.DAYS.between(sent, forms.today(turn))));
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

package danvan.desk.reports;

import danvan.desk.page.Choices;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.UnitNames;
import danvan.desk.page.Views;
import danvan.desk.port.ReportFilter;
import danvan.desk.port.ReportShelf;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.Organization;
import danvan.text.Language;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of the reports, its filters, and the columns that somebody has chosen for a form. */
public final class ReportTable {
    static final int PAGE = 50;
    /** Of a form for which nothing was chosen. */
    private static final int FIRST_COLUMNS = 4;

    private static final int MOST_COLUMNS = 40;

    private final ReportShelf shelf;
    private final Organization organization;
    private final Choices choices;
    private final Views views;

    public ReportTable(ReportShelf shelf, Organization organization, Choices choices, Views views) {
        this.shelf = shelf;
        this.organization = organization;
        this.choices = choices;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/reports", Access.READ, this::show);
        guard.post(javalin, "/desk/columns", Access.READ, this::columns);
    }

    FilterForm filter(Visitor visitor, String query) {
        return FilterForm.read(
                Query.read(query),
                visitor.person(),
                UnitNames.around(organization, visitor.person().unit()));
    }

    private void show(Context request, Visitor visitor) {
        FilterForm form =
                filter(visitor, Optional.ofNullable(request.queryString()).orElse(""));
        Language language = visitor.frame().words().language();
        List<ReportShelf.Column> possible =
                form.filter().form().map(id -> shelf.columns(id, language)).orElse(List.of());
        List<ReportShelf.Column> columns =
                form.filter().form().map(id -> chosen(visitor, id, possible)).orElse(List.of());
        ReportFilter filter = sortable(form.filter(), possible);
        long number = Math.max(1, form.query().number("page").orElse(1L));
        List<String> paths = columns.stream().map(ReportShelf.Column::path).toList();
        ReportShelf.Page found =
                shelf.page(visitor.person(), language, filter, paths, PAGE, Math.min(number - 1, 1_000_000) * PAGE);
        long pages = Math.max(1, (found.total() + PAGE - 1) / PAGE);
        if (number > pages && !found.more()) {
            // Decided or filtered away since: the last page there is.
            number = pages;
            found = shelf.page(visitor.person(), language, filter, paths, PAGE, (number - 1) * PAGE);
        }
        views.show(
                request,
                visitor.frame(),
                "reports",
                Map.of(
                        "m",
                        new TableModel(
                                form.filters(),
                                form.problems(),
                                found,
                                columns,
                                possible,
                                shelf.forms(language),
                                form.filter().form().map(shelf::versions).orElse(List.of()),
                                shelf.reporters(visitor.person()),
                                shelf.assignees(visitor.person()),
                                offered(visitor),
                                form.filter()
                                        .form()
                                        .flatMap(id -> form.filter()
                                                .choice()
                                                .flatMap(choice -> shelf.choice(id, choice, language)))
                                        .orElse(""),
                                number,
                                pages)));
    }

    private List<danvan.organization.directory.UnitRef> offered(Visitor visitor) {
        return visitor.frame().seesAll()
                ? UnitNames.around(organization, visitor.person().unit()).units()
                : organization.within(visitor.person().unit());
    }

    /** Ordered by an answer only where the form has it; what is personal is not among them. */
    private static ReportFilter sortable(ReportFilter filter, List<ReportShelf.Column> possible) {
        boolean known = !filter.sort().startsWith("/")
                || possible.stream().anyMatch(column -> column.path().equals(filter.sort()));
        return known
                ? filter
                : new ReportFilter(
                        filter.states(),
                        filter.form(),
                        filter.version(),
                        filter.period(),
                        filter.from(),
                        filter.to(),
                        filter.unit(),
                        filter.below(),
                        filter.reporter(),
                        filter.assigned(),
                        filter.assignee(),
                        filter.urgent(),
                        filter.nil(),
                        filter.withFiles(),
                        filter.words(),
                        filter.choice(),
                        "",
                        filter.up());
    }

    private List<ReportShelf.Column> chosen(Visitor visitor, String form, List<ReportShelf.Column> possible) {
        Optional<List<String>> chosen = choices.of(visitor.person().id(), name(form));
        return chosen.map(paths -> possible.stream()
                        .filter(column -> paths.contains(column.path()))
                        .toList())
                .orElseGet(() -> possible.stream()
                        .filter(ReportShelf.Column::asked)
                        .limit(FIRST_COLUMNS)
                        .toList());
    }

    /** Keeps the columns that were chosen for a form. */
    private void columns(Context request, Visitor visitor) {
        String form = Optional.ofNullable(request.formParam("form")).orElse("");
        Set<String> possible = shelf.columns(form, visitor.frame().words().language()).stream()
                .map(ReportShelf.Column::path)
                .collect(Collectors.toSet());
        if (possible.isEmpty()) {
            throw Refused.notFound();
        }
        choices.put(
                visitor.person().id(),
                name(form),
                request.formParams("column").stream()
                        .filter(possible::contains)
                        .limit(MOST_COLUMNS)
                        .toList());
        Query back = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        Views.leadOn(request, visitor.frame(), "reports" + back.written(), "");
    }

    private static String name(String form) {
        return "columns:" + form;
    }
}

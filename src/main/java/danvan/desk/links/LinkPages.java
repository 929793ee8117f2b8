package danvan.desk.links;

import danvan.channel.web.Caller;
import danvan.chat.PersonalData;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.UnitNames;
import danvan.desk.page.Views;
import danvan.desk.port.ReportShelf;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.text.Language;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where live links are made, listed and ended. */
public final class LinkPages {
    private static final int LONGEST_NAME = 80;
    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

    private final LiveLinks links;
    private final ReportShelf shelf;
    private final Organization organization;
    private final Caller caller;
    private final Views views;

    public LinkPages(LiveLinks links, ReportShelf shelf, Organization organization, Caller caller, Views views) {
        this.links = links;
        this.shelf = shelf;
        this.organization = organization;
        this.caller = caller;
        this.views = views;
    }

    /** A link in the list. */
    public record Line(LiveLink link, String form, String unit, String whose, boolean lasts) {}

    /**
     * The page.
     *
     * @param typed what stands in the form
     * @param problem the key of what is wrong with it; empty where nothing is
     * @param made the link that was just made, with the only sight of its token
     */
    public record Model(
            List<Line> lines,
            List<ReportShelf.FormTitle> forms,
            List<UnitRef> units,
            List<Integer> months,
            Query typed,
            String problem,
            int most,
            Optional<LiveLinks.Made> made,
            String root) {}

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/links", Access.READ, this::list);
        guard.post(javalin, "/desk/links/make", Access.READ, this::make);
        guard.post(javalin, "/desk/links/end", Access.READ, this::end);
    }

    private void list(Context request, Visitor visitor) {
        show(
                request,
                visitor,
                Query.read(Optional.ofNullable(request.queryString()).orElse("")),
                "",
                Optional.empty());
    }

    private void show(Context request, Visitor visitor, Query typed, String problem, Optional<LiveLinks.Made> made) {
        Language language = visitor.frame().words().language();
        Optional<Long> whose = visitor.frame().isAdministrator()
                ? Optional.empty()
                : Optional.of(visitor.person().id());
        List<Line> lines = links.of(whose).stream()
                .map(link -> new Line(
                        link,
                        shelf.title(link.form(), language),
                        link.unit().isEmpty() ? "" : organization.nameOf(link.unit()),
                        organization.called(link.member()),
                        links.lasts(link)))
                .toList();
        views.show(
                request,
                visitor.frame(),
                "links",
                Map.of(
                        "m",
                        new Model(
                                lines,
                                shelf.forms(language),
                                units(visitor).units(),
                                MONTHS,
                                typed,
                                problem,
                                LiveLinks.MOST,
                                made,
                                caller.root(request))));
    }

    /** Those that the visitor may see. */
    private UnitNames units(Visitor visitor) {
        return visitor.frame().seesAll()
                ? UnitNames.around(organization, visitor.person().unit())
                : UnitNames.within(organization, visitor.person().unit());
    }

    private void make(Context request, Visitor visitor) {
        Query typed = new Query(Map.of())
                .with("name", field(request, "name"))
                .with("form", field(request, "form"))
                .with("unit", field(request, "unit"))
                .with("as", field(request, "as"))
                .with("months", field(request, "months"));
        String name = typed.value("name").strip();
        boolean known = shelf.forms(visitor.frame().words().language()).stream()
                .anyMatch(form -> form.id().equals(typed.value("form")));
        Optional<UnitRef> unit = units(visitor).meant(typed.value("unit"));
        String problem = name.isEmpty() || name.length() > LONGEST_NAME
                ? "name"
                : !PersonalData.in(name).isEmpty()
                        ? "personal"
                        : !known ? "form" : typed.has("unit") && unit.isEmpty() ? "unit" : "";
        if (!problem.isEmpty()) {
            request.status(422);
            show(request, visitor, typed, problem, Optional.empty());
            return;
        }
        int months = MONTHS.stream()
                .filter(count -> Integer.toString(count).equals(typed.value("months")))
                .findFirst()
                .orElse(3);
        Optional<LiveLinks.Made> made = links.make(
                visitor.person().id(),
                new LiveLinks.Wanted(
                        name,
                        typed.value("form"),
                        unit.map(UnitRef::code).orElse(""),
                        !typed.value("as").equals("codes"),
                        Duration.ofDays(months * 365L / 12)),
                visitor.now());
        if (made.isEmpty()) {
            request.status(422);
            show(request, visitor, typed, "tooMany", Optional.empty());
            return;
        }
        // The answer itself shows the token: nothing that an address could bring up again.
        show(request, visitor, new Query(Map.of()).with("name", name), "", made);
    }

    private static String field(Context request, String name) {
        return Optional.ofNullable(request.formParam(name)).orElse("");
    }

    private void end(Context request, Visitor visitor) {
        String id = field(request, "id");
        boolean ended = id.matches("[0-9]{1,18}")
                && links.end(
                        visitor.person().id(),
                        Long.parseLong(id),
                        visitor.frame().isAdministrator(),
                        visitor.now());
        if (!ended) {
            throw Refused.notFound();
        }
        Views.leadOn(request, visitor.frame(), "links", visitor.frame().t("links.ended"));
    }
}

package danvan.desk.coverage;

import danvan.desk.page.Query;
import danvan.desk.page.Views;
import danvan.desk.port.Arrivals;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.Member;
import danvan.organization.directory.UnitRef;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Coverage by person: how many reports each of those whose work a form is has sent for each period. Who they are is known
 * for today only; the page says so.
 */
public final class PeoplePage {
    private static final int MOST = 500;

    private final CoveragePages units;
    private final CoverageService service;
    private final Arrivals arrivals;
    private final Views views;

    public PeoplePage(CoveragePages units, CoverageService service, Arrivals arrivals, Views views) {
        this.units = units;
        this.service = service;
        this.arrivals = arrivals;
        this.views = views;
    }

    /**
     * Somebody.
     *
     * @param sent for each period, how many
     */
    public record Line(Member member, String unit, List<Integer> sent) {}

    /**
     * The page.
     *
     * @param all how many people there are, of which the page shows some
     */
    public record Model(CoveragePages.Model units, List<Line> lines, int all) {
        /** Where the reports of somebody for a period are. */
        public String reportsOf(Member member, CoverageTable.Period period) {
            return new Query(Map.of())
                    .with("form", units.form())
                    .with("reporter", member.name() + " #" + member.id())
                    .with("period", period.code())
                    .written();
        }
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/coverage/people", Access.READ, this::show);
    }

    private void show(Context request, Visitor visitor) {
        CoveragePages.Model table = units.model(
                Query.read(Optional.ofNullable(request.queryString()).orElse("")), visitor);
        List<CoverageTable.Period> periods = table.table().columns().stream()
                .map(CoverageTable.Column::period)
                .toList();
        Map<Long, Map<String, Integer>> sent = arrivals.sentBy(
                table.form(), periods.stream().map(CoverageTable.Period::code).collect(Collectors.toSet()));
        List<UnitRef> shown =
                table.table().rows().stream().map(CoverageTable.Row::unit).toList();
        List<Line> all = new ArrayList<>();
        for (CoverageService.Owing one :
                service.owing(table.form(), visitor.frame().words().language(), shown)) {
            Map<String, Integer> own = sent.getOrDefault(one.member().id(), Map.of());
            all.add(new Line(
                    one.member(),
                    one.unit(),
                    periods.stream()
                            .map(period -> own.getOrDefault(period.code(), 0))
                            .toList()));
        }
        // Who has sent least stands first; among equals the order of the units and names stays.
        all.sort(Comparator.comparingLong(
                (Line line) -> line.sent().stream().filter(count -> count > 0).count()));
        views.show(
                request,
                visitor.frame(),
                "coveragepeople",
                Map.of("m", new Model(table, all.subList(0, Math.min(MOST, all.size())), all.size())));
    }
}

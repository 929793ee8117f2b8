package danvan.desk.programme;

import danvan.conversation.PageTurns;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Decided;
import danvan.desk.port.ProgrammeOffice;
import danvan.desk.port.ProgrammeOffice.Doer;
import danvan.desk.port.ProgrammeOffice.Sheet;
import danvan.desk.port.ProgrammeOffice.State;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.text.Folding;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calendar of deadlines, the tasks of a year, and one task with its people. */
public final class ProgrammePages {
    private static final int PAGE = 100;

    private final ProgrammeOffice programme;
    private final PageTurns turns;
    private final Views views;

    public ProgrammePages(ProgrammeOffice programme, PageTurns turns, Views views) {
        this.programme = programme;
        this.turns = turns;
        this.views = views;
    }

    /**
     * A task with some of its people.
     *
     * @param query the filters of the address
     * @param doers those who are found, on the page
     * @param total how many are found
     */
    public record TaskModel(Sheet sheet, Query query, String why, List<Doer> doers, int total, long page, long pages) {
        public boolean isIn(State state) {
            return query.all("state").contains(state.name());
        }

        public String at(long number) {
            return query.with("page", number <= 1 ? "" : Long.toString(number)).written();
        }

        public String of(String period) {
            return query.without("page").with("period", period).written();
        }
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/programme", Access.READ, this::calendar);
        guard.get(javalin, "/desk/programme/tasks", Access.READ, this::tasks);
        guard.get(
                javalin,
                "/desk/programme/{year}/{task}",
                Access.READ,
                (request, visitor) -> show(request, visitor, query(request), ""));
        guard.post(javalin, "/desk/programme/{year}/{task}/switch", Access.ADMINISTRATOR, this::turn);
    }

    private static Query query(Context request) {
        return Query.read(Optional.ofNullable(request.queryString()).orElse(""));
    }

    private void calendar(Context request, Visitor visitor) {
        LocalDate today = LocalDate.ofInstant(visitor.now(), visitor.frame().zone());
        YearMonth month = month(query(request).value("month")).orElse(YearMonth.from(today));
        views.show(
                request,
                visitor.frame(),
                "programme",
                Map.of(
                        "m",
                        MonthGrid.of(
                                month,
                                today,
                                programme.due(
                                        visitor.person(),
                                        visitor.frame().words(),
                                        month.atDay(1),
                                        month.atEndOfMonth(),
                                        visitor.now())),
                        "years",
                        programme.years()));
    }

    private static Optional<YearMonth> month(String written) {
        if (!written.matches("(19|20|21)\\d\\d-\\d\\d")) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void tasks(Context request, Visitor visitor) {
        List<Integer> years = programme.years();
        LocalDate today = LocalDate.ofInstant(visitor.now(), visitor.frame().zone());
        Query query = query(request);
        int year = query.number("year")
                .filter(number -> number < 10_000)
                .map(Long::intValue)
                .orElse(
                        years.contains(today.getYear())
                                ? today.getYear()
                                : years.stream().findFirst().orElse(0));
        String words = Folding.folded(query.value("q"));
        List<ProgrammeOffice.Line> found = programme.tasks(visitor.frame().words(), year).stream()
                .filter(line -> words.isEmpty()
                        || Folding.folded(line.title() + " " + line.task() + " " + line.audience())
                                .contains(words))
                .toList();
        views.show(
                request,
                visitor.frame(),
                "tasks",
                Map.of("lines", found, "year", year, "years", years, "query", query, "today", today));
    }

    private static String key(Context request) {
        return request.pathParam("year") + "/" + request.pathParam("task");
    }

    private void show(Context request, Visitor visitor, Query query, String why) {
        Sheet sheet = programme
                .sheet(visitor.person(), visitor.frame().words(), key(request), query.value("period"), visitor.now())
                .orElseThrow(Refused::notFound);
        List<String> states = query.all("state");
        String words = Folding.folded(query.value("q"));
        List<Doer> found = sheet.doers().stream()
                .filter(doer -> states.isEmpty() || states.contains(doer.state().name()))
                .filter(doer -> words.isEmpty()
                        || Folding.folded(doer.name() + " " + doer.unit()).contains(words))
                .toList();
        long pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        long page = Math.min(pages, Math.max(1, query.number("page").orElse(1L)));
        views.show(
                request,
                visitor.frame(),
                "task",
                Map.of(
                        "m",
                        new TaskModel(
                                sheet,
                                query,
                                why,
                                found.stream()
                                        .skip((page - 1) * PAGE)
                                        .limit(PAGE)
                                        .toList(),
                                found.size(),
                                page,
                                pages)));
    }

    private void turn(Context request, Visitor visitor) {
        boolean on = "ON".equals(request.formParam("to"));
        if (!on && !"OFF".equals(request.formParam("to"))) {
            throw Refused.notFound();
        }
        String key = key(request);
        Decided decided = turns.act(visitor.person(), turn -> programme.turn(turn, key, on));
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        if (!decided.done()) {
            request.status(409);
            show(request, visitor, new Query(Map.of()), decided.said());
            return;
        }
        Views.leadOn(request, visitor.frame(), "programme/" + key, decided.said());
    }
}

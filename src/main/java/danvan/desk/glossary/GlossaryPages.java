package danvan.desk.glossary;

import danvan.conversation.PageTurns;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Decided;
import danvan.desk.port.GlossaryOffice;
import danvan.desk.port.GlossaryOffice.Kind;
import danvan.desk.port.GlossaryOffice.Line;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.text.Folding;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The glossary in force. */
public final class GlossaryPages {
    private static final int PAGE = 100;

    private final GlossaryOffice glossary;
    private final PageTurns turns;
    private final Views views;

    public GlossaryPages(GlossaryOffice glossary, PageTurns turns, Views views) {
        this.glossary = glossary;
        this.turns = turns;
        this.views = views;
    }

    /**
     * The page.
     *
     * @param typed what was typed for an entry that was not taken, or is to be changed; its first word is the kind
     */
    public record Model(
            Query query,
            String why,
            List<Line> lines,
            int total,
            long page,
            long pages,
            Kind kind,
            List<String> typed) {
        public String at(long number) {
            return query.with("page", number <= 1 ? "" : Long.toString(number)).written();
        }

        public boolean isIn(Kind one) {
            return query.all("kind").contains(one.name());
        }

        public String typed(int column) {
            return column < typed.size() ? typed.get(column) : "";
        }
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/glossary", Access.READ_ALL, (request, visitor) -> {
            Query query = Query.read(Optional.ofNullable(request.queryString()).orElse(""));
            Optional<Line> changed = glossary.all().stream()
                    .filter(Line::simple)
                    .filter(line ->
                            query.has("change") && query.value("change").equals(line.kind() + ":" + line.name()))
                    .findFirst();
            list(
                    request,
                    visitor,
                    query.without("change"),
                    "",
                    changed.map(Line::kind).orElse(Kind.ABBREVIATION),
                    changed.map(Line::columns).orElse(List.of()));
        });
        guard.post(javalin, "/desk/glossary", Access.OFFICE, this::put);
        guard.post(javalin, "/desk/glossary/withdraw", Access.OFFICE, this::withdraw);
    }

    private void list(Context request, Visitor visitor, Query query, String why, Kind kind, List<String> typed) {
        String words = Folding.folded(query.value("q"));
        List<String> kinds = query.all("kind");
        List<Line> found = glossary.all().stream()
                .filter(line -> kinds.isEmpty() || kinds.contains(line.kind().name()))
                .filter(line -> words.isEmpty()
                        || Folding.folded(String.join(" ", line.columns())).contains(words))
                .toList();
        long pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        long page = Math.min(pages, Math.max(1, query.number("page").orElse(1L)));
        views.show(
                request,
                visitor.frame(),
                "glossary",
                Map.of(
                        "m",
                        new Model(
                                query.without("page"),
                                why,
                                found.stream()
                                        .skip((page - 1) * PAGE)
                                        .limit(PAGE)
                                        .toList(),
                                found.size(),
                                page,
                                pages,
                                kind,
                                typed)));
    }

    private static Kind kind(Context request) {
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(request.formParam("kind")))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private void put(Context request, Visitor visitor) {
        Kind kind = kind(request);
        List<String> columns = List.of(field(request, "name"), field(request, "second"), field(request, "third"));
        Decided decided = turns.act(visitor.person(), turn -> glossary.put(turn, kind, columns));
        answer(request, visitor, decided, kind, columns);
    }

    private void withdraw(Context request, Visitor visitor) {
        Kind kind = kind(request);
        String name = field(request, "name");
        Decided decided = turns.act(visitor.person(), turn -> glossary.withdraw(turn, kind, name));
        answer(request, visitor, decided, Kind.ABBREVIATION, List.of());
    }

    private void answer(Context request, Visitor visitor, Decided decided, Kind kind, List<String> typed) {
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        Query in = Query.read(field(request, "in"));
        if (!decided.done()) {
            request.status(decided.outcome() == Decided.Outcome.STALE ? 409 : 422);
            list(request, visitor, in, decided.said(), kind, typed);
            return;
        }
        Views.leadOn(request, visitor.frame(), "glossary" + in.written(), decided.said());
    }

    private static String field(Context request, String name) {
        return Optional.ofNullable(request.formParam(name)).orElse("");
    }
}

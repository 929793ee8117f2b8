package danvan.desk.documents;

import danvan.conversation.PageTurns;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Decided;
import danvan.desk.port.DocumentOffice;
import danvan.desk.port.DocumentOffice.Act;
import danvan.desk.port.DocumentOffice.Line;
import danvan.desk.port.DocumentOffice.State;
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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documents: listed, looked at, corrected, confirmed, taken out and brought back. */
public final class DocumentPages {
    private static final int PAGE = 50;

    private final DocumentOffice documents;
    private final PageTurns turns;
    private final Views views;
    private final long largest;

    /** @param largest how many bytes a file may have that is sent in */
    public DocumentPages(DocumentOffice documents, PageTurns turns, Views views, long largest) {
        this.largest = largest;
        this.documents = documents;
        this.turns = turns;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(
                javalin,
                "/desk/documents",
                Access.READ_ALL,
                (request, visitor) -> list(
                        request,
                        visitor,
                        Query.read(Optional.ofNullable(request.queryString()).orElse("")),
                        ""));
        guard.get(
                javalin,
                "/desk/documents/{document}",
                Access.READ_ALL,
                (request, visitor) -> show(
                        request,
                        visitor,
                        Query.read(Optional.ofNullable(request.queryParam("in")).orElse("")),
                        "",
                        -1,
                        ""));
        guard.post(javalin, "/desk/documents/{document}/act", Access.OFFICE, this::act);
        guard.post(javalin, "/desk/sure", Access.OFFICE, this::confirmSure);
    }

    private void list(Context request, Visitor visitor, Query query, String why) {
        List<Line> all = documents.all();
        String words = Folding.folded(query.value("q"));
        List<String> states = query.all("state");
        List<Line> found = all.stream()
                .filter(line -> states.isEmpty() || states.contains(line.state().name()))
                .filter(line -> !query.has("look") || (line.state() == State.WAITING && !line.sure()))
                .filter(line -> words.isEmpty()
                        || Folding.folded(line.title() + " " + line.issuer() + " " + line.file())
                                .contains(words))
                .toList();
        long pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        long page = Math.min(pages, Math.max(1, query.number("page").orElse(1L)));
        Map<State, Long> counts =
                new TreeMap<>(all.stream().collect(Collectors.groupingBy(Line::state, Collectors.counting())));
        views.show(
                request,
                visitor.frame(),
                "documents",
                Map.of(
                        "m",
                        new DocumentTable(
                                query.without("page"),
                                why,
                                found.stream()
                                        .skip((page - 1) * PAGE)
                                        .limit(PAGE)
                                        .toList(),
                                found.size(),
                                counts,
                                visitor.frame().acts() ? documents.sure() : 0,
                                documents.reading(),
                                largest >> 20,
                                page,
                                pages)));
    }

    /** @param field the one that was typed, so that what was typed is not lost; below 0 for none */
    private void show(Context request, Visitor visitor, Query in, String why, int field, String typed) {
        DocumentOffice.Sheet sheet = documents.sheet(id(request)).orElseThrow(Refused::notFound);
        views.show(
                request,
                visitor.frame(),
                "document",
                Map.of("m", sheet, "in", in, "why", why, "field", field, "typed", typed));
    }

    private void act(Context request, Visitor visitor) {
        long id = id(request);
        Act act = Arrays.stream(Act.values())
                .filter(one -> one.name().equals(request.formParam("act")))
                .findFirst()
                .orElseThrow(Refused::notFound);
        Query in = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        String value = Optional.ofNullable(request.formParam("value")).orElse("");
        int field = Optional.ofNullable(request.formParam("field"))
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .orElse(-1);
        Decided decided = turns.act(visitor.person(), turn -> documents.act(turn, act, id, field, value));
        boolean there = documents.sheet(id).isPresent();
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        if (!decided.done()) {
            request.status(decided.outcome() == Decided.Outcome.STALE ? 409 : 422);
            if (there) {
                show(request, visitor, in, decided.said(), field, value);
            } else {
                list(request, visitor, in, decided.said());
            }
            return;
        }
        boolean stays = there && act != Act.CONFIRM && act != Act.REPLACE && act != Act.BESIDE;
        Views.leadOn(
                request,
                visitor.frame(),
                stays
                        ? "documents/" + id + (in.values().isEmpty() ? "" : "?in=" + Query.encoded(in.toString()))
                        : "documents" + in.written(),
                decided.said());
    }

    private void confirmSure(Context request, Visitor visitor) {
        Decided decided = turns.act(visitor.person(), documents::confirmSure);
        Views.leadOn(request, visitor.frame(), "documents", decided.said());
    }

    private static long id(Context request) {
        return Optional.of(request.pathParam("document"))
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::valueOf)
                .orElseThrow(Refused::notFound);
    }
}

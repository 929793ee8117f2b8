package danvan.desk.broadcasts;

import danvan.chat.Role;
import danvan.conversation.PageTurns;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.UnitNames;
import danvan.desk.page.Views;
import danvan.desk.port.BroadcastOffice;
import danvan.desk.port.BroadcastOffice.Act;
import danvan.desk.port.BroadcastOffice.Line;
import danvan.desk.port.BroadcastOffice.Prepared;
import danvan.desk.port.BroadcastOffice.Readers;
import danvan.desk.port.BroadcastOffice.Receipt;
import danvan.desk.port.BroadcastOffice.Sheet;
import danvan.desk.port.Decided;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of broadcasts, one of them with its readers, and the page on which one is written. */
public final class BroadcastPages {
    private static final int PAGE = 20;
    private static final int READERS = 100;

    private final BroadcastOffice broadcasts;
    private final Organization organization;
    private final PageTurns turns;
    private final Views views;

    public BroadcastPages(BroadcastOffice broadcasts, Organization organization, PageTurns turns, Views views) {
        this.broadcasts = broadcasts;
        this.organization = organization;
        this.turns = turns;
        this.views = views;
    }

    /** The list. */
    public record ListModel(List<Line> prepared, List<Line> scheduled, List<Line> lines, long page, long pages) {
        public long share(Line line) {
            return line.delivered() == 0 ? 0 : 100 * line.read() / line.delivered();
        }
    }

    /** One of them. */
    public record SheetModel(
            Sheet sheet, Query query, String why, Readers readers, long page, long pages, String endings) {
        public boolean isIn(Receipt receipt) {
            return query.all("receipt").contains(receipt.name());
        }

        public String at(long number) {
            return query.with("page", number <= 1 ? "" : Long.toString(number)).written();
        }
    }

    /**
     * What is being written.
     *
     * @param unreadOf a broadcast whose text was not read by all: those who have not are told; empty for a unit
     */
    public record Draft(String text, String unit, List<String> roles, String unreadOf, String why, int longest) {
        public boolean has(Role role) {
            return roles.isEmpty() || roles.contains(role.name());
        }
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/broadcasts", Access.READ_ALL, this::list);
        guard.get(javalin, "/desk/broadcasts/new", Access.OFFICE, this::compose);
        guard.get(
                javalin,
                "/desk/broadcasts/{broadcast}",
                Access.READ_ALL,
                (request, visitor) -> show(request, visitor, query(request), ""));
        guard.post(javalin, "/desk/broadcasts", Access.OFFICE, this::prepare);
        guard.post(javalin, "/desk/broadcasts/{broadcast}/act", Access.OFFICE, this::act);
    }

    private static Query query(Context request) {
        return Query.read(Optional.ofNullable(request.queryString()).orElse(""));
    }

    private void list(Context request, Visitor visitor) {
        long pages = Math.max(1, (broadcasts.sent() + PAGE - 1) / PAGE);
        long page = Math.min(pages, Math.max(1, query(request).number("page").orElse(1L)));
        views.show(
                request,
                visitor.frame(),
                "broadcasts",
                Map.of(
                        "m",
                        new ListModel(
                                broadcasts.prepared(visitor.person()),
                                broadcasts.scheduled(),
                                broadcasts.list(visitor.person(), PAGE, (page - 1) * PAGE),
                                page,
                                pages)));
    }

    private void compose(Context request, Visitor visitor) {
        Query query = query(request);
        Optional<Sheet> of = sheet(visitor, query.value("unread"));
        Optional<Sheet> from = sheet(visitor, query.value("from"));
        String own = organization
                .unit(visitor.person().unit())
                .map(UnitNames::written)
                .orElse("");
        write(
                request,
                visitor,
                new Draft(
                        of.or(() -> from).map(Sheet::text).orElse(""),
                        from.flatMap(one -> organization.unit(one.to().unit()))
                                .map(UnitNames::written)
                                .orElse(own),
                        from.map(one -> one.to().roles().stream()
                                        .map(Role::name)
                                        .toList())
                                .orElse(List.of()),
                        of.map(one -> one.line().code()).orElse(""),
                        "",
                        broadcasts.longest()));
    }

    Optional<Sheet> sheet(Visitor visitor, String code) {
        return code.isEmpty()
                ? Optional.empty()
                : broadcasts.sheet(visitor.person(), visitor.frame().words(), code, visitor.now());
    }

    private void write(Context request, Visitor visitor, Draft draft) {
        views.show(request, visitor.frame(), "compose", Map.of("m", draft, "units", units(visitor)));
    }

    private List<UnitRef> units(Visitor visitor) {
        return organization.within(visitor.person().unit());
    }

    private void prepare(Context request, Visitor visitor) {
        String text = field(request, "words").replace("\r\n", "\n").strip();
        String typed = field(request, "unit");
        String unreadOf = field(request, "unreadOf");
        List<String> names = request.formParams("role");
        Set<Role> roles = names.stream()
                .flatMap(
                        name -> Role.WORKING.stream().filter(role -> role.name().equals(name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        Draft draft = new Draft(text, typed, names, unreadOf, "", broadcasts.longest());
        Optional<UnitRef> unit = new UnitNames(units(visitor)).meant(typed);
        if (unreadOf.isEmpty() && (unit.isEmpty() || roles.isEmpty())) {
            refused(
                    request,
                    visitor,
                    draft,
                    visitor.frame().t(unit.isEmpty() ? "filter.problem.unit" : "broadcasts.noRole"));
            return;
        }
        Prepared prepared = turns.act(
                visitor.person(),
                turn -> broadcasts.prepare(
                        turn,
                        text,
                        unit.map(UnitRef::code).orElse(""),
                        roles,
                        Optional.of(unreadOf).filter(code -> !code.isEmpty())));
        if (prepared.decided().outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        if (!prepared.decided().done()) {
            refused(request, visitor, draft, prepared.decided().said());
            return;
        }
        Views.leadOn(request, visitor.frame(), "broadcasts/" + prepared.code(), "");
    }

    private void refused(Context request, Visitor visitor, Draft draft, String why) {
        request.status(422);
        write(
                request,
                visitor,
                new Draft(draft.text(), draft.unit(), draft.roles(), draft.unreadOf(), why, draft.longest()));
    }

    private void show(Context request, Visitor visitor, Query query, String why) {
        Sheet sheet = sheet(visitor, request.pathParam("broadcast")).orElseThrow(Refused::notFound);
        Set<Receipt> receipts = query.all("receipt").stream()
                .flatMap(name ->
                        Arrays.stream(Receipt.values()).filter(one -> one.name().equals(name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Receipt.class)));
        long wanted = Math.max(1, Math.min(query.number("page").orElse(1L), 100_000));
        Readers readers = broadcasts.readers(sheet.line().code(), receipts, READERS, (wanted - 1) * READERS);
        long pages = Math.max(1, (readers.total() + READERS - 1) / READERS);
        views.show(
                request,
                visitor.frame(),
                "broadcast",
                Map.of(
                        "m",
                        new SheetModel(
                                sheet, query, why, readers, Math.min(wanted, pages), pages, broadcasts.kinds())));
    }

    private void act(Context request, Visitor visitor) {
        String code = request.pathParam("broadcast");
        Act act = Arrays.stream(Act.values())
                .filter(one -> one.name().equals(field(request, "act")))
                .findFirst()
                .orElseThrow(Refused::notFound);
        if (sheet(visitor, code).isEmpty()) {
            throw Refused.notFound();
        }
        Query none = new Query(Map.of());
        if ((act == Act.DELETE || act == Act.EDIT) && field(request, "sure").isEmpty()) {
            request.status(422);
            show(request, visitor, none, visitor.frame().t("broadcasts.notSure"));
            return;
        }
        long seen = Query.read("n=" + Query.encoded(field(request, "seen")))
                .number("n")
                .orElse(-1L);
        Decided decided = turns.act(visitor.person(), turn -> broadcasts.act(turn, act, code, seen));
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        if (!decided.done()) {
            request.status(decided.outcome() == Decided.Outcome.STALE ? 409 : 422);
            show(request, visitor, none, decided.said());
            return;
        }
        Views.leadOn(
                request, visitor.frame(), act == Act.DISCARD ? "broadcasts" : "broadcasts/" + code, decided.said());
    }

    /** The page of one, with why nothing was changed. */
    void show(Context request, Visitor visitor, int status, String why) {
        request.status(status);
        show(request, visitor, new Query(Map.of()), why);
    }

    static String field(Context request, String name) {
        return Optional.ofNullable(request.formParam(name)).orElse("");
    }
}

package danvan.desk.members;

import danvan.chat.Role;
import danvan.conversation.PageTurns;
import danvan.desk.members.MemberOffice.Act;
import danvan.desk.members.MemberOffice.Filter;
import danvan.desk.members.MemberOffice.Reached;
import danvan.desk.members.MemberOffice.Seen;
import danvan.desk.members.MemberOffice.Sort;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.UnitNames;
import danvan.desk.page.Views;
import danvan.desk.port.Decided;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The members: listed, looked at, moved, given another role or another way in, let go, and invited. */
public final class MemberPages {
    private static final int PAGE = 50;

    private final MemberOffice members;
    private final Organization organization;
    private final PageTurns turns;
    private final Views views;

    public MemberPages(MemberOffice members, Organization organization, PageTurns turns, Views views) {
        this.members = members;
        this.organization = organization;
        this.turns = turns;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/members", Access.READ, this::list);
        guard.get(javalin, "/desk/members/{member}", Access.READ, this::show);
        guard.post(javalin, "/desk/members/{member}/act", Access.ACT, this::act);
        guard.post(javalin, "/desk/invite", Access.ACT, this::invite);
    }

    private void list(Context request, Visitor visitor) {
        list(
                request,
                visitor,
                Query.read(Optional.ofNullable(request.queryString()).orElse("")),
                List.of());
    }

    private void list(Context request, Visitor visitor, Query query, List<String> said) {
        List<String> problems = new ArrayList<>(said);
        Optional<UnitRef> unit = unit(visitor, query.value("unit"));
        if (query.has("unit") && unit.isEmpty()) {
            problems.add(visitor.frame().t("filter.problem.unit"));
        }
        Filter filter = new Filter(
                query.value("q").strip(),
                // Of a unit that is none there are no members, rather than those of all.
                query.has("unit") ? Optional.of(unit.map(UnitRef::code).orElse("")) : Optional.empty(),
                !query.has("exact"),
                one(Role.values(), query.value("role")),
                one(Reached.values(), query.value("reached")),
                one(Sort.values(), query.value("sort").toUpperCase(Locale.ROOT)).orElse(Sort.NAME),
                !query.has("down"));
        long number = Math.max(1, Math.min(query.number("page").orElse(1L), 1_000_000));
        MemberOffice.Page found = members.page(visitor.person(), filter, PAGE, (number - 1) * PAGE);
        long pages = Math.max(1, (found.total() + PAGE - 1) / PAGE);
        if (number > pages) {
            number = pages;
            found = members.page(visitor.person(), filter, PAGE, (number - 1) * PAGE);
        }
        views.show(
                request,
                visitor.frame(),
                "members",
                Map.of(
                        "m",
                        new MemberTable(
                                query.without("page"),
                                problems,
                                found,
                                names(visitor).units(),
                                visitor.frame().acts() ? members.invitable(visitor.person(), visitor.now()) : List.of(),
                                number,
                                pages)));
    }

    private void show(Context request, Visitor visitor) {
        show(request, visitor, Optional.ofNullable(request.queryParam("in")).orElse(""), "", "");
    }

    private void show(Context request, Visitor visitor, String in, String why, String typed) {
        MemberOffice.Card card =
                members.card(visitor.person(), member(request), visitor.now()).orElseThrow(Refused::notFound);
        views.show(
                request,
                visitor.frame(),
                "member",
                Map.of(
                        "m",
                        card,
                        "in",
                        Query.read(in),
                        "why",
                        why,
                        "typed",
                        typed,
                        "units",
                        card.decides() ? names(visitor).units() : List.of()));
    }

    private void act(Context request, Visitor visitor) {
        long member = member(request);
        Act act = one(Act.values(), field(request, "act")).orElseThrow(Refused::notFound);
        if (members.card(visitor.person(), member, visitor.now()).isEmpty()) {
            throw Refused.notFound();
        }
        String in = field(request, "in");
        if ((act == Act.LEAVE || act == Act.ONLY_ACCESS)
                && field(request, "sure").isEmpty()) {
            request.status(422);
            show(request, visitor, in, visitor.frame().t("members.notSure"), "");
            return;
        }
        String typed = field(request, act == Act.MOVE ? "unit" : "role");
        Optional<UnitRef> unit = act == Act.MOVE ? unit(visitor, typed) : Optional.empty();
        if (act == Act.MOVE && unit.isEmpty()) {
            request.status(422);
            show(request, visitor, in, visitor.frame().t("filter.problem.unit"), typed);
            return;
        }
        Seen seen = new Seen(member, field(request, "seenRole"), field(request, "seenUnit"));
        MemberOffice.Done done = turns.act(
                visitor.person(),
                turn -> members.act(turn, act, seen, unit.map(UnitRef::code).orElse(typed)));
        Decided decided = done.decided();
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        if (!decided.done()) {
            request.status(decided.outcome() == Decided.Outcome.STALE ? 409 : 422);
            show(request, visitor, in, decided.said(), act == Act.MOVE ? typed : "");
            return;
        }
        if (act == Act.ACCESS || act == Act.ONLY_ACCESS) {
            code(request, visitor, done, "members/" + member);
            return;
        }
        boolean stays = members.card(visitor.person(), member, visitor.now()).isPresent();
        Views.leadOn(
                request,
                visitor.frame(),
                stays ? "members/" + member : "members" + Query.read(in).written(),
                decided.said());
    }

    private void invite(Context request, Visitor visitor) {
        Optional<Role> role = one(Role.values(), field(request, "role"));
        Optional<UnitRef> unit = unit(visitor, field(request, "unit"));
        Query in = Query.read(field(request, "in"));
        if (role.isEmpty() || unit.isEmpty()) {
            request.status(422);
            list(request, visitor, in, List.of(visitor.frame().t("filter.problem.unit")));
            return;
        }
        MemberOffice.Done done = turns.act(
                visitor.person(),
                turn -> members.invite(turn, role.get(), unit.get().code()));
        Decided decided = done.decided();
        if (!decided.done()) {
            request.status(422);
            list(request, visitor, in, List.of(decided.said()));
            return;
        }
        code(request, visitor, done, "members" + in.written());
    }

    /** Shows a code once, on the page that answers: no cookie and no address has it. */
    private void code(Context request, Visitor visitor, MemberOffice.Done done, String back) {
        views.show(
                request,
                visitor.frame(),
                "code",
                Map.of(
                        "said",
                        done.decided().said(),
                        "cards",
                        done.card().map(InvitationTicket::new).stream().toList(),
                        "back",
                        back));
    }

    /** The units that somebody may know of. */
    private UnitNames names(Visitor visitor) {
        return visitor.frame().seesAll()
                ? UnitNames.around(organization, visitor.person().unit())
                : UnitNames.within(organization, visitor.person().unit());
    }

    private Optional<UnitRef> unit(Visitor visitor, String typed) {
        return typed.isBlank() ? Optional.empty() : names(visitor).meant(typed);
    }

    private static long member(Context request) {
        return Optional.of(request.pathParam("member"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(Refused::notFound);
    }

    private static String field(Context request, String name) {
        return Optional.ofNullable(request.formParam(name)).orElse("");
    }

    private static <T extends Enum<T>> Optional<T> one(T[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}

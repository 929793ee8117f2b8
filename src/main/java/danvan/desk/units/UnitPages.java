package danvan.desk.units;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.desk.page.Query;
import danvan.desk.page.Views;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.text.Folding;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of units, in the order of the tree. */
public final class UnitPages {
    private final Units units;
    private final Roster roster;
    private final Views views;

    public UnitPages(Units units, Roster roster, Views views) {
        this.units = units;
        this.roster = roster;
        this.views = views;
    }

    /**
     * A unit in the tree.
     *
     * @param depth from 0
     * @param successor the name of what took its place
     * @param own its own members
     * @param all with those of the units below
     */
    public record Row(
            Unit unit, int depth, boolean ended, boolean begins, Optional<Named> successor, long own, long all) {}

    /** A unit's code and name; the code is empty where only a name is known. */
    public record Named(String code, String name) {}

    /** The page. */
    public record Model(Query query, List<Row> rows, int ended) {}

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/units", Access.READ, this::list);
    }

    private void list(Context request, Visitor visitor) {
        Query query = Query.read(Optional.ofNullable(request.queryString()).orElse(""));
        LocalDate today = LocalDate.ofInstant(visitor.now(), visitor.frame().zone());
        List<Unit> seen = seen(visitor.person());
        boolean all = query.has("ended");
        String words = Folding.folded(query.value("q"));
        Set<String> wanted = new HashSet<>();
        Map<String, Unit> byCode = seen.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        seen.stream()
                .filter(unit -> all || !unit.hasEnded(today))
                .filter(unit -> words.isEmpty()
                        || Folding.folded(unit.name() + " " + unit.code()).contains(words))
                .forEach(unit -> above(byCode, unit.code()).forEach(wanted::add));
        List<Row> rows = rows(seen, byCode, wanted, today);
        views.show(request, visitor.frame(), "units", Map.of("m", new Model(query, rows, (int)
                seen.stream().filter(unit -> unit.hasEnded(today)).count())));
    }

    /** A lead sees the own unit and those below. */
    private List<Unit> seen(Person person) {
        return person.role() == Role.AUDITOR || person.role().atLeast(Role.OFFICE)
                ? units.all()
                : units.within(person.unit());
    }

    /** A unit and those above it that are seen. */
    private static List<String> above(Map<String, Unit> byCode, String code) {
        List<String> path = new ArrayList<>();
        Optional<Unit> next = Optional.ofNullable(byCode.get(code));
        while (next.isPresent() && !path.contains(next.get().code())) {
            path.add(next.get().code());
            next = next.get().parent().map(byCode::get);
        }
        return path;
    }

    private List<Row> rows(List<Unit> seen, Map<String, Unit> byCode, Set<String> wanted, LocalDate today) {
        Map<String, Long> own = roster.all().stream()
                .collect(Collectors.groupingBy(entry -> entry.person().unit(), Collectors.counting()));
        Map<String, Long> all = new HashMap<>();
        own.forEach((code, count) -> above(byCode, code).forEach(one -> all.merge(one, count, Long::sum)));
        Map<String, List<Unit>> below = seen.stream()
                .filter(unit -> unit.parent().filter(byCode::containsKey).isPresent())
                .collect(Collectors.groupingBy(unit -> unit.parent().orElseThrow()));
        List<Row> rows = new ArrayList<>();
        seen.stream()
                .filter(unit -> unit.parent().filter(byCode::containsKey).isEmpty())
                .sorted(Comparator.comparing(Unit::name))
                .forEach(root -> walk(root, 0, new Walk(byCode, below, wanted, own, all, today), rows));
        return rows;
    }

    /** What the tree is walked with. */
    private record Walk(
            Map<String, Unit> byCode,
            Map<String, List<Unit>> below,
            Set<String> wanted,
            Map<String, Long> own,
            Map<String, Long> all,
            LocalDate today) {}

    private static void walk(Unit unit, int depth, Walk walk, List<Row> rows) {
        if (!walk.wanted().contains(unit.code())) {
            return;
        }
        rows.add(new Row(
                unit,
                depth,
                unit.hasEnded(walk.today()),
                unit.validFrom().filter(walk.today()::isBefore).isPresent(),
                unit.successor()
                        .map(next -> Optional.ofNullable(walk.byCode().get(next))
                                .map(known -> new Named(known.code(), known.name()))
                                .orElseGet(() -> new Named("", next))),
                walk.own().getOrDefault(unit.code(), 0L),
                walk.all().getOrDefault(unit.code(), 0L)));
        walk.below().getOrDefault(unit.code(), List.of()).stream()
                .sorted(Comparator.comparing((Unit one) -> one.hasEnded(walk.today()))
                        .thenComparing(Unit::name))
                .forEach(one -> walk(one, depth + 1, walk, rows));
    }
}

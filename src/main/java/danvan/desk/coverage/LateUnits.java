package danvan.desk.coverage;

import danvan.chat.Person;
import danvan.desk.page.Query;
import danvan.desk.port.ReportShelf;
import danvan.desk.port.Work;
import danvan.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The units that have not sent what was due last, a number for each form. Kept for a minute: it is asked for at each look at
 * the first page. Safe for use by several threads.
 */
public final class LateUnits implements Work {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_FORMS = 4;
    private static final int MOST_KEPT = 500;
    /** The one that is to come, and the one that was due last. */
    private static final int PERIODS = 2;

    private final CoverageService service;
    private final ReportShelf reports;
    private final Language otherwise;
    private final Map<Scope, Kept> kept = new ConcurrentHashMap<>();

    private record Scope(boolean all, String unit, Language language) {}

    private record Kept(Instant at, List<Item> items) {}

    /** @param otherwise the language of who has chosen none */
    public LateUnits(CoverageService service, ReportShelf reports, Language otherwise) {
        this.service = service;
        this.reports = reports;
        this.otherwise = otherwise;
    }

    @Override
    public List<Item> of(Person person, Instant now) {
        Scope scope = new Scope(
                CoverageService.seesAll(person),
                person.unit(),
                person.language().orElse(otherwise));
        Optional<Kept> known = Optional.ofNullable(kept.get(scope))
                .filter(one -> !now.isBefore(one.at()) && now.isBefore(one.at().plus(FRESH)));
        if (known.isPresent()) {
            return known.get().items();
        }
        List<Item> items = counted(person, scope.language(), now);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(scope, new Kept(now, items));
        return items;
    }

    private List<Item> counted(Person person, Language language, Instant now) {
        List<Item> items = new ArrayList<>();
        for (String form : service.forms()) {
            CoverageTable table = service.table(
                    person,
                    language,
                    now,
                    new CoverageService.Asked(form, Optional.empty(), PERIODS, CoverageTable.Order.WORST));
            int missing = table.columns().stream()
                    .mapToInt(CoverageTable.Column::missing)
                    .sum();
            if (missing > 0) {
                items.add(new Item(
                        "late",
                        missing,
                        "coverage" + new Query(Map.of()).with("form", form).written(),
                        true,
                        reports.title(form, language)));
            }
        }
        items.sort(Comparator.comparingLong((Item item) -> -item.count()));
        return items.isEmpty()
                ? List.of(new Item("late", 0, "coverage", true))
                : List.copyOf(items.subList(0, Math.min(MOST_FORMS, items.size())));
    }
}

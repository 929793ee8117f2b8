package danvan.desk.today;

import danvan.desk.page.Views;
import danvan.desk.port.ReportShelf;
import danvan.desk.port.Work;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What waits for who looks, and how many reports came in on the last days. */
public final class TodayPage {
    private static final int DAYS = 14;

    private final List<Work> work;
    private final ReportShelf reports;
    private final Views views;

    public TodayPage(List<Work> work, ReportShelf reports, Views views) {
        this.work = List.copyOf(work);
        this.reports = reports;
        this.views = views;
    }

    /**
     * A day's bar.
     *
     * @param share of the fullest day, in percent
     */
    public record Bar(LocalDate day, int count, int share) {}

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk", Access.READ, this::show);
    }

    private void show(Context request, Visitor visitor) {
        List<Work.Item> items = work.stream()
                .flatMap(some -> some.of(visitor.person(), visitor.now()).stream())
                .toList();
        views.show(
                request,
                visitor.frame(),
                "today",
                Map.of(
                        "items",
                        items,
                        "bars",
                        bars(visitor),
                        "today",
                        LocalDate.ofInstant(visitor.now(), visitor.frame().zone())));
    }

    private List<Bar> bars(Visitor visitor) {
        List<Integer> counts = reports.lastDays(visitor.person(), visitor.now(), DAYS);
        int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        LocalDate today = LocalDate.ofInstant(visitor.now(), visitor.frame().zone());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            bars.add(new Bar(today.minusDays(counts.size() - 1L - i), counts.get(i), 100 * counts.get(i) / most));
        }
        return bars;
    }
}

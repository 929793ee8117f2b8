package danvan.desk.health;

import danvan.desk.page.Views;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** How the bot is, in the office's language: the worst first. */
public final class HealthPage {
    private final Checks checks;
    private final Views views;

    public HealthPage(Checks checks, Views views) {
        this.checks = checks;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/health", Access.READ_ALL, this::show);
    }

    private void show(Context request, Visitor visitor) {
        List<Checks.Finding> findings = checks.now(visitor.frame()).stream()
                .sorted((a, b) -> b.state().compareTo(a.state()))
                .toList();
        views.show(request, visitor.frame(), "health", Map.of("findings", findings));
    }
}

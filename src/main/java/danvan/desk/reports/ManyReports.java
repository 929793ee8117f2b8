package danvan.desk.reports;

import danvan.conversation.PageTurns;
import danvan.desk.mail.NamedExports;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Export;
import danvan.desk.port.ReportActions;
import danvan.desk.port.ReportActions.Act;
import danvan.desk.port.ReportActions.Outcome;
import danvan.desk.port.ReportActions.Seen;
import danvan.desk.port.ReportShelf;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Many reports at once: those ticked, or all that a filter finds. Each is decided by itself, so that one that was changed
 * meanwhile holds up no other; what was refused is told one by one.
 */
public final class ManyReports {
    private static final int MOST = 500;
    /** A reason to return a report is written for each. */
    private static final Set<Act> ACTS = Set.of(Act.REVIEW, Act.RESOLVE, Act.ASSIGN);

    /** What was not done, and why. */
    public record Left(String receipt, String why) {}

    private final ReportShelf shelf;
    private final ReportActions actions;
    private final Export export;
    private final NamedExports named;
    private final ReportTable table;
    private final PageTurns turns;
    private final Views views;

    public ManyReports(
            ReportShelf shelf,
            ReportActions actions,
            Export export,
            NamedExports named,
            ReportTable table,
            PageTurns turns,
            Views views) {
        this.shelf = shelf;
        this.actions = actions;
        this.export = export;
        this.named = named;
        this.table = table;
        this.turns = turns;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.post(javalin, "/desk/many", Access.ACT, this::act);
        guard.post(javalin, "/desk/export", Access.READ, this::export);
        guard.post(javalin, "/desk/export/named", Access.READ, this::named);
    }

    private void act(Context request, Visitor visitor) {
        Act act =
                ReportPages.act(request.formParam("act")).filter(ACTS::contains).orElseThrow(Refused::notFound);
        Query in = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        String member = Optional.ofNullable(request.formParam("member")).orElse("");
        boolean all = "all".equals(request.formParam("which"));
        List<Seen> wanted = all
                ? shelf.seen(
                        visitor.person(), table.filter(visitor, in.toString()).filter(), MOST)
                : request.formParams("report").stream()
                        .limit(MOST)
                        .map(ManyReports::seen)
                        .flatMap(Optional::stream)
                        .toList();
        long found = all
                ? shelf.count(
                        visitor.person(), table.filter(visitor, in.toString()).filter())
                : wanted.size();
        List<String> done = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (Seen seen : wanted) {
            ReportActions.Result result = turns.act(
                    visitor.person(), turn -> actions.act(turn, new ReportActions.Order(act, seen, "", member)));
            if (result.outcome() == Outcome.DONE) {
                done.add(seen.receipt());
            } else {
                left.add(new Left(seen.receipt(), result.said()));
            }
        }
        views.show(
                request,
                visitor.frame(),
                "many",
                Map.of("act", act, "done", done, "left", left, "more", found - wanted.size(), "in", in));
    }

    /** The reader of what a checkbox says: the receipt, and what it had seen. */
    private static Optional<Seen> seen(String ticked) {
        String[] parts = ticked.split(":", -1);
        return parts.length == 2 && parts[1].matches("[0-9]{1,18}")
                ? Optional.of(new Seen(parts[0], Long.parseLong(parts[1])))
                : Optional.empty();
    }

    private void export(Context request, Visitor visitor) {
        Query in = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        Export.Shape shape = shape(
                        Optional.ofNullable(request.formParam("shape")).orElse(""))
                .orElseThrow(Refused::notFound);
        String name = Optional.ofNullable(request.formParam("name"))
                .map(String::strip)
                .filter(typed -> typed.length() <= NamedExports.LONGEST_NAME)
                .orElse("");
        String kept = "";
        if (!name.isEmpty()) {
            boolean put = named.put(visitor.person().id(), name, in.toString(), shape.name());
            kept = put
                    ? visitor.frame().t("files.named.kept", "name", name)
                    : visitor.frame().t("files.named.tooMany", "count", NamedExports.MOST);
        }
        order(request, visitor, in, shape, kept);
    }

    private void order(Context request, Visitor visitor, Query in, Export.Shape shape, String before) {
        FilterForm form = table.filter(visitor, in.toString());
        String said = turns.said(visitor.person(), turn -> export.order(turn, form.filter(), shape));
        Views.leadOn(request, visitor.frame(), "files", (before + " " + said).strip());
    }

    private static Optional<Export.Shape> shape(String name) {
        return Arrays.stream(Export.Shape.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** Orders a file that has a name, or forgets it. */
    private void named(Context request, Visitor visitor) {
        NamedExports.Named one = named.find(
                        visitor.person().id(),
                        Optional.ofNullable(request.formParam("id")).orElse(""))
                .orElseThrow(Refused::notFound);
        if ("drop".equals(request.formParam("act"))) {
            named.drop(visitor.person().id(), one.id());
            Views.leadOn(
                    request, visitor.frame(), "files", visitor.frame().t("files.named.dropped", "name", one.name()));
            return;
        }
        order(request, visitor, Query.read(one.filter()), shape(one.shape()).orElseThrow(Refused::notFound), "");
    }
}

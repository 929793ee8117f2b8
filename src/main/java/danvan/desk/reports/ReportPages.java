package danvan.desk.reports;

import danvan.conversation.PageTurns;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.ReportActions;
import danvan.desk.port.ReportActions.Act;
import danvan.desk.port.ReportActions.Outcome;
import danvan.desk.port.ReportActions.Seen;
import danvan.desk.port.ReportShelf;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.AuditNote;
import danvan.storage.Database;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One report: looked at, decided, and on to the next of the list one came from. */
public final class ReportPages {
    /** So far one can go on from report to report within a list. */
    private static final int MOST_IN_A_LIST = 2_000;

    /** What a browser shows or plays itself. Of all else, such as HTML or SVG, it would run what is in it. */
    private static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "audio/ogg",
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/wav",
            "video/mp4",
            "video/webm");

    private final ReportShelf shelf;
    private final ReportActions actions;
    private final ReportTable table;
    private final PageTurns turns;
    private final Database database;
    private final AuditNote audit;
    private final Views views;

    public ReportPages(
            ReportShelf shelf,
            ReportActions actions,
            ReportTable table,
            PageTurns turns,
            Database database,
            AuditNote audit,
            Views views) {
        this.shelf = shelf;
        this.actions = actions;
        this.table = table;
        this.turns = turns;
        this.database = database;
        this.audit = audit;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/reports/{receipt}", Access.READ, this::show);
        guard.get(javalin, "/desk/reports/{receipt}/file/{number}", Access.READ, this::file);
        guard.post(javalin, "/desk/reports/{receipt}/act", Access.ACT, this::act);
        guard.post(javalin, "/desk/reports/{receipt}/show", Access.ADMINISTRATOR, this::personal);
    }

    private void show(Context request, Visitor visitor) {
        Query in = Query.read(Optional.ofNullable(request.queryParam("in")).orElse(""));
        show(request, visitor, in, false, new SheetModel.Kept("", "", ""));
    }

    private void show(Context request, Visitor visitor, Query in, boolean personal, SheetModel.Kept kept) {
        String receipt = request.pathParam("receipt");
        ReportShelf.Sheet sheet = shelf.sheet(
                        visitor.person(), visitor.frame().words().language(), visitor.now(), receipt, personal)
                .orElseThrow(Refused::notFound);
        List<String> list = list(visitor, in);
        int at = list.indexOf(receipt);
        views.show(
                request,
                visitor.frame(),
                "report",
                Map.of(
                        "m",
                        new SheetModel(
                                sheet,
                                in,
                                at > 0 ? list.get(at - 1) : "",
                                at >= 0 && at + 1 < list.size() ? list.get(at + 1) : "",
                                at + 1,
                                list.size(),
                                personal,
                                kept)));
    }

    /** The list one came from. */
    private List<String> list(Visitor visitor, Query in) {
        return in.values().isEmpty()
                ? List.of()
                : shelf
                        .seen(
                                visitor.person(),
                                table.filter(visitor, in.toString()).filter(),
                                MOST_IN_A_LIST)
                        .stream()
                        .map(Seen::receipt)
                        .toList();
    }

    private void act(Context request, Visitor visitor) {
        String receipt = request.pathParam("receipt");
        Act act = act(request.formParam("act")).orElseThrow(Refused::notFound);
        Query in = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        String words =
                Optional.ofNullable(request.formParam("words")).orElse("").replace("\r\n", "\n");
        String member = Optional.ofNullable(request.formParam("member")).orElse("");
        long change = Query.read("c=" + Query.encoded(String.valueOf(request.formParam("change"))))
                .number("c")
                .orElse(-1L);
        // Before it is decided: it may stand in the list no more afterwards.
        List<String> list = list(visitor, in);
        int at = list.indexOf(receipt);
        ReportActions.Result result = turns.act(
                visitor.person(),
                turn -> actions.act(turn, new ReportActions.Order(act, new Seen(receipt, change), words, member)));
        if (result.outcome() == Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        if (result.outcome() != Outcome.DONE) {
            // What is true now, with what was typed.
            request.status(result.outcome() == Outcome.STALE ? 409 : 422);
            show(request, visitor, in, false, new SheetModel.Kept(result.said(), act.name(), words));
            return;
        }
        boolean decided = act == Act.RESOLVE || act == Act.RETURN;
        String next = decided && at >= 0 && at + 1 < list.size() ? list.get(at + 1) : receipt;
        Views.leadOn(request, visitor.frame(), "reports/" + next + SheetModel.from(in), result.said());
    }

    /** Shows the personal answers of one report. That they were shown is written down before they are. */
    private void personal(Context request, Visitor visitor) {
        String receipt = request.pathParam("receipt");
        if (shelf.sheet(visitor.person(), visitor.frame().words().language(), visitor.now(), receipt, false)
                .isEmpty()) {
            throw Refused.notFound();
        }
        database.change(tx -> audit.note(tx, visitor.now(), visitor.person().id(), "personal shown", receipt));
        show(
                request,
                visitor,
                Query.read(Optional.ofNullable(request.formParam("in")).orElse("")),
                true,
                new SheetModel.Kept("", "", ""));
    }

    private void file(Context request, Visitor visitor) {
        String number = request.pathParam("number");
        ReportShelf.Content file = Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .flatMap(text -> shelf.file(visitor.person(), request.pathParam("receipt"), Integer.parseInt(text)))
                .orElseThrow(Refused::notFound);
        boolean shown = SHOWN.contains(file.mediaType());
        // Whatever the browser makes of it, it runs nothing and reaches nothing.
        request.header("Content-Security-Policy", "default-src 'none'; sandbox");
        request.header(
                "Content-Disposition",
                (shown ? "inline" : "attachment") + "; filename*=UTF-8''"
                        + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
        try {
            if (shown) {
                request.writeSeekableStream(file.opened().open(), file.mediaType(), file.bytes());
            } else {
                request.contentType("application/octet-stream")
                        .result(file.opened().open());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("opening a file of " + request.pathParam("receipt"), e);
        }
    }

    static Optional<Act> act(@org.jspecify.annotations.Nullable String name) {
        return Arrays.stream(Act.values())
                .filter(act -> act.name().equals(name))
                .findFirst();
    }
}

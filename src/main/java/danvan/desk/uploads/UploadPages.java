package danvan.desk.uploads;

import danvan.channel.web.FormFiles;
import danvan.conversation.PageTurns;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.page.Downloaded;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Decided;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.desk.uploads.UploadKinds.Kind;
import danvan.storage.Files;
import danvan.workbook.ReviewedFiles.Seen;
import danvan.workbook.SentFile;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Workbooks and forms: fetched, sent in, looked at with all that they change or all that is wrong with them, and applied. */
public final class UploadPages {
    private static final int MOST_WAITING = 50;

    private final UploadKinds kinds;
    private final Intake intake;
    private final PageTurns turns;
    private final Files files;
    private final Views views;

    public UploadPages(UploadKinds kinds, Intake intake, PageTurns turns, Files files, Views views) {
        this.kinds = kinds;
        this.intake = intake;
        this.turns = turns;
        this.files = files;
        this.views = views;
    }

    /** A kind and those of its files that wait for a decision. */
    public record Shelf(Kind kind, List<Seen> waiting) {}

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/uploads", Access.READ_ALL, (request, visitor) -> list(request, visitor, ""));
        guard.get(javalin, "/desk/uploads/{kind}/file", Access.READ_ALL, this::download);
        guard.get(
                javalin,
                "/desk/uploads/{kind}/{file}",
                Access.READ_ALL,
                (request, visitor) -> show(request, visitor, ""));
        guard.files(javalin, "/desk/uploads/{kind}", Access.OFFICE, intake.limits(), this::send);
        guard.post(javalin, "/desk/uploads/{kind}/{file}/act", Access.OFFICE, this::act);
    }

    private Kind kind(Context request) {
        return kinds.find(request.pathParam("kind")).orElseThrow(Refused::notFound);
    }

    private void list(Context request, Visitor visitor, String why) {
        List<Shelf> shelves = kinds.kinds().stream()
                .map(kind -> new Shelf(kind, kind.files().waitingOnes(MOST_WAITING)))
                .toList();
        views.show(
                request,
                visitor.frame(),
                "uploads",
                Map.of(
                        "shelves",
                        shelves,
                        "why",
                        why,
                        "megabytes",
                        intake.limits().oneFile() >> 20));
    }

    private void download(Context request, Visitor visitor) {
        Kind kind = kind(request);
        String which = Optional.ofNullable(request.queryParam("which")).orElse("");
        Reply reply = turns.act(
                visitor.person(),
                turn -> new Answered<>(Reply.nothing(), kind.given().hand(turn, which)));
        Downloaded.from(request, reply, files);
    }

    private void show(Context request, Visitor visitor, String why) {
        Kind kind = kind(request);
        Seen seen = kind.files().seen(request.pathParam("file")).orElseThrow(Refused::notFound);
        views.show(request, visitor.frame(), "upload", Map.of("kind", kind, "m", seen, "why", why));
    }

    private void send(Context request, Visitor visitor, FormFiles form) {
        Kind kind = kind(request);
        List<Intake.Outcome> outcomes = intake.take(
                visitor,
                form,
                name -> kind.files().endings().stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith),
                kind.accept().replace(",", ", "),
                (turn, stored, name) -> examined(turn, kind, new SentFile(stored.id(), name)));
        List<Intake.Outcome> taken =
                outcomes.stream().filter(Intake.Outcome::isTaken).toList();
        if (outcomes.size() == 1 && taken.size() == 1) {
            Views.leadOn(
                    request,
                    visitor.frame(),
                    "uploads/" + kind.name() + "/" + taken.get(0).file(),
                    "");
            return;
        }
        String said = Intake.said(visitor.frame(), outcomes);
        if (taken.isEmpty()) {
            request.status(422);
            list(request, visitor, said);
            return;
        }
        Views.leadOn(request, visitor.frame(), "uploads", said);
    }

    private static Answered<Decided> examined(Turn turn, Kind kind, SentFile file) {
        try {
            return kind.files()
                    .sent(turn, file)
                    .map(Decided::of)
                    .orElseGet(() -> Decided.not(
                            Decided.Outcome.REFUSED,
                            turn.plain("desk.uploads.foreign", "file", file.name(), "kind", kind.name())));
        } catch (IOException e) {
            return Decided.not(Decided.Outcome.REFUSED, turn.plain("workbook.notFetched", "file", file.name()));
        }
    }

    private void act(Context request, Visitor visitor) {
        Kind kind = kind(request);
        String file = request.pathParam("file");
        Seen before = kind.files().seen(file).orElseThrow(Refused::notFound);
        boolean apply = "APPLY".equals(request.formParam("act"));
        if (!apply && !"DROP".equals(request.formParam("act"))) {
            throw Refused.notFound();
        }
        String mark = Optional.ofNullable(request.formParam("mark")).orElse("");
        Decided decided =
                turns.act(visitor.person(), turn -> Decided.of(kind.files().decided(turn, apply, file, mark)));
        Seen after = kind.files().seen(file).orElse(before);
        if (after.standing() == before.standing()) {
            // It was decided by somebody else, or changes something else than it did: what it is now is shown.
            request.status(409);
            show(request, visitor, decided.said().lines().findFirst().orElse(""));
            return;
        }
        Views.leadOn(request, visitor.frame(), kind.page(), decided.said());
    }
}

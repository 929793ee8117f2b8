package danvan.desk.broadcasts;

import danvan.channel.web.FormFiles;
import danvan.conversation.PageTurns;
import danvan.desk.page.Downloaded;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.BroadcastOffice;
import danvan.desk.port.BroadcastOffice.Attached;
import danvan.desk.port.BroadcastOffice.Sheet;
import danvan.desk.port.Decided;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.desk.uploads.Intake;
import danvan.storage.Files;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/** What goes with a broadcast, and when it goes. */
public final class PreparationPages {
    private static final int LONGEST_NUMBER = 9;

    private final BroadcastPages pages;
    private final BroadcastOffice broadcasts;
    private final PageTurns turns;
    private final Intake intake;
    private final Files files;

    public PreparationPages(
            BroadcastPages pages, BroadcastOffice broadcasts, PageTurns turns, Intake intake, Files files) {
        this.pages = pages;
        this.broadcasts = broadcasts;
        this.turns = turns;
        this.intake = intake;
        this.files = files;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.post(javalin, "/desk/broadcasts/{broadcast}/schedule", Access.OFFICE, this::schedule);
        guard.files(javalin, "/desk/broadcasts/{broadcast}/files", Access.OFFICE, intake.limits(), this::attach);
        guard.get(javalin, "/desk/broadcasts/{broadcast}/files/{number}", Access.READ_ALL, this::download);
        guard.post(javalin, "/desk/broadcasts/{broadcast}/files/{number}/remove", Access.OFFICE, this::detach);
    }

    private void schedule(Context request, Visitor visitor) {
        Sheet sheet = sheet(request, visitor);
        String seen = BroadcastPages.field(request, "seen");
        long count = seen.matches("[0-9]{1,9}") ? Long.parseLong(seen) : -1;
        Decided decided = turns.act(
                visitor.person(),
                turn -> broadcasts.schedule(turn, sheet.line().code(), BroadcastPages.field(request, "at"), count));
        if (decided.done()) {
            Views.leadOn(request, visitor.frame(), "broadcasts/" + sheet.line().code(), decided.said());
        } else {
            refused(request, visitor, decided);
        }
    }

    private void attach(Context request, Visitor visitor, FormFiles form) {
        Sheet sheet = sheet(request, visitor);
        List<Intake.Outcome> outcomes = intake.take(
                visitor,
                form,
                name -> true,
                "",
                (turn, stored, name) -> broadcasts.attach(turn, sheet.line().code(), stored, name));
        Views.leadOn(
                request,
                visitor.frame(),
                "broadcasts/" + sheet.line().code(),
                outcomes.stream().allMatch(Intake.Outcome::isTaken) ? "" : Intake.said(visitor.frame(), outcomes));
    }

    private void detach(Context request, Visitor visitor) {
        Sheet sheet = sheet(request, visitor);
        Attached file = file(request, sheet);
        Decided decided = turns.act(
                visitor.person(), turn -> broadcasts.detach(turn, sheet.line().code(), file.number()));
        if (decided.done()) {
            Views.leadOn(request, visitor.frame(), "broadcasts/" + sheet.line().code(), "");
        } else {
            refused(request, visitor, decided);
        }
    }

    private void download(Context request, Visitor visitor) {
        Attached file = file(request, sheet(request, visitor));
        Downloaded.stored(request, files, file.file(), file.name(), file.mediaType());
    }

    private void refused(Context request, Visitor visitor, Decided decided) {
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        pages.show(request, visitor, decided.outcome() == Decided.Outcome.STALE ? 409 : 422, decided.said());
    }

    private Sheet sheet(Context request, Visitor visitor) {
        return pages.sheet(visitor, request.pathParam("broadcast")).orElseThrow(Refused::notFound);
    }

    private static Attached file(Context request, Sheet sheet) {
        String number = request.pathParam("number");
        return sheet.files().stream()
                .filter(one -> number.length() <= LONGEST_NUMBER && number.equals(Long.toString(one.number())))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}

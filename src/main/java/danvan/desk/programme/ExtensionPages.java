package danvan.desk.programme;

import danvan.conversation.PageTurns;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Decided;
import danvan.desk.port.ProgrammeOffice;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Who asks for more time: granted with a day, or refused with a reason. */
public final class ExtensionPages {
    private final ProgrammeOffice programme;
    private final PageTurns turns;
    private final Views views;

    public ExtensionPages(ProgrammeOffice programme, PageTurns turns, Views views) {
        this.programme = programme;
        this.turns = turns;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/extensions", Access.READ, (request, visitor) -> list(request, visitor, "", 0, ""));
        guard.post(javalin, "/desk/extensions/{request}", Access.ACT, this::answer);
    }

    /** @param typed for which request words were typed that are not to be lost; 0 for none */
    private void list(Context request, Visitor visitor, String why, long typed, String words) {
        views.show(
                request,
                visitor.frame(),
                "extensions",
                Map.of(
                        "requests",
                        programme.requests(visitor.person(), visitor.frame().words()),
                        "why",
                        why,
                        "typed",
                        typed,
                        "words",
                        words));
    }

    private void answer(Context request, Visitor visitor) {
        long id = Optional.of(request.pathParam("request"))
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::valueOf)
                .orElseThrow(Refused::notFound);
        boolean granted = "GRANT".equals(request.formParam("act"));
        if (!granted && !"REFUSE".equals(request.formParam("act"))) {
            throw Refused.notFound();
        }
        String words =
                Optional.ofNullable(request.formParam("words")).orElse("").strip();
        Optional<LocalDate> until = granted ? day(request.formParam("until")) : Optional.empty();
        if (granted && until.isEmpty()) {
            request.status(422);
            list(request, visitor, visitor.frame().t("extensions.noDay"), id, words);
            return;
        }
        if (!granted && words.isEmpty()) {
            request.status(422);
            list(request, visitor, visitor.frame().t("extensions.noReason"), id, words);
            return;
        }
        Decided decided = turns.act(visitor.person(), turn -> programme.answer(turn, id, until, words));
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        if (!decided.done()) {
            request.status(decided.outcome() == Decided.Outcome.STALE ? 409 : 422);
            list(request, visitor, decided.said(), id, words);
            return;
        }
        Views.leadOn(request, visitor.frame(), "extensions", decided.said());
    }

    private static Optional<LocalDate> day(@org.jspecify.annotations.Nullable String written) {
        try {
            return Optional.ofNullable(written)
                    .filter(text -> text.matches("\\d{4}-\\d\\d-\\d\\d"))
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package danvan.desk.questions;

import danvan.conversation.PageTurns;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Decided;
import danvan.desk.port.QuestionOffice;
import danvan.desk.port.QuestionOffice.Act;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The questions that wait for the office, replied to, and the answers that are kept for others. */
public final class QuestionPages {
    private final QuestionOffice questions;
    private final PageTurns turns;
    private final Views views;

    public QuestionPages(QuestionOffice questions, PageTurns turns, Views views) {
        this.questions = questions;
        this.turns = turns;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/questions", Access.READ_ALL, (request, visitor) -> list(request, visitor, ""));
        guard.get(
                javalin,
                "/desk/questions/{question}",
                Access.READ_ALL,
                (request, visitor) -> show(request, visitor, "", ""));
        guard.post(javalin, "/desk/questions/{question}/act", Access.OFFICE, this::act);
        guard.get(javalin, "/desk/answers", Access.READ_ALL, (request, visitor) -> answers(request, visitor, ""));
        guard.post(javalin, "/desk/answers/{words}", Access.ADMINISTRATOR, this::learn);
    }

    private void list(Context request, Visitor visitor, String why) {
        views.show(request, visitor.frame(), "questions", Map.of("m", questions.lists(visitor.now()), "why", why));
    }

    /** What is shown to others: the office's answers, and the words under which passages are found. */
    private void answers(Context request, Visitor visitor, String why) {
        views.show(
                request,
                visitor.frame(),
                "answers",
                Map.of(
                        "m",
                        questions.lists(visitor.now()),
                        "learned",
                        questions.learned(visitor.frame().words()),
                        "why",
                        why));
    }

    private void learn(Context request, Visitor visitor) {
        boolean approve = "APPROVE".equals(request.formParam("act"));
        if (!approve && !"END".equals(request.formParam("act"))) {
            throw Refused.notFound();
        }
        String key = request.pathParam("words");
        Decided decided = turns.act(visitor.person(), turn -> questions.learn(turn, approve, key));
        if (!decided.done()) {
            request.status(decided.outcome() == Decided.Outcome.NOT_FOUND ? 404 : 409);
            answers(request, visitor, decided.said());
            return;
        }
        Views.leadOn(request, visitor.frame(), "answers", decided.said());
    }

    private void show(Context request, Visitor visitor, String why, String typed) {
        QuestionOffice.Sheet sheet =
                questions.sheet(request.pathParam("question")).orElseThrow(Refused::notFound);
        views.show(request, visitor.frame(), "question", Map.of("m", sheet, "why", why, "typed", typed));
    }

    private void act(Context request, Visitor visitor) {
        String key = request.pathParam("question");
        Act act = Arrays.stream(Act.values())
                .filter(one -> one.name().equals(request.formParam("act")))
                .findFirst()
                .orElseThrow(Refused::notFound);
        String words =
                Optional.ofNullable(request.formParam("words")).orElse("").replace("\r\n", "\n");
        int months = Query.read("m=" + Query.encoded(String.valueOf(request.formParam("months"))))
                .number("m")
                .filter(number -> number < 1_000)
                .map(Long::intValue)
                .orElse(0);
        Decided decided = turns.act(visitor.person(), turn -> questions.act(turn, act, key, words, months));
        if (decided.outcome() == Decided.Outcome.NOT_FOUND) {
            throw Refused.notFound();
        }
        boolean there = questions.sheet(key).isPresent();
        if (!decided.done()) {
            request.status(decided.outcome() == Decided.Outcome.STALE ? 409 : 422);
            if (there) {
                show(request, visitor, decided.said(), words);
            } else {
                list(request, visitor, decided.said());
            }
            return;
        }
        // After a reply, whether it is kept; after all else, the list.
        Views.leadOn(
                request, visitor.frame(), act == Act.REPLY && there ? "questions/" + key : "questions", decided.said());
    }
}

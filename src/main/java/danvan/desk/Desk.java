package danvan.desk;

import danvan.channel.web.Inside;
import danvan.channel.web.Routes;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.session.Access;
import danvan.desk.session.Entrance;
import danvan.desk.session.Guard;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The office's pages, served through the phone page's server. Safe for use by several threads. */
public final class Desk implements Routes {
    private final Entrance entrance;
    private final Guard guard;
    private final Inside talk;
    private final Views views;
    private final List<Pages> pages;

    /** Some of the pages. */
    @FunctionalInterface
    public interface Pages {
        void addTo(JavalinConfig javalin, Guard guard);
    }

    /** @param talk whose chat is behind a session */
    public Desk(Entrance entrance, Guard guard, Inside talk, Views views, List<Pages> pages) {
        this.entrance = entrance;
        this.guard = guard;
        this.talk = talk;
        this.views = views;
        this.pages = List.copyOf(pages);
    }

    @Override
    public String path() {
        return "/desk";
    }

    @Override
    public String contentPolicy() {
        return Views.CONTENT_POLICY;
    }

    @Override
    public Optional<Inside> talk() {
        return Optional.of(talk);
    }

    @Override
    public void addTo(JavalinConfig javalin, ChatPage chat) {
        javalin.routes.get("/desk/desk.css", views::style);
        javalin.routes.get("/desk/desk.js", views::script);
        javalin.routes.get("/desk/htmx.js", views::htmx);
        javalin.routes.before("/desk*", request -> {
            request.header("Referrer-Policy", "same-origin");
            entrance.checkPlace(request);
        });
        entrance.addTo(javalin);
        pages.forEach(some -> some.addTo(javalin, guard));
        // Its own address for each session: what one leaves half-typed is not shown to the next.
        guard.get(
                javalin,
                "/desk/chat",
                Access.READ,
                (request, visitor) -> chat.show(
                        request,
                        "desk-" + visitor.session().id(),
                        visitor.frame().at("")));
        javalin.routes.exception(Refused.class, this::refused);
    }

    @Override
    public void refused(Context request, int status) {
        refused(Refused.of(status), request);
    }

    private void refused(Refused refused, Context request) {
        views.refuse(request, refused.status() >= 500 ? views.frame(request) : guard.frame(request), refused, "");
    }
}

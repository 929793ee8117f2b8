package danvan.desk.session;

import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.organization.directory.AuditNote;
import danvan.storage.Database;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;

/** Where one's own sessions stand, and are ended. */
public final class SessionPages {
    private final Database database;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Views views;
    private final AuditNote audit;

    public SessionPages(Database database, Sessions sessions, Entrance entrance, Views views, AuditNote audit) {
        this.database = database;
        this.sessions = sessions;
        this.entrance = entrance;
        this.views = views;
        this.audit = audit;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/sessions", Access.READ, this::list);
        guard.post(javalin, "/desk/sessions/end", Access.READ, this::end);
        guard.post(javalin, "/desk/sessions/end-others", Access.READ, this::endOthers);
        guard.post(javalin, "/desk/leave", Access.READ, entrance::leave);
    }

    private void list(Context request, Visitor visitor) {
        views.show(
                request,
                visitor.frame(),
                "sessions",
                Map.of(
                        "sessions",
                        sessions.of(visitor.person().id()),
                        "own",
                        visitor.session().id()));
    }

    private void end(Context request, Visitor visitor) {
        String id = String.valueOf(request.formParam("id"));
        if (!id.matches("[0-9]{1,18}")) {
            throw Refused.notFound();
        }
        if (Long.parseLong(id) == visitor.session().id()) {
            entrance.leave(request, visitor);
            return;
        }
        boolean ended = database.write(tx -> {
            boolean was = Sessions.end(tx, visitor.person().id(), Long.parseLong(id));
            if (was) {
                audit.note(tx, visitor.now(), visitor.person().id(), "desk closed", "#" + id);
            }
            return was;
        });
        if (!ended) {
            throw Refused.notFound();
        }
        Views.leadOn(request, visitor.frame(), "sessions", visitor.frame().t("sessions.ended", "count", 1));
    }

    private void endOthers(Context request, Visitor visitor) {
        int ended = database.write(tx -> {
            int others = Sessions.endOthers(
                    tx, visitor.person().id(), visitor.session().id());
            if (others > 0) {
                audit.note(tx, visitor.now(), visitor.person().id(), "desk closed", "others: " + others);
            }
            return others;
        });
        Views.leadOn(request, visitor.frame(), "sessions", visitor.frame().t("sessions.ended", "count", ended));
    }
}

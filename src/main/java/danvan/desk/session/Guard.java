package danvan.desk.session;

import danvan.channel.web.Caller;
import danvan.channel.web.FormFiles;
import danvan.desk.page.Frame;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Stands before every page: lets in who is in, by the role of this moment, and takes changes only from pages of ours. Safe for use by
 * several threads.
 */
public final class Guard {
    /** The name of the token in forms. */
    public static final String CSRF = "csrf";

    /** The phones' threads are the same: slow pages must not hold them all. */
    private static final int AT_ONCE = 4;

    private static final int SENDING_AT_ONCE = 3;

    private static final int PATIENCE_SECONDS = 5;
    private static final int LONGEST_QUERY = 8_000;
    /** What the server takes too; said in words here. */
    private static final int LONGEST_BODY = 64 * 1024;

    /** A page of the desk. */
    public record Route(HandlerType method, String path, Access access) {}

    private final Entrance entrance;
    private final Caller caller;
    private final Views views;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore sending = new Semaphore(SENDING_AT_ONCE);
    private final List<Route> routes = new ArrayList<>();

    /** @param clock the bot's */
    public Guard(Entrance entrance, Caller caller, Views views, Clock clock) {
        this.entrance = entrance;
        this.caller = caller;
        this.views = views;
        this.clock = clock;
    }

    /** Every page there is, in the order in which they were added. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /** Adds a page that is looked at. */
    public void get(JavalinConfig javalin, String path, Access access, BiConsumer<Context, Visitor> page) {
        routes.add(new Route(HandlerType.GET, path, access));
        javalin.routes.get(path, request -> {
            Optional<Visitor> visitor = visitor(request);
            if (visitor.isEmpty()) {
                entrance.show(request);
                return;
            }
            open(request, visitor.get(), access, page);
        });
    }

    /** Adds a change. */
    public void post(JavalinConfig javalin, String path, Access access, BiConsumer<Context, Visitor> change) {
        routes.add(new Route(HandlerType.POST, path, access));
        javalin.routes.post(path, request -> {
            checkOrigin(request, caller);
            Optional<Visitor> visitor = visitor(request);
            if (visitor.isEmpty()) {
                // What was typed is not lost: it stands on the page, beside the way in.
                views.refuse(request, views.frame(request), new Refused(401, "ended"), typed(request));
                return;
            }
            if (!isToken(request.formParam(CSRF), visitor.get().frame().csrf())) {
                views.refuse(request, visitor.get().frame(), new Refused(403, "oldPage"), typed(request));
                return;
            }
            open(request, visitor.get(), access, change);
        });
    }

    /** A change that brings files. */
    @FunctionalInterface
    public interface FileChange {
        void accept(Context request, Visitor visitor, FormFiles form);
    }

    /** Adds a change that brings files: nothing of them is kept before it is known that a page of ours sends them. */
    public void files(JavalinConfig javalin, String path, Access access, FormFiles.Limits limits, FileChange change) {
        routes.add(new Route(HandlerType.POST, path, access));
        javalin.routes.post(path, request -> {
            if (!caller.isSameOrigin(request)) {
                throw new Refused(403, "foreign");
            }
            Optional<Visitor> visitor = visitor(request);
            if (visitor.isEmpty()) {
                FormFiles.drop(request, limits);
                views.refuse(request, views.frame(request), new Refused(401, "endedFiles"), "");
                return;
            }
            if (!access.allows(visitor.get().person().role())) {
                throw Refused.notFound();
            }
            if (!FormFiles.is(request)) {
                throw new Refused(415, "malformed");
            }
            // A slow line holds a thread while it sends; pages that are looked at do not wait for it.
            if (!sending.tryAcquire()) {
                throw new Refused(503, "busyFiles");
            }
            try (FormFiles form = read(request, visitor.get(), limits)) {
                open(request, visitor.get(), access, (same, who) -> change.accept(same, who, form));
            } finally {
                sending.release();
            }
        });
    }

    private static FormFiles read(Context request, Visitor visitor, FormFiles.Limits limits) throws IOException {
        try {
            return FormFiles.read(
                    request,
                    limits,
                    fields -> isToken(fields.get(CSRF), visitor.frame().csrf()));
        } catch (FormFiles.NotTaken e) {
            throw switch (e.reason()) {
                case NOT_ALLOWED -> new Refused(403, "oldPage");
                case TOO_LARGE -> new Refused(413, "tooMuch");
                case SLOW -> new Refused(408, "slowFiles");
                case MALFORMED -> new Refused(400, "cutOff");
            };
        }
    }

    private void open(Context request, Visitor visitor, Access access, BiConsumer<Context, Visitor> page) {
        if (!access.allows(visitor.person().role())) {
            throw Refused.notFound();
        }
        if (Optional.ofNullable(request.queryString())
                .filter(query -> query.length() > LONGEST_QUERY)
                .isPresent()) {
            throw new Refused(414, "tooLong");
        }
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(503, "busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(503, "busy");
        }
        try {
            page.accept(request, visitor);
        } finally {
            places.release();
        }
    }

    /** Who is in, for a page that refuses. */
    public Frame frame(Context request) {
        return visitor(request).map(Visitor::frame).orElseGet(() -> views.frame(request));
    }

    private Optional<Visitor> visitor(Context request) {
        return entrance.inside(request)
                .map(inside -> new Visitor(
                        inside.person(),
                        inside.session(),
                        views.frame(request, inside.person(), Secret.hash("csrf:" + inside.token())),
                        clock.instant()));
    }

    static void checkOrigin(Context request, Caller caller) {
        if (request.contentLength() > LONGEST_BODY) {
            throw new Refused(413, "tooLong");
        }
        if (!caller.isSameOrigin(request)) {
            throw new Refused(403, "foreign");
        }
        String type = Optional.ofNullable(request.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!type.equalsIgnoreCase("application/x-www-form-urlencoded")) {
            throw new Refused(415, "malformed");
        }
    }

    private static boolean isToken(@org.jspecify.annotations.Nullable String sent, String expected) {
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String typed(Context request) {
        return Optional.ofNullable(request.formParam("words")).orElse("");
    }
}

package danvan.channel.web;

import danvan.config.Config;
import danvan.config.ConfigException;
import danvan.storage.DatabaseAway;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: its threads, its routes, what stands in every answer. */
final class Server implements AutoCloseable {
    /** The most threads it takes: one listens, one watches the connections, the others answer. */
    static final int THREADS = 24;

    /** A page of words, as a form sends them: each Vietnamese letter up to nine characters. */
    static final int LONGEST_BODY = 64 * 1024;

    /** Long filters are cut by whom they are for, in words, rather than by the server without any. */
    private static final int LONGEST_HEADERS = 32 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int IDLE_MILLIS = 60_000;

    /** The link in the page's address is a secret, so nobody is told where a member comes from, and nobody keeps it. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Config.Web config;
    private final Javalin javalin;
    private final ServerSocketChannel place = opened();
    private final Connections connections = new Connections(Connections.Limits.usual(), System::nanoTime);

    Server(
            Config.Web config,
            Door door,
            Pages pages,
            JoinRoutes join,
            Function<Inside, Talk> talks,
            Health health,
            List<Routes> others) {
        this.config = config;
        this.javalin = Javalin.create(javalin -> {
            quiet(javalin);
            javalin.http.maxRequestSize = LONGEST_BODY;
            javalin.jetty.threadPool = new QueuedThreadPool(THREADS, 2, IDLE_MILLIS);
            javalin.jetty.addConnector(this::connector);
            javalin.jetty.modifyServer(server -> server.setHandler(connections));
            javalin.routes.before(request -> guard(request, others));
            javalin.routes.get("/", request -> pages.home(request, door.isOnThisMachine(request)));
            javalin.routes.get("/page.css", pages::style);
            javalin.routes.get("/notice.css", pages::noticeStyle);
            javalin.routes.get("/page.js", pages::script);
            javalin.routes.get(
                    "/healthz",
                    request -> door.asStranger(() -> {
                        health.live(request);
                        return true;
                    }));
            javalin.routes.get(
                    "/healthz/ready",
                    request -> door.asStranger(() -> {
                        health.ready(request);
                        return true;
                    }));
            javalin.routes.get(
                    "/metrics",
                    request -> door.asStranger(() -> {
                        health.metrics(request);
                        return true;
                    }));
            javalin.routes.get("/join.js", pages::joinScript);
            javalin.routes.get("/c/{token}", join::open);
            javalin.routes.post("/c/{token}/join", join::join);
            talks.apply(door).addTo(javalin, "/c/{token}");
            others.forEach(room ->
                    room.talk().ifPresent(inside -> talks.apply(inside).addTo(javalin, room.path() + "/chat")));
            others.forEach(room -> room.addTo(javalin, pages::chat));
            javalin.routes.exception(Refusal.class, (refusal, request) -> refused(refusal, request, pages, others));
            javalin.routes.exception(
                    HttpResponseException.class,
                    (answer, request) -> refused(new Refusal(answer.getStatus(), "malformed"), request, pages, others));
            javalin.routes.exception(
                    DatabaseAway.class, (away, request) -> refused(new Refusal(503, "busy"), request, pages, others));
            javalin.routes.exception(Exception.class, (failure, request) -> failed(failure, request, others));
        });
    }

    int start() {
        // The port is taken before Javalin starts, which would log a page of its own where that fails.
        try {
            bind(place);
            javalin.start();
        } catch (JavalinException | IOException e) {
            throw new ConfigException(problem(), e);
        }
        return javalin.port();
    }

    private String problem() {
        String place = "the phone page cannot listen on " + config.host() + ":" + config.port();
        if (!isHere(config.host())) {
            return "web.host: " + place + ": that is no address of this machine."
                    + " Set web.host or DANVAN_WEB_HOST, to 127.0.0.1 for instance";
        }
        return "web.port: " + place
                + (config.port() > 0 && config.port() < 1024 ? " (ports below 1024 are the system's)" : "")
                + ". Is another program there? Set web.port or DANVAN_WEB_PORT (0 takes any that is free)";
    }

    private static boolean isHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        javalin.stop();
        try {
            place.close();
        } catch (IOException e) {
            throw new UncheckedIOException("letting go of the phone page's port", e);
        }
    }

    private void bind(ServerSocketChannel channel) throws IOException {
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            throw new IOException(config.host() + " is not known here");
        }
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static ServerSocketChannel opened() {
        try {
            return ServerSocketChannel.open();
        } catch (IOException e) {
            throw new UncheckedIOException("opening a socket for the phone page", e);
        }
    }

    private static void quiet(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
    }

    private Connector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        http.setRequestHeaderSize(LONGEST_HEADERS);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(connections, false);
        try {
            connector.open(place);
        } catch (IOException e) {
            throw new UncheckedIOException("handing the phone page's port to its server", e);
        }
        return connector;
    }

    private static Optional<Routes> room(Context request, List<Routes> others) {
        return others.stream().filter(room -> room.serves(request.path())).findFirst();
    }

    private static void guard(Context request, List<Routes> others) {
        request.header(
                "Content-Security-Policy",
                room(request, others).map(Routes::contentPolicy).orElse(CONTENT_POLICY));
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("X-Robots-Tag", "noindex");
        request.header("Cache-Control", "no-store");
    }

    /** A person gets a page, the page's script gets a word. */
    private static void refused(Refusal refusal, Context request, Pages pages, List<Routes> others) {
        Optional<Routes> room = room(request, others);
        request.status(refusal.status());
        boolean inTalk = request.path().matches("/c/[^/]*/.+")
                || room.filter(one -> request.path().startsWith(one.path() + "/chat/"))
                        .isPresent();
        if (room.isPresent() && !inTalk) {
            room.get().refused(request, refusal.status());
            return;
        }
        if (inTalk || !request.method().equals(HandlerType.GET)) {
            request.contentType("application/json").result(refusal.json());
        } else {
            pages.notice(request, refusal.status() == 503 ? "busy" : refusal.status() == 429 ? "slow" : "unknown");
        }
    }

    /** The address of the request is not logged: it holds the member's link. */
    private static void failed(Exception failure, Context request, List<Routes> others) {
        if (failure instanceof EofException) {
            // Who asked has gone away; there is nobody to answer and nothing to fix.
            LOG.debug("a request of the phone page was cut off: {}", failure.toString());
            return;
        }
        Optional<Routes> room = room(request, others);
        if (room.isPresent()) {
            LOG.error("answering {} {}", request.method(), room.get().path(), failure);
            request.status(500);
            room.get().refused(request, 500);
            return;
        }
        LOG.error("answering a request of the phone page", failure);
        request.status(500).contentType("application/json").result("{\"error\":\"failed\"}");
    }
}

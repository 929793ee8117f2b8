package danvan.channel.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The connections to the page: how many an address may hold, and how long each may take to ask. No thread waits for a
 * request: its head and, but for files, its body are there before one is taken, so that who sends a byte now and then
 * holds a connection, for a while, and nothing else. Safe for use by several threads.
 */
final class Connections extends Handler.Wrapper implements Connection.Listener {

    /**
     * How many, and how long.
     *
     * @param perAddress a mobile network has many members behind one address, and each page open holds one or two
     * @param first for the head of a connection's first request
     * @param next between two requests, the head of the second included
     * @param body for the body
     */
    record Limits(int all, int perAddress, Duration first, Duration next, Duration body) {
        static Limits usual() {
            return new Limits(2_000, 250, Duration.ofSeconds(20), Duration.ofSeconds(75), Duration.ofSeconds(30));
        }
    }

    /** What a connection is waited for; a connection whose request is being processed is waited for by nobody. */
    private static final class Wait {
        private final String address;
        private volatile long until;
        private volatile boolean waiting = true;

        Wait(String address, long until) {
            this.address = address;
            this.until = until;
        }

        void upTo(long nanos) {
            until = nanos;
            waiting = true;
        }

        void over() {
            waiting = false;
        }
    }

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final Function<InetAddress, String> counted;
    private final Map<Connection, Wait> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new HashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "web-connections"));

    Connections(Limits limits, LongSupplier nanoTime) {
        this(limits, nanoTime, Connections::countedFor);
    }

    /**
     * The connections.
     *
     * @param counted under which name an address's connections are counted; empty: not at all
     */
    Connections(Limits limits, LongSupplier nanoTime, Function<InetAddress, String> counted) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.counted = counted;
        EagerContentHandler eager = new EagerContentHandler(
                new Asked(), new EagerContentHandler.RetainedContentLoaderFactory(Server.LONGEST_BODY, -1, true));
        eager.exclude(request -> isFile(request) || isTooLong(request));
        setHandler(eager);
        var unused = watch.scheduleWithFixedDelay(this::closeLate, 1, 1, TimeUnit.SECONDS);
    }

    /** A file is read as it comes, by one of the few threads there are for files. */
    private static boolean isFile(Request request) {
        return Request.getPathInContext(request).endsWith("/file");
    }

    /** Nobody waits for what is refused anyhow, by those who can say so in words. */
    private static boolean isTooLong(Request request) {
        return request.getLength() > Server.LONGEST_BODY;
    }

    /** The whole request is there; from here on it is ours to answer. */
    private final class Asked extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            of(request).ifPresent(Wait::over);
            return super.handle(request, response, callback);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        of(request).ifPresent(wait -> wait.upTo(from(limits.body())));
        Request.addCompletionListener(
                request, failure -> of(request).ifPresent(wait -> wait.upTo(from(limits.next()))));
        return super.handle(request, response, callback);
    }

    @Override
    public void onOpened(Connection connection) {
        String address = address(connection);
        open.put(connection, new Wait(address, from(limits.first())));
        if (counted(address, 1) > limits.perAddress()) {
            connection.getEndPoint().close();
        } else if (open.size() > limits.all()) {
            // Who is working keeps the place; whoever has been waited for longest gives it up.
            open.entrySet().stream()
                    .filter(one -> one.getValue().waiting)
                    .min(Comparator.comparing(one -> one.getValue().until))
                    .ifPresent(one -> one.getKey().getEndPoint().close());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Optional.ofNullable(open.remove(connection)).ifPresent(wait -> counted(wait.address, -1));
    }

    /** How many connections an address has now. */
    private int counted(String address, int more) {
        if (address.isEmpty()) {
            return 0;
        }
        synchronized (perAddress) {
            int count = perAddress.merge(address, more, Integer::sum);
            if (count <= 0) {
                perAddress.remove(address);
            }
            return count;
        }
    }

    int openNow() {
        return open.size();
    }

    private void closeLate() {
        long now = nanoTime.getAsLong();
        open.forEach((connection, wait) -> {
            if (wait.waiting && wait.until - now < 0) {
                connection.getEndPoint().close();
            }
        });
    }

    private Optional<Wait> of(Request request) {
        return Optional.ofNullable(open.get(request.getConnectionMetaData().getConnection()));
    }

    private long from(Duration time) {
        return nanoTime.getAsLong() + time.toNanos();
    }

    private String address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress peer
                        && peer.getAddress() != null
                ? counted.apply(peer.getAddress())
                : "";
    }

    /** Those that come through a proxy beside us are not told apart, and so not counted. */
    static String countedFor(InetAddress address) {
        return isNear(address) ? "" : network(address);
    }

    /** Whether an address is this machine's or beside it, where a proxy may be. */
    static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress();
    }

    /** What one person may be taken to hold: an address of version 4, or a network of 64 bits of version 6. */
    static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), 8))
                : address.getHostAddress();
    }

    @Override
    protected void doStop() throws Exception {
        watch.shutdownNow();
        super.doStop();
    }
}

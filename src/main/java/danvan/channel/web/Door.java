package danvan.channel.web;

import danvan.chat.Address;
import danvan.config.Config;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Who may come in, and from where a request may be made. Safe for use by several threads. */
final class Door {
    private static final int LONGEST_TOKEN = 200;
    private static final int MOST_REMEMBERED = 50_000;
    /** So many of the threads are for those nobody knows yet. */
    static final int STRANGERS_AT_ONCE = Server.THREADS / 3;

    private final Links links;
    private final Optional<URI> publicUrl;
    private final boolean loopback;
    private final Misses misses = new Misses(System::nanoTime);
    /** Links that opened a chat before. Members share addresses on mobile networks: a guesser must not lock them out. */
    private final Set<String> openedBefore = ConcurrentHashMap.newKeySet();

    private final Semaphore strangers = new Semaphore(STRANGERS_AT_ONCE);

    Door(Config.Web config, Links links) {
        this.links = links;
        this.publicUrl = config.publicUrl();
        this.loopback = isLoopback(config.host());
    }

    /**
     * The secret part of a request's link, which may be an invitation's code.
     *
     * @throws Refusal where too many were tried, or it is none
     */
    String code(Context request) {
        String token = request.pathParam("token");
        if (!openedBefore.contains(token) && misses.tooMany(address(request))) {
            throw new Refusal(429, "slow-down");
        }
        if (token.length() > LONGEST_TOKEN) {
            throw unknown(token, request);
        }
        return token;
    }

    /**
     * The chat behind the link of a request.
     *
     * @throws Refusal where the link opens nothing, or too many were tried
     */
    Address chat(Context request) {
        String token = code(request);
        Optional<Address> chat =
                openedBefore.contains(token) ? links.address(token) : asStranger(() -> links.address(token));
        if (chat.isEmpty()) {
            throw unknown(token, request);
        }
        if (openedBefore.size() >= MOST_REMEMBERED) {
            openedBefore.clear();
        }
        openedBefore.add(token);
        return chat.get();
    }

    /** Whether a link has opened a member's chat before. */
    boolean knows(String token) {
        return openedBefore.contains(token);
    }

    private Refusal unknown(String token, Context request) {
        openedBefore.remove(token);
        missed(request);
        return new Refusal(404, "unknown-link");
    }

    /** Counts an attempt that opened nothing. */
    void missed(Context request) {
        misses.add(address(request));
    }

    /**
     * Does something for somebody nobody knows, who may be many: so that members always find a thread.
     *
     * @throws Refusal where too many are at it
     */
    <T> T asStranger(Supplier<T> work) {
        if (!strangers.tryAcquire()) {
            throw new Refusal(503, "busy");
        }
        try {
            return work.get();
        } finally {
            strangers.release();
        }
    }

    /**
     * Refuses what another site's page has the browser do here. A browser cannot be made to lie in these headers; what
     * sends none of them is no browser, and has no member's link to misuse.
     *
     * @param contentType what the page sends; a form of another site could send none of these types
     */
    void checkSameOrigin(Context request, String contentType) {
        Optional<String> site = header(request, "Sec-Fetch-Site");
        Optional<String> origin = header(request, "Origin");
        boolean same = site.map("same-origin"::equals).orElse(true)
                && (site.isPresent() || origin.map(o -> isOurs(o, request)).orElse(true));
        if (!same) {
            throw new Refusal(403, "foreign");
        }
        boolean expected = Optional.ofNullable(request.contentType())
                .map(type -> type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip())
                .filter(contentType::equals)
                .isPresent();
        if (!expected) {
            throw new Refusal(415, "wrong-type");
        }
    }

    /**
     * Whether only this machine can see the page. The request must also name this machine: a foreign name that was made
     * to resolve to it is a site that wants to read it (DNS rebinding).
     */
    boolean isOnThisMachine(Context request) {
        return loopback
                && header(request, "Host")
                        .map(Door::hostOf)
                        .filter(Door::isLoopback)
                        .isPresent();
    }

    private boolean isOurs(String origin, Context request) {
        try {
            URI from = URI.create(origin);
            boolean toHost = header(request, "Host")
                    .filter(host -> host.equalsIgnoreCase(from.getRawAuthority()))
                    .isPresent();
            return toHost || publicUrl.filter(url -> sameOrigin(url, from)).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean sameOrigin(URI a, URI b) {
        return String.valueOf(a.getScheme()).equalsIgnoreCase(b.getScheme())
                && String.valueOf(a.getRawAuthority()).equalsIgnoreCase(b.getRawAuthority());
    }

    /**
     * Behind a proxy on this machine or beside it, the address the proxy saw; its own word is the last. Of version 6 the
     * network: one person has more addresses there than could be counted.
     */
    private static String address(Context request) {
        String peer = request.req().getRemoteAddr();
        String seen = peer;
        if (literal(peer).filter(Connections::isNear).isPresent()) {
            String forwarded = header(request, "X-Forwarded-For").orElse(peer);
            seen = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return literal(seen).map(Connections::network).orElse(seen);
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** The address of an address in figures; a name is not looked up. */
    private static Optional<InetAddress> literal(String host) {
        if (!host.matches("[0-9.]+|\\[?+[0-9a-fA-F.%]*+:[0-9a-zA-Z:.%]*+]?+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The name without the port. */
    private static String hostOf(String authority) {
        return authority.replaceFirst(":[0-9]+$", "");
    }

    private static Optional<String> header(Context request, String name) {
        return Optional.ofNullable(request.header(name));
    }
}

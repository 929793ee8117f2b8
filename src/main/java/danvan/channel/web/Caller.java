package danvan.channel.web;

import danvan.config.Config;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/** From where a request comes: which network, and whether a page of ours made it. Safe for use by several threads. */
public final class Caller {
    private final Optional<URI> publicUrl;
    private final boolean loopback;

    public Caller(Config.Web config) {
        this.publicUrl = config.publicUrl();
        this.loopback = isLoopback(config.host());
    }

    /**
     * Whether no other site's page has the browser do this. A browser cannot be made to lie in these headers; what sends
     * none of them is no browser, and has no secret of a member to misuse.
     */
    public boolean isSameOrigin(Context request) {
        Optional<String> site = header(request, "Sec-Fetch-Site");
        Optional<String> origin = header(request, "Origin");
        return site.map("same-origin"::equals).orElse(true)
                && (site.isPresent() || origin.map(o -> isOurs(o, request)).orElse(true));
    }

    /** The server's address as who asks knows it, with a slash at its end. */
    public String root(Context request) {
        return publicUrl
                .map(url -> url.toString().replaceFirst("(?<!/)/++$", "") + "/")
                .orElseGet(() -> "http://" + header(request, "Host").orElse("localhost") + "/");
    }

    /**
     * Refuses what another site's page has the browser do here.
     *
     * @param contentType what the page sends; a form of another site could send none of these types
     */
    public void checkSameOrigin(Context request, String contentType) {
        if (!isSameOrigin(request)) {
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
    public boolean isOnThisMachine(Context request) {
        return loopback
                && header(request, "Host")
                        .map(Caller::hostOf)
                        .filter(Caller::isLoopback)
                        .isPresent();
    }

    /**
     * Behind a proxy on this machine or beside it, the address the proxy saw; its own word is the last. Of version 6 the
     * network: one person has more addresses there than could be counted.
     */
    public static String network(Context request) {
        String seen = seen(request);
        return literal(seen).map(Connections::network).orElse(seen);
    }

    /** The same one's whole address; empty where a proxy says no address. */
    public static Optional<InetAddress> address(Context request) {
        return literal(seen(request));
    }

    private static String seen(Context request) {
        String peer = request.req().getRemoteAddr();
        String seen = peer;
        if (literal(peer).filter(Connections::isNear).isPresent()) {
            String forwarded = header(request, "X-Forwarded-For").orElse(peer);
            seen = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return seen;
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

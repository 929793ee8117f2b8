package danvan.report.push;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Answers a server's question who is there: Digest (RFC 7616, MD5 and SHA-256, quality "auth") where it is offered, else
 * Basic (RFC 7617). A challenge is remembered, so that a submission is not sent twice only to be asked. Given to no
 * other host than the server's own.
 */
final class Credentials implements Authenticator, Interceptor {
    private static final String HEADER = "Authorization";

    private final String host;
    private final String user;
    private final String password;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Challenge last;

    Credentials(URI server, String user, String password) {
        this.host = server.getHost();
        this.user = user;
        this.password = password;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Challenge known = last;
        Request request = chain.request();
        boolean ours = request.url().host().equalsIgnoreCase(host);
        return chain.proceed(
                known == null || !ours || request.header(HEADER) != null
                        ? request
                        : answered(request, known).orElse(request));
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        Request request = response.request();
        List<Challenge> challenges = response.challenges();
        Optional<Challenge> offered = challenges.stream()
                .filter(challenge -> challenge.scheme().equalsIgnoreCase("Digest") && algorithm(challenge) != null)
                .findFirst()
                .or(() -> challenges.stream()
                        .filter(challenge -> challenge.scheme().equalsIgnoreCase("Basic"))
                        .findFirst());
        if (offered.isEmpty() || !request.url().host().equalsIgnoreCase(host)) {
            return null;
        }
        boolean stale = "true".equalsIgnoreCase(offered.get().authParams().get("stale"));
        Challenge before = last;
        boolean renewed =
                before == null || !before.authParams().equals(offered.get().authParams());
        boolean again = response.priorResponse() != null;
        if (request.header(HEADER) != null && (again || (!stale && !renewed))) {
            // It has heard us and says no.
            return null;
        }
        last = offered.get();
        return answered(request, offered.get()).orElse(null);
    }

    private Optional<Request> answered(Request request, Challenge challenge) {
        String header = challenge.scheme().equalsIgnoreCase("Basic")
                ? okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8)
                : digest(request, challenge);
        return Optional.of(request.newBuilder().header(HEADER, header).build());
    }

    private String digest(Request request, Challenge challenge) {
        String realm = param(challenge, "realm");
        String nonce = param(challenge, "nonce");
        String opaque = param(challenge, "opaque");
        String algorithm = param(challenge, "algorithm");
        String query = request.url().encodedQuery();
        String uri = request.url().encodedPath() + (query == null ? "" : "?" + query);
        boolean quality = Arrays.stream(param(challenge, "qop").split(",", -1))
                .map(String::strip)
                .anyMatch("auth"::equals);
        String ours = HexFormat.of().formatHex(random.generateSeed(8));
        String number = String.format(Locale.ROOT, "%08x", count.incrementAndGet());
        String secret = hash(challenge, user + ":" + realm + ":" + password);
        String asked = hash(challenge, request.method() + ":" + uri);
        String response = quality
                ? hash(challenge, secret + ":" + nonce + ":" + number + ":" + ours + ":auth:" + asked)
                : hash(challenge, secret + ":" + nonce + ":" + asked);
        StringBuilder header = new StringBuilder("Digest username=\"" + quoted(user) + "\", realm=\"" + quoted(realm)
                + "\", nonce=\"" + quoted(nonce) + "\", uri=\"" + uri + "\", response=\"" + response + '"');
        if (quality) {
            header.append(", qop=auth, nc=")
                    .append(number)
                    .append(", cnonce=\"")
                    .append(ours)
                    .append('"');
        }
        if (!algorithm.isEmpty()) {
            header.append(", algorithm=").append(algorithm);
        }
        if (!opaque.isEmpty()) {
            header.append(", opaque=\"").append(quoted(opaque)).append('"');
        }
        return header.toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String param(Challenge challenge, String name) {
        return challenge.authParams().getOrDefault(name, "");
    }

    private static @Nullable String algorithm(Challenge challenge) {
        return switch (param(challenge, "algorithm").toUpperCase(Locale.ROOT)) {
            case "", "MD5" -> "MD5";
            case "SHA-256" -> "SHA-256";
            default -> null;
        };
    }

    private static String hash(Challenge challenge, String text) {
        String algorithm = algorithm(challenge);
        try {
            byte[] hashed = MessageDigest.getInstance(algorithm == null ? "MD5" : algorithm)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hashed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5 and SHA-256", e);
        }
    }
}

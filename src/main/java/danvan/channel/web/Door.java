package danvan.channel.web;

import danvan.chat.Address;
import danvan.config.Config;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Who may come in, and from where a request may be made. Safe for use by several threads. */
final class Door implements Inside {
    private static final int LONGEST_TOKEN = 200;
    private static final int MOST_REMEMBERED = 50_000;
    /** So many of the threads are for those nobody knows yet. */
    static final int STRANGERS_AT_ONCE = Server.THREADS / 3;

    private final Links links;
    private final Caller caller;
    private final Misses misses = new Misses(System::nanoTime);
    /** Links that opened a chat before. Members share addresses on mobile networks: a guesser must not lock them out. */
    private final Set<String> openedBefore = ConcurrentHashMap.newKeySet();

    private final Semaphore strangers = new Semaphore(STRANGERS_AT_ONCE);

    Door(Config.Web config, Links links) {
        this.links = links;
        this.caller = new Caller(config);
    }

    /**
     * The secret part of a request's link, which may be an invitation's code.
     *
     * @throws Refusal where too many were tried, or it is none
     */
    String code(Context request) {
        String token = request.pathParam("token");
        if (!openedBefore.contains(token) && misses.tooMany(Caller.network(request))) {
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
    @Override
    public Address chat(Context request) {
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
        misses.add(Caller.network(request));
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

    @Override
    public void checkSameOrigin(Context request, String contentType) {
        caller.checkSameOrigin(request, contentType);
    }

    /** As {@link Caller#isOnThisMachine}. */
    boolean isOnThisMachine(Context request) {
        return caller.isOnThisMachine(request);
    }
}

package danvan.desk.links;

import danvan.channel.web.Caller;
import danvan.channel.web.Misses;
import danvan.chat.Person;
import danvan.desk.session.Access;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Lets in who has a link's token: by HTTP Basic authentication, as spreadsheets do it, with any name, or as a bearer. One
 * request of a link at a time, and not too many. Safe for use by several threads.
 */
final class LinkGate {
    /** Of one link, in a minute: a hundred pages of a large form, and as much again. */
    static final int MOST_A_MINUTE = 200;

    /** Phones and pages go on meanwhile. */
    private static final int AT_ONCE = 2;

    private static final long MINUTE = 60_000_000_000L;

    /** Who reads, and what. */
    record Reader(LiveLink link, Person person) {}

    /** Why nothing is served. */
    static final class Closed extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;
        private final int retrySeconds;

        Closed(int status, int retrySeconds, String message) {
            super(message);
            this.status = status;
            this.retrySeconds = retrySeconds;
        }

        int status() {
            return status;
        }

        /** 0 where it is of no use to come again. */
        int retrySeconds() {
            return retrySeconds;
        }
    }

    /** Reads while nobody else reads by the same link. */
    interface Work {
        void run(Reader reader) throws Closed;
    }

    private record Minute(long since, int requests) {}

    private final LiveLinks links;
    private final Organization organization;
    private final Predicate<Context> trusted;
    private final LongSupplier nanoTime;
    private final Misses misses;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final Map<Long, Minute> requests = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    LinkGate(LiveLinks links, Organization organization, Predicate<Context> trusted, LongSupplier nanoTime) {
        this.links = links;
        this.organization = organization;
        this.trusted = trusted;
        this.nanoTime = nanoTime;
        this.misses = new Misses(nanoTime);
    }

    void pass(Context request, Work work) throws Closed {
        Reader reader = reader(request);
        long id = reader.link().id();
        Minute minute = requests.merge(id, new Minute(nanoTime.getAsLong(), 1), LinkGate::counted);
        if (minute.requests() > MOST_A_MINUTE) {
            throw new Closed(429, 60, "too many requests by this link; come again in a minute");
        }
        if (!busy.add(id)) {
            throw new Closed(429, 5, "somebody reads by this link at the moment");
        }
        try {
            if (!places.tryAcquire()) {
                throw new Closed(503, 5, "others read at the moment");
            }
            try {
                work.run(reader);
            } finally {
                places.release();
            }
        } finally {
            busy.remove(id);
        }
    }

    private static Minute counted(Minute before, Minute now) {
        return now.since() - before.since() < MINUTE ? new Minute(before.since(), before.requests() + 1) : now;
    }

    private Reader reader(Context request) throws Closed {
        if (!trusted.test(request)) {
            throw new Closed(403, 0, "live links are served over https only");
        }
        String network = Caller.network(request);
        if (misses.tooMany(network)) {
            throw new Closed(429, 60, "too many wrong tokens from here");
        }
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            // Excel asks without a token first.
            throw new Closed(401, 0, "the link's token is needed as password");
        }
        String number = request.pathParam("link");
        Optional<LiveLink> link =
                number.matches("[0-9]{1,18}") ? links.opened(Long.parseLong(number), token.get()) : Optional.empty();
        // As the organization has the member now: who may not come to the desk any more has no link either.
        Optional<Person> person = link.flatMap(one -> organization.member(one.member()))
                .map(LinkGate::person)
                .filter(one -> Access.READ.allows(one.role()));
        if (link.isEmpty() || person.isEmpty()) {
            misses.add(network);
            throw new Closed(401, 0, "there is no such link, or it has ended");
        }
        return new Reader(link.get(), person.get());
    }

    private static Optional<String> token(Context request) {
        String header = Optional.ofNullable(request.header("Authorization")).orElse("");
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1)).filter(token -> !token.isEmpty());
        } catch (IllegalArgumentException e) {
            // Not what a client sends; as if nothing was sent.
            return Optional.empty();
        }
    }

    private static Person person(Member member) {
        return new Person(member.id(), member.name(), member.role(), member.unit(), Optional.of(member.language()));
    }
}

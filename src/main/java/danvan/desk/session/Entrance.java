package danvan.desk.session;

import danvan.channel.web.Caller;
import danvan.channel.web.Example;
import danvan.channel.web.Misses;
import danvan.chat.Person;
import danvan.config.AddressRange;
import danvan.config.Config;
import danvan.desk.page.Cookies;
import danvan.desk.page.Frame;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.storage.Database;
import danvan.storage.Tx;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The PC's side of the way in: shows a code and a number, waits, and opens the session. Safe for use by several threads. */
public final class Entrance {
    private static final String ADDRESS = "/desk";
    private static final int FOR_A_BROWSER = -1;
    private static final int LONGEST_NEXT = 1_000;
    /** The part of a page that asks for news by itself. */
    private static final String ITSELF = "arrived";

    /** Who is in. */
    record Inside(Person person, Sessions.Session session, String token) {}

    private final Database database;
    private final Sessions sessions;
    private final EntryCodes codes;
    private final Organization organization;
    private final Caller caller;
    private final Views views;
    private final AuditNote audit;
    private final Settings settings;
    private final Misses asked = new Misses(System::nanoTime);

    /**
     * What is set.
     *
     * @param examples members who come in with one click, in a rehearsal on this machine
     * @param exampleOf the member behind an example's link
     * @param clock the bot's
     */
    public record Settings(
            Config.Web web, List<Example> examples, Function<String, Optional<Person>> exampleOf, Clock clock) {
        public Settings {
            examples = List.copyOf(examples);
        }

        boolean isSecure() {
            return web.publicUrl()
                    .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                    .isPresent();
        }
    }

    public Entrance(
            Database database,
            Sessions sessions,
            EntryCodes codes,
            Organization organization,
            Caller caller,
            Views views,
            AuditNote audit,
            Settings settings) {
        this.database = database;
        this.sessions = sessions;
        this.codes = codes;
        this.organization = organization;
        this.caller = caller;
        this.views = views;
        this.audit = audit;
        this.settings = settings;
    }

    /** Adds the pages of who is not in yet. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.post("/desk/code", this::wants);
        javalin.routes.get("/desk/code", this::waits);
        javalin.routes.post("/desk/example", this::example);
    }

    /** Who is in, by the request's cookie and what the member is now. */
    Optional<Inside> inside(Context request) {
        @Nullable String token = request.cookie(cookie("desk"));
        if (token == null || token.length() > 100) {
            return Optional.empty();
        }
        Optional<Sessions.Session> session = sessions.find(token, !looksByItself(request));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> person = organization.member(session.get().member()).map(Entrance::person);
        if (person.isEmpty() || !Access.READ.allows(person.get().role())) {
            sessions.end(session.get());
            return Optional.empty();
        }
        return Optional.of(new Inside(person.get(), session.get(), token));
    }

    /** A page that nobody looks at any more must not keep its session open. */
    private static boolean looksByItself(Context request) {
        return request.path().endsWith("/chat/events")
                || request.path().endsWith("/chat/history")
                || ITSELF.equals(request.header("HX-Trigger"));
    }

    /** The page of who is not in; the page that was asked for opens afterwards. */
    void show(Context request) {
        Frame frame = views.frame(request);
        if (!isTrusted(request)) {
            views.refuse(request, frame, new Refused(403, "needsHttps"), "");
            return;
        }
        if (!request.path().equals(ADDRESS)) {
            String next = request.path()
                    + Optional.ofNullable(request.queryString())
                            .map("?"::concat)
                            .orElse("");
            if (next.length() <= LONGEST_NEXT) {
                request.cookie(Cookies.secret(cookie("desk-next"), next, settings.isSecure(), seconds()));
            }
        }
        request.status(401);
        views.show(request, frame, "entry", Map.of("examples", examples(request)));
    }

    /** The PC asks for a code. */
    private void wants(Context request) {
        Guard.checkOrigin(request, caller);
        checkTrusted(request);
        String network = Caller.network(request);
        if (asked.tooMany(network)) {
            throw new Refused(429, "slow");
        }
        asked.add(network);
        String code = Secret.code();
        String browser = Secret.token();
        Machine machine =
                Machine.of(Optional.ofNullable(request.header("User-Agent")).orElse(""), network);
        int unused = codes.add(code, browser, machine, "on".equals(request.formParam("own")));
        request.cookie(Cookies.secret(cookie("desk-way"), code + "." + browser, settings.isSecure(), seconds()));
        Views.redirect(request, views.frame(request).at("code"));
    }

    private void waits(Context request) {
        checkTrusted(request);
        String[] way = Optional.ofNullable(request.cookie(cookie("desk-way")))
                .orElse("")
                .split("\\.", 2);
        Optional<EntryCodes.Wanted> wanted = way.length == 2 ? codes.ofBrowser(way[0], way[1]) : Optional.empty();
        Frame frame = views.frame(request);
        if (wanted.isPresent() && wanted.get().state() == EntryCodes.State.CONFIRMED) {
            EntryCodes.Wanted good = wanted.get();
            open(
                    request,
                    good.member().orElseThrow(),
                    good.machine(),
                    good.own(),
                    tx -> EntryCodes.move(
                            tx, good, EntryCodes.State.USED, good.member().orElseThrow()));
            return;
        }
        String state = wanted.map(one -> one.state().name()).orElse("OVER");
        views.show(
                request,
                frame,
                "waiting",
                Map.of(
                        "code",
                        way.length == 2 && way[0].length() == 8
                                ? way[0].substring(0, 4) + "-" + way[0].substring(4)
                                : "",
                        "number",
                        wanted.map(EntryCodes.Wanted::number).orElse(0),
                        "waits",
                        state.equals("OPEN") || state.equals("ASKED"),
                        "state",
                        state));
    }

    private void example(Context request) {
        Guard.checkOrigin(request, caller);
        Person person = examples(request).stream()
                .filter(example -> example.token().equals(request.formParam("who")))
                .findFirst()
                .flatMap(example -> settings.exampleOf().apply(example.token()))
                .filter(one -> Access.READ.allows(one.role()))
                .orElseThrow(Refused::notFound);
        Machine machine =
                Machine.of(Optional.ofNullable(request.header("User-Agent")).orElse(""), Caller.network(request));
        open(request, person.id(), machine, false, tx -> {});
    }

    private void open(
            Context request, long member, Machine machine, boolean own, java.util.function.Consumer<Tx> spending) {
        String token = Secret.token();
        database.change(tx -> {
            spending.accept(tx);
            sessions.open(tx, token, member, machine, own);
            audit.note(
                    tx, settings.clock().instant(), member, "desk opened", machine.name() + " · " + machine.network());
        });
        request.cookie(Cookies.secret(cookie("desk"), token, settings.isSecure(), FOR_A_BROWSER));
        request.cookie(Cookies.secret(cookie("desk-way"), "", settings.isSecure(), 0));
        String next = Optional.ofNullable(request.cookie(cookie("desk-next"))).orElse("");
        request.cookie(Cookies.secret(cookie("desk-next"), "", settings.isSecure(), 0));
        Frame frame = views.frame(request);
        boolean ours = next.matches("/desk(?:/[A-Za-z0-9_./-]*+)?+(?:\\?[^\\s\"<>\\\\]*+)?+") && !next.contains("//");
        Views.redirect(request, frame.base() + (ours ? next.substring(1) : "desk"));
    }

    /** Ends a session, and the cookie with it. */
    public void leave(Context request, Visitor visitor) {
        database.change(tx -> {
            if (Sessions.end(tx, visitor.person().id(), visitor.session().id())) {
                audit.note(tx, visitor.now(), visitor.person().id(), "desk closed", "");
            }
        });
        request.cookie(Cookies.secret(cookie("desk"), "", settings.isSecure(), 0));
        // Going back afterwards shows nothing.
        request.header("Clear-Site-Data", "\"cache\"");
        Views.redirect(request, visitor.frame().at(""));
    }

    /** What is over by its age is deleted, and said how many. */
    public int forget(Clock realTime) {
        return codes.forget(realTime.instant().minus(Sessions.LONGEST)) + sessions.forget(realTime.instant());
    }

    private void checkTrusted(Context request) {
        if (!isTrusted(request)) {
            throw new Refused(403, "needsHttps");
        }
    }

    /** Refuses who asks from a network from which the desk may not be opened. */
    public void checkPlace(Context request) {
        List<AddressRange> allowed = settings.web().deskFrom();
        if (!allowed.isEmpty()
                && Caller.address(request)
                        .filter(address -> allowed.stream().anyMatch(range -> range.contains(address)))
                        .isEmpty()) {
            throw new Refused(403, "elsewhere");
        }
    }

    /** Over HTTPS, or where only this machine sees it: else the cookie could be read on the way. */
    public boolean isTrusted(Context request) {
        return settings.isSecure() || caller.isOnThisMachine(request);
    }

    private List<Example> examples(Context request) {
        return caller.isOnThisMachine(request)
                ? settings.examples().stream()
                        .filter(example -> settings.exampleOf()
                                .apply(example.token())
                                .filter(person -> Access.READ.allows(person.role()))
                                .isPresent())
                        .toList()
                : List.of();
    }

    private String cookie(String name) {
        return settings.isSecure() ? "__Host-" + name : name;
    }

    private static int seconds() {
        return (int) EntryCodes.VALID.toSeconds();
    }

    private static Person person(Member member) {
        return new Person(member.id(), member.name(), member.role(), member.unit(), Optional.of(member.language()));
    }
}

package danvan.desk.links;

import danvan.channel.web.Caller;
import danvan.chat.Person;
import danvan.desk.page.Csv;
import danvan.desk.port.LiveRows;
import danvan.desk.port.ReportFilter;
import danvan.organization.directory.Organization;
import danvan.storage.DatabaseAway;
import danvan.text.Language;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the reports of live links: as CSV at {@code data.csv}, and as OData below {@code odata/}. A page at a time is read
 * and held, whatever the length of the answer.
 */
public final class LinkFeed {
    private static final Logger LOG = LoggerFactory.getLogger(LinkFeed.class);
    private static final int PAGE = 1_000;

    private static final ODataQuery ALL = new ODataQuery(
            Optional.empty(),
            0,
            0,
            false,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final LinkGate gate;
    private final LiveLinks links;
    private final LiveRows rows;
    private final ToLongBiFunction<Person, ReportFilter> count;
    private final Organization organization;
    private final Places places;

    /**
     * Where and when the feed is.
     *
     * @param clock the bot's
     */
    public record Places(Caller caller, ZoneId zone, Clock clock) {}

    /**
     * The feed.
     *
     * @param trusted whether nobody can read a request's token on its way
     * @param count how many reports of a filter a person may see
     */
    public LinkFeed(
            LiveLinks links,
            LiveRows rows,
            ToLongBiFunction<Person, ReportFilter> count,
            Organization organization,
            Predicate<Context> trusted,
            Places places) {
        this.links = links;
        this.rows = rows;
        this.count = count;
        this.organization = organization;
        this.places = places;
        this.gate = new LinkGate(links, organization, trusted, System::nanoTime);
    }

    /** Adds the addresses: no cookie opens them, and nothing is changed there. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.get("/desk/live/{link}/data.csv", request -> serve(request, reader -> csv(request, reader)));
        javalin.routes.get("/desk/live/{link}/odata", request -> serve(request, reader -> odata(request, reader, "")));
        javalin.routes.get("/desk/live/{link}/odata/", request -> serve(request, reader -> odata(request, reader, "")));
        javalin.routes.get(
                "/desk/live/{link}/odata/{what}",
                request -> serve(request, reader -> odata(request, reader, request.pathParam("what"))));
    }

    private void serve(Context request, LinkGate.Work work) {
        request.header("OData-Version", "4.0");
        try {
            gate.pass(request, reader -> {
                links.used(reader.link(), places.clock().instant());
                work.run(reader);
            });
        } catch (LinkGate.Closed e) {
            if (e.status() == 401) {
                request.header("WWW-Authenticate", "Basic realm=\"Dan Van Bot\", charset=\"UTF-8\"");
            }
            if (e.retrySeconds() > 0) {
                request.header("Retry-After", Integer.toString(e.retrySeconds()));
            }
            request.status(e.status())
                    .contentType(OData.JSON)
                    .result(OData.problem(e.status(), String.valueOf(e.getMessage())));
        }
    }

    private void odata(Context request, LinkGate.Reader reader, String what) {
        String root =
                places.caller().root(request) + "desk/live/" + reader.link().id() + "/odata/";
        LinkFields fields = fields(reader);
        try {
            switch (what) {
                case "" -> request.contentType(OData.JSON).result(OData.service(root));
                case "$metadata" -> request.contentType(OData.XML).result(OData.metadata(fields));
                case OData.SET -> request.contentType(OData.JSON).result(page(request, reader, fields, root));
                default -> throw new ODataQuery.NotServed(404, "there is " + OData.SET + " and $metadata");
            }
        } catch (ODataQuery.NotServed e) {
            request.status(e.status())
                    .contentType(OData.JSON)
                    .result(OData.problem(e.status(), String.valueOf(e.getMessage())));
        }
    }

    private String page(Context request, LinkGate.Reader reader, LinkFields fields, String root)
            throws ODataQuery.NotServed {
        Map<String, List<String>> options = new TreeMap<>(request.queryParamMap());
        Set<String> names = fields.all().stream().map(LinkFields.Field::name).collect(Collectors.toSet());
        ODataQuery query = ODataQuery.read(options, names, places.zone());
        ReportFilter filter = filter(reader.link(), query);
        int most = (int) Math.min(PAGE, query.top().orElse((long) PAGE));
        List<LiveRows.Line> lines = most == 0
                ? List.of()
                : rows.lines(
                        reader.person(),
                        language(reader),
                        filter,
                        reader.link().labels(),
                        query.after(),
                        query.skip(),
                        most);
        long left = query.top().map(top -> top - lines.size()).orElse(Long.MAX_VALUE);
        Optional<String> next = lines.size() == PAGE && left > 0
                ? Optional.of(root + OData.SET + "?"
                        + next(options, lines.get(PAGE - 1).key(), query.top().isPresent(), left))
                : Optional.empty();
        return OData.page(
                root,
                fields,
                lines.stream().map(fields::values).toList(),
                query.select(),
                query.count() ? OptionalLong.of(count.applyAsLong(reader.person(), filter)) : OptionalLong.empty(),
                next);
    }

    /** The same question, about what comes behind. */
    private static String next(Map<String, List<String>> options, long after, boolean limited, long left) {
        Map<String, List<String>> next = new TreeMap<>(options);
        next.remove("$skip");
        next.put("$skiptoken", List.of(Long.toString(after)));
        if (limited) {
            next.put("$top", List.of(Long.toString(left)));
        }
        return next.entrySet().stream()
                .map(option -> encoded(option.getKey()) + "="
                        + encoded(option.getValue().get(0)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%24", "$");
    }

    /** All rows as one file; {@code after} and {@code top} take a part of it. */
    private void csv(Context request, LinkGate.Reader reader) throws LinkGate.Closed {
        LinkFields fields = fields(reader);
        request.contentType(Csv.MEDIA_TYPE);
        request.header("Content-Disposition", "attachment; filename=\"bao-cao.csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(request.outputStream(), StandardCharsets.UTF_8), 1 << 15)) {
            Csv csv = new Csv(out);
            rows(
                    csv,
                    reader,
                    fields,
                    number(request, "after").orElse(0L),
                    number(request, "top").orElse(Long.MAX_VALUE));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("who read a live link has gone away: {}", e.toString());
        }
    }

    private void rows(Csv csv, LinkGate.Reader reader, LinkFields fields, long first, long most) {
        long after = first;
        long top = most;
        ReportFilter filter = filter(reader.link(), ALL);
        try {
            csv.line(fields.all().stream()
                    .map(field -> reader.link().labels() ? field.label() : field.name())
                    .toList());
            while (top > 0) {
                List<LiveRows.Line> lines = rows.lines(
                        reader.person(), language(reader), filter, reader.link().labels(), after, 0, (int)
                                Math.min(PAGE, top));
                lines.forEach(line -> csv.line(fields.values(line).stream()
                        .map(value -> value.map(Object::toString).orElse(""))
                        .toList()));
                if (lines.size() < PAGE) {
                    break;
                }
                after = lines.get(PAGE - 1).key();
                top -= lines.size();
            }
        } catch (DatabaseAway e) {
            // Half a file must not look like a whole one.
            csv.line(List.of("INCOMPLETE", "KHÔNG ĐẦY ĐỦ"));
            LOG.warn(
                    "live link {}: the database went away while its rows were read; the file says so",
                    reader.link().id());
        }
    }

    private static Optional<Long> number(Context request, String name) throws LinkGate.Closed {
        Optional<String> typed = Optional.ofNullable(request.queryParam(name));
        if (typed.filter(text -> !text.matches("[0-9]{1,18}")).isPresent()) {
            throw new LinkGate.Closed(400, 0, name + " is a number");
        }
        return typed.map(Long::valueOf);
    }

    private LinkFields fields(LinkGate.Reader reader) {
        return new LinkFields(rows.fields(reader.link().form(), language(reader)), places.zone());
    }

    private static Language language(LinkGate.Reader reader) {
        return reader.person().language().orElse(Language.VI);
    }

    /** Within the link's own unit; withdrawn reports are none. */
    private ReportFilter filter(LiveLink link, ODataQuery query) {
        Optional<String> own = Optional.of(link.unit()).filter(unit -> !unit.isEmpty());
        Optional<String> unit = query.unit()
                .map(wanted ->
                        own.map(within -> organization.codesWithin(within).contains(wanted))
                                        .orElse(true)
                                ? wanted
                                // No unit has no code.
                                : "")
                .or(() -> own);
        return new ReportFilter(
                query.state()
                        .map(ReportFilter.State::valueOf)
                        .map(Set::of)
                        .orElse(Set.of(
                                ReportFilter.State.RECEIVED,
                                ReportFilter.State.IN_REVIEW,
                                ReportFilter.State.RESOLVED,
                                ReportFilter.State.RETURNED)),
                Optional.of(link.form()),
                Optional.empty(),
                query.period(),
                query.from(),
                query.to(),
                unit,
                query.unit().isEmpty(),
                Optional.empty(),
                ReportFilter.Assigned.ANYBODY,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                "",
                false);
    }
}

package danvan.desk.audit;

import danvan.desk.page.Csv;
import danvan.desk.page.Frame;
import danvan.desk.page.Query;
import danvan.desk.page.Views;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.AuditNote;
import danvan.storage.Database;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The audit: filtered, a page at a time, and as a file. */
public final class AuditPage {
    private static final int PAGE = 100;
    private static final int MOST_IN_A_FILE = 20_000;

    private final AuditLedger ledger;
    private final Database database;
    private final AuditNote audit;
    private final Views views;

    public AuditPage(AuditLedger ledger, Database database, AuditNote audit, Views views) {
        this.ledger = ledger;
        this.database = database;
        this.audit = audit;
        this.views = views;
    }

    /** The page's model; pages count from 1. */
    public record Model(
            Query query,
            List<AuditLedger.Entry> entries,
            List<AuditLedger.Actor> actors,
            List<String> actions,
            long total,
            long page,
            long pages) {
        public String at(long number) {
            return query.with("page", number <= 1 ? "" : Long.toString(number)).written();
        }
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/audit", Access.READ_ALL, this::show);
        guard.post(javalin, "/desk/audit/file", Access.READ_ALL, this::file);
    }

    private void show(Context request, Visitor visitor) {
        Query query = Query.read(Optional.ofNullable(request.queryString()).orElse(""));
        AuditLedger.Wanted wanted = wanted(query, visitor.frame().zone());
        long total = ledger.count(wanted);
        long pages = Math.max(1, (total + PAGE - 1) / PAGE);
        long page = Math.min(pages, Math.max(1, query.number("page").orElse(1L)));
        views.show(
                request,
                visitor.frame(),
                "audit",
                Map.of(
                        "m",
                        new Model(
                                query.without("page"),
                                ledger.entries(wanted, PAGE, (page - 1) * PAGE),
                                ledger.actors(),
                                ledger.actions(),
                                total,
                                page,
                                pages)));
    }

    /** The entries of the filter as a workbook or as CSV; that they left is an entry too. */
    private void file(Context request, Visitor visitor) {
        Frame frame = visitor.frame();
        Query query = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        database.change(tx -> audit.note(tx, visitor.now(), visitor.person().id(), "audit exported", query.toString()));
        List<AuditLedger.Entry> entries = ledger.entries(wanted(query, frame.zone()), MOST_IN_A_FILE, 0);
        if ("xlsx".equals(request.formParam("as"))) {
            request.header("Content-Disposition", "attachment; filename=\"nhat-ky.xlsx\"");
            request.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .result(AuditSheet.of(entries, frame));
            return;
        }
        StringBuilder text = new StringBuilder();
        Csv csv = new Csv(text);
        csv.line(
                List.of(frame.t("audit.at"), frame.t("audit.actor"), frame.t("audit.action"), frame.t("audit.detail")));
        entries.forEach(entry -> csv.line(
                List.of(frame.machineTime(entry.at()), entry.actor(), frame.action(entry.action()), entry.detail())));
        request.header("Content-Disposition", "attachment; filename=\"nhat-ky.csv\"");
        request.contentType(Csv.MEDIA_TYPE).result(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static AuditLedger.Wanted wanted(Query query, ZoneId zone) {
        return new AuditLedger.Wanted(
                query.number("actor"),
                Optional.of(query.value("action")).filter(action -> !action.isEmpty()),
                day(query.value("from")).map(day -> start(day, zone)),
                day(query.value("to")).map(day -> start(day.plusDays(1), zone)),
                Optional.of(query.value("q").strip()).filter(words -> !words.isEmpty()));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            // A browser's own field sends nothing else; as if nothing was chosen.
            return Optional.empty();
        }
    }
}

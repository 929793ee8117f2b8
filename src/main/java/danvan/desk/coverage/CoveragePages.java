package danvan.desk.coverage;

import danvan.chat.Outgoing;
import danvan.conversation.PageTurns;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.page.Frame;
import danvan.desk.page.PeriodCode;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.UnitNames;
import danvan.desk.page.Views;
import danvan.desk.port.Beginnings;
import danvan.desk.port.ReportShelf;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.text.Language;
import danvan.text.Texts;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Coverage at the desk: the table, who is missing, and a reminder to all of them at once. */
public final class CoveragePages {
    private static final int PERIODS = 6;
    private static final int MOST_PERIODS = 12;
    /** The same to the same people within it is asked about first. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final String REMINDED = "reminded";

    private final CoverageService service;
    private final ReportShelf reports;
    private final Organization organization;
    private final Beginnings beginnings;
    private final PageTurns turns;
    private final Texts texts;
    private final Journal journal;
    private final Views views;

    /**
     * Where reminders are written down.
     *
     * @param last when the last one was, whose detail begins so
     */
    public record Journal(AuditNote audit, Function<String, Optional<Instant>> last) {}

    public CoveragePages(
            CoverageService service,
            ReportShelf reports,
            Organization organization,
            Beginnings beginnings,
            PageTurns turns,
            Texts texts,
            Journal journal,
            Views views) {
        this.service = service;
        this.reports = reports;
        this.organization = organization;
        this.beginnings = beginnings;
        this.turns = turns;
        this.texts = texts;
        this.journal = journal;
        this.views = views;
    }

    /** The table, as its template shows it. */
    public record Model(
            Query query,
            String form,
            List<ReportShelf.FormTitle> forms,
            List<UnitRef> units,
            boolean unknownUnit,
            int periods,
            CoverageTable table) {
        /** Where the reports of a unit and a period are. */
        public String reportsOf(UnitRef unit, CoverageTable.Period period) {
            return new Query(Map.of())
                    .with("form", form)
                    .with("unit", UnitNames.written(unit))
                    .with("exact", "on")
                    .with("period", period.code())
                    .written();
        }

        public String missingOf(CoverageTable.Period period) {
            return query.with("form", form).with("period", period.code()).written();
        }
    }

    /** Who is missing, as the template shows it. */
    public record Missing(
            Query query,
            String form,
            String title,
            String period,
            List<UnitRef> units,
            List<CoverageService.Owing> owing,
            String preview,
            Optional<Instant> reminded) {
        /** What the form carries, so that nobody reminds a second time without having been told. */
        public String again() {
            return reminded.map(at -> Long.toString(at.toEpochMilli())).orElse("");
        }

        public long reachable() {
            return owing.stream().filter(one -> one.member().reachable()).count();
        }
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/coverage", Access.READ, this::show);
        guard.get(javalin, "/desk/coverage/file", Access.READ, this::file);
        guard.get(javalin, "/desk/coverage/missing", Access.READ, this::missing);
        guard.post(javalin, "/desk/coverage/remind", Access.ACT, this::remind);
    }

    private void show(Context request, Visitor visitor) {
        views.show(request, visitor.frame(), "coverage", Map.of("m", model(query(request), visitor)));
    }

    private static Query query(Context request) {
        return Query.read(Optional.ofNullable(request.queryString()).orElse(""));
    }

    Model model(Query query, Visitor visitor) {
        Language language = visitor.frame().words().language();
        List<ReportShelf.FormTitle> forms = forms(language);
        String form = forms.stream()
                .map(ReportShelf.FormTitle::id)
                .filter(query.value("form")::equals)
                .findFirst()
                .orElseGet(() -> forms.isEmpty() ? "" : forms.get(0).id());
        CoverageService.Asked asked = asked(query, visitor, form);
        return new Model(
                query,
                form,
                forms,
                UnitNames.around(organization, visitor.person().unit()).units(),
                query.has("unit") && asked.unit().filter(String::isEmpty).isPresent(),
                asked.periods(),
                form.isEmpty()
                        ? new CoverageTable(List.of(), List.of())
                        : service.table(visitor.person(), language, visitor.now(), asked));
    }

    /** Forms that a task asks for stand first. */
    private List<ReportShelf.FormTitle> forms(Language language) {
        Map<String, ReportShelf.FormTitle> all = new LinkedHashMap<>();
        List<ReportShelf.FormTitle> known = reports.forms(language);
        service.forms()
                .forEach(id -> all.put(
                        id,
                        known.stream()
                                .filter(form -> form.id().equals(id))
                                .findFirst()
                                .orElseGet(() -> new ReportShelf.FormTitle(id, reports.title(id, language)))));
        known.forEach(form -> all.putIfAbsent(form.id(), form));
        return List.copyOf(all.values());
    }

    private CoverageService.Asked asked(Query query, Visitor visitor, String form) {
        Optional<String> unit = query.has("unit")
                // What is not understood finds nothing.
                ? Optional.of(UnitNames.around(organization, visitor.person().unit())
                        .meant(query.value("unit"))
                        .map(UnitRef::code)
                        .orElse(""))
                : Optional.empty();
        return new CoverageService.Asked(
                form,
                unit,
                (int) Math.max(1, Math.min(MOST_PERIODS, query.number("periods").orElse((long) PERIODS))),
                query.value("order").equals("name") ? CoverageTable.Order.NAME : CoverageTable.Order.WORST);
    }

    private void file(Context request, Visitor visitor) {
        Frame frame = visitor.frame();
        Model model = model(query(request), visitor);
        String title = reports.title(model.form(), frame.words().language());
        CoverageFiles.send(request, model.query().value("as"), model.table(), title, frame, visitor.now());
    }

    private void missing(Context request, Visitor visitor) {
        Missing missing = missing(query(request), visitor);
        views.show(request, visitor.frame(), "missing", Map.of("m", missing));
    }

    private Missing missing(Query query, Visitor visitor) {
        Language language = visitor.frame().words().language();
        Model model = model(query, visitor);
        String period = query.value("period");
        CoverageService.Asked asked = asked(query, visitor, model.form());
        List<UnitRef> units = service.missing(visitor.person(), language, visitor.now(), asked, period);
        String title = reports.title(model.form(), language);
        return new Missing(
                query,
                model.form(),
                title,
                period,
                units,
                service.owing(model.form(), language, units),
                texts.in(language)
                        .plain(
                                "desk.coverage.reminder",
                                "form",
                                title,
                                "period",
                                PeriodCode.shown(period),
                                "name",
                                visitor.person().name()),
                journal.last()
                        .apply(detail(model.form(), period))
                        .filter(at -> visitor.now().isBefore(at.plus(AN_HOUR))));
    }

    /** How the audit names a reminder; what follows says to how many. */
    private static String detail(String form, String period) {
        return form + " " + period + ": ";
    }

    private void remind(Context request, Visitor visitor) {
        Query query = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        Missing missing = missing(query, visitor);
        String count = Optional.ofNullable(request.formParam("count")).orElse("");
        String again = Optional.ofNullable(request.formParam("again")).orElse("");
        if (!count.equals(Long.toString(missing.reachable())) || !again.equals(missing.again())) {
            // Somebody has sent it, or has reminded them, meanwhile: that is shown first.
            request.status(409);
            views.show(request, visitor.frame(), "missing", Map.of("m", missing));
            return;
        }
        if (missing.reachable() == 0) {
            throw Refused.notFound();
        }
        String said = turns.said(visitor.person(), turn -> reminded(turn, missing));
        Views.leadOn(
                request, visitor.frame(), "coverage" + query.without("period").written(), said);
    }

    private Reply reminded(Turn turn, Missing missing) {
        Reply reply = Reply.say(turn.say("desk.coverage.reminded", "count", missing.reachable()));
        for (CoverageService.Owing one : missing.owing()) {
            Member member = one.member();
            if (member.reachable()) {
                String text = texts.in(member.language())
                        .say(
                                "desk.coverage.reminder",
                                "form",
                                reports.title(missing.form(), member.language()),
                                "period",
                                PeriodCode.shown(missing.period()),
                                "name",
                                turn.person().name());
                reply = reply.andTell(
                        member.address(),
                        Outgoing.message(
                                text,
                                beginnings.of(missing.form(), member.language()).stream()
                                        .map(List::of)
                                        .toList()));
            }
        }
        return reply.andDo(tx -> journal.audit()
                .note(
                        tx,
                        turn.now(),
                        turn.person().id(),
                        REMINDED,
                        detail(missing.form(), missing.period())
                                + missing.units().size() + " / " + missing.reachable()));
    }
}

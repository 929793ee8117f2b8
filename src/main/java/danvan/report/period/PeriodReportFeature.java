package danvan.report.period;

import danvan.report.Period;
import danvan.report.export.AuditLog;
import danvan.report.export.ExportJob;
import danvan.report.export.FileOrders;
import danvan.report.export.UnitTree;
import danvan.report.store.ReportPages;
import danvan.report.store.Unsealing;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * {@code /periodreport}: the period's report of the own unit as a Word file, from the office's own template or from one
 * of the two to start with. The office sends its template as a file.
 */
public final class PeriodReportFeature implements Feature {
    private static final String NAME = "periodreport";
    /** What the starters are called, and how a file is known as a template. */
    private static final String TEMPLATE = "mau-bao-cao";

    private static final List<String> LAYOUTS = List.of("own", "state", "party");

    private final Supplier<Forms> forms;
    private final ReportPages reports;
    private final Files files;
    private final Downloads downloads;
    private final FileOrders ordering;
    private final UnitTree area;
    private final OfficeTemplates templates;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * The feature; its jobs are made known to {@code jobs}.
     *
     * @param clock real time: how long a file is kept
     */
    public PeriodReportFeature(
            Supplier<Forms> forms,
            Database database,
            Files files,
            Downloads downloads,
            Jobs jobs,
            UnitTree area,
            AuditLog journal,
            Texts texts,
            ZoneId zone,
            Clock clock,
            Unsealing unsealing) {
        this.forms = forms;
        this.reports = new ReportPages(database, zone, unsealing);
        this.files = files;
        this.downloads = downloads;
        this.ordering = new FileOrders(NAME, jobs, journal, zone);
        this.area = area;
        this.templates = new OfficeTemplates(database, files, area);
        this.zone = zone;
        this.clock = clock;
        jobs.does(NAME, new PeriodReportJob(forms, reports, area, files, templates, texts, zone, clock));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(NAME, List.of("baocaoky", "donemraporu"), "out.helpPeriod", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return ordering.unknown(turn, rest)
                .orElseGet(() -> Period.of(rest)
                        .map(period -> Reply.say(turn.say("out.period.layout"), layouts(turn, period.code())))
                        .orElseGet(() -> Reply.say(turn.say("out.period.which"), ordering.periods(turn, "p"))));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = Arrays.copyOf((action + "::").split(":", -1), 3);
        Optional<Period> period = Period.of(parts[1]);
        if (turn.person().role().atLeast(Role.LEAD)) {
            if (parts[0].equals("p") && period.isPresent()) {
                return Reply.nothing()
                        .andRewrite(
                                turn,
                                turn.say("out.period.layout"),
                                layouts(turn, period.get().code()));
            }
            if (parts[0].equals("g") && period.isPresent() && LAYOUTS.contains(parts[2])) {
                return ordered(turn, period.get(), parts[2]);
            }
            if (parts[0].equals("t") && LAYOUTS.contains(parts[1])) {
                return starter(turn, parts[1].equals("party"));
            }
        }
        return FileOrders.old(turn);
    }

    private List<List<Button>> layouts(Turn turn, String period) {
        List<List<Button>> rows = new ArrayList<>();
        templates
                .of(turn.person().unit())
                .ifPresent(own -> rows.add(List.of(new Button(
                        turn.plain("out.period.own", "unit", area.nameOf(own.unit())),
                        NAME + ":g:" + period + ":own"))));
        rows.add(List.of(new Button(turn.plain("out.period.state"), NAME + ":g:" + period + ":state")));
        rows.add(List.of(new Button(turn.plain("out.period.party"), NAME + ":g:" + period + ":party")));
        if (turn.person().role().atLeast(Role.OFFICE)) {
            rows.add(List.of(new Button(turn.plain("out.period.editState"), NAME + ":t:state")));
            rows.add(List.of(new Button(turn.plain("out.period.editParty"), NAME + ":t:party")));
        }
        return rows;
    }

    private Reply ordered(Turn turn, Period period, String layout) {
        PeriodReportJob.Order order = new PeriodReportJob.Order(
                period.code(),
                turn.person().unit(),
                layout,
                ordering.today(turn).toString(),
                turn.language().code());
        return ordering.ordered(turn, "out.period.making", order, order.period() + " " + order.unit() + " " + layout);
    }

    private Reply starter(Turn turn, boolean party) {
        try {
            StoredFile stored = files.store(new ByteArrayInputStream(StarterTemplate.of(party)), ExportJob.MOST_BYTES);
            return Reply.nothing()
                    .and(new Outgoing.File(
                            stored.id(),
                            TEMPLATE + (party ? "-dang.docx" : ".docx"),
                            PeriodReportJob.DOCX,
                            turn.say("out.period.template"),
                            List.of()))
                    .andDo(tx -> files.keep(
                            tx, stored.id(), Optional.of(clock.instant().plus(Duration.ofDays(7)))));
        } catch (IOException | FileTooLarge e) {
            throw new IllegalStateException("storing the starter template", e);
        }
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean meant = name.startsWith(TEMPLATE) || file.caption().strip().startsWith("/" + NAME);
        return meant && turn.person().role().atLeast(Role.OFFICE) ? Optional.of(taken(turn, file)) : Optional.empty();
    }

    private Reply taken(Turn turn, Incoming.File file) {
        StoredFile stored;
        try {
            stored = downloads.fetch(turn.address(), file);
        } catch (FileTooLarge e) {
            return Reply.say(turn.say("out.period.templateBad"));
        } catch (IOException e) {
            return Reply.say(turn.say("out.period.templateLater"));
        }
        String unit = turn.person().unit();
        Set<String> unknown;
        try (InputStream content = files.open(stored.id())) {
            // Filled once on trial, with this month's figures.
            Period month = Period.around(ordering.today(turn), Period.Kind.MONTH);
            PeriodFigures figures = PeriodFigures.of(reports, forms.get(), area, unit, month, "vi", zone);
            unknown = DocxTemplate.fill(
                    content,
                    TemplateValues.of(figures, area, unit, month, ordering.today(turn)),
                    OutputStream.nullOutputStream());
        } catch (IOException e) {
            return Reply.say(turn.say("out.period.templateBad"));
        }
        String said = turn.say("out.period.templateTaken", "name", file.name(), "unit", area.nameOf(unit));
        return Reply.say(
                        unknown.isEmpty()
                                ? said
                                : said + "\n" + turn.say("out.period.unknown", "names", listed(unknown)))
                .andDo(tx -> templates.put(
                        tx, unit, stored.id(), file.name(), turn.person().id(), turn.now()));
    }

    /** Names of placeholders for a message. */
    static String listed(Set<String> names) {
        return names.stream().limit(10).map(name -> "{{" + name + "}}").collect(Collectors.joining(", "))
                + (names.size() > 10 ? " …" : "");
    }
}

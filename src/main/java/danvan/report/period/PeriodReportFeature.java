package danvan.report.period;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Organization;
import danvan.report.Period;
import danvan.report.ReportForms;
import danvan.report.export.ExportJob;
import danvan.report.export.FileOrders;
import danvan.report.store.ReportStore;
import danvan.report.store.TemplateTable;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code /periodreport}: the period report of the member's unit as a Word file, from the office's own template or from one
 * of the two to start with. The office sends its template as a file.
 */
public final class PeriodReportFeature implements Feature {
    /** What the starters are called, and how a file is known as a template. */
    private static final String TEMPLATE = "mau-bao-cao";

    private final ReportForms forms;
    private final ReportStore store;
    private final Files files;
    private final Downloads downloads;
    private final FileOrders orders;
    private final Organization organization;
    private final Issuers issuers;
    private final OfficeTemplates templates;
    private final Clock clock;

    /**
     * The feature; its jobs are made known to the jobs of {@code orders}.
     *
     * @param clock real time: how long a file is kept
     */
    public PeriodReportFeature(
            ReportForms forms,
            ReportStore store,
            Files files,
            Downloads downloads,
            FileOrders orders,
            Issuers issuers,
            Texts texts,
            Clock clock) {
        this.forms = forms;
        this.store = store;
        this.files = files;
        this.downloads = downloads;
        this.orders = orders;
        this.organization = issuers.organization();
        this.issuers = issuers;
        this.templates = new OfficeTemplates(store.templates(), organization);
        this.clock = clock;
        orders.jobs()
                .does(
                        PeriodAction.FEATURE,
                        new PeriodReportJob(forms, store.pages(), issuers, files, templates, texts, clock));
    }

    @Override
    public String name() {
        return PeriodAction.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(PeriodAction.FEATURE, List.of("baocaoky", "donemraporu"), "out.helpPeriod", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return orders.unknown(turn, rest)
                .orElseGet(() -> Period.of(rest)
                        .map(period -> Reply.say(turn.say("out.period.layout"), layouts(turn, period)))
                        .orElseGet(() ->
                                Reply.say(turn.say("out.period.which"), orders.periods(turn, PeriodAction::choosing))));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return PeriodAction.Tap.read(action)
                .filter(tap -> turn.person().role().atLeast(Role.LEAD))
                .flatMap(tap -> tapped(turn, tap))
                .orElseGet(() -> FileOrders.old(turn));
    }

    private Optional<Reply> tapped(Turn turn, PeriodAction.Tap tap) {
        return switch (tap.what()) {
            case CHOOSE_LAYOUT ->
                tap.period()
                        .map(period ->
                                Reply.nothing().andRewrite(turn, turn.say("out.period.layout"), layouts(turn, period)));
            case ORDER -> tap.period().flatMap(period -> tap.layout().map(layout -> ordered(turn, period, layout)));
            case TAKE_TEMPLATE -> tap.layout().map(layout -> starter(turn, layout == PeriodAction.Layout.PARTY));
        };
    }

    private List<List<Button>> layouts(Turn turn, Period period) {
        List<List<Button>> rows = new ArrayList<>();
        templates
                .of(turn.person().unit())
                .ifPresent(own -> rows.add(List.of(PeriodAction.ordering(
                        turn.plain("out.period.own", "unit", organization.nameOf(own.unit())),
                        period,
                        PeriodAction.Layout.OWN))));
        rows.add(List.of(PeriodAction.ordering(turn.plain("out.period.state"), period, PeriodAction.Layout.STATE)));
        rows.add(List.of(PeriodAction.ordering(turn.plain("out.period.party"), period, PeriodAction.Layout.PARTY)));
        if (turn.person().role().atLeast(Role.OFFICE)) {
            rows.add(List.of(PeriodAction.template(turn.plain("out.period.editState"), PeriodAction.Layout.STATE)));
            rows.add(List.of(PeriodAction.template(turn.plain("out.period.editParty"), PeriodAction.Layout.PARTY)));
        }
        return rows;
    }

    private Reply ordered(Turn turn, Period period, PeriodAction.Layout layout) {
        PeriodReportJob.Order order = new PeriodReportJob.Order(
                period.code(),
                turn.person().unit(),
                layout.code(),
                orders.today(turn).toString(),
                turn.language().code());
        return orders.ordered(
                turn,
                PeriodAction.FEATURE,
                "out.period.making",
                order,
                order.period() + " " + order.unit() + " " + layout.code());
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
                            tx, stored.id(), Optional.of(clock.instant().plus(ExportJob.KEPT))));
        } catch (IOException | FileTooLarge e) {
            throw new IllegalStateException("storing the starter template", e);
        }
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean meant = name.startsWith(TEMPLATE) || file.caption().strip().startsWith("/" + PeriodAction.FEATURE);
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
            Period month = Period.around(orders.today(turn), Period.Kind.MONTH);
            PeriodFigures figures =
                    PeriodFigures.of(store.pages(), forms.served().get(), organization, unit, month, "vi");
            unknown = DocxTemplate.fill(
                    content,
                    TemplateValues.of(figures, issuers, unit, month, orders.today(turn)),
                    OutputStream.nullOutputStream());
        } catch (IOException e) {
            return Reply.say(turn.say("out.period.templateBad"));
        }
        String said = turn.say("out.period.templateTaken", "name", file.name(), "unit", organization.nameOf(unit));
        return Reply.say(
                        unknown.isEmpty()
                                ? said
                                : said + "\n" + turn.say("out.period.unknown", "names", listed(unknown)))
                .andDo(tx -> store.templates()
                        .put(
                                tx,
                                new TemplateTable.Template(stored.id(), file.name(), unit),
                                turn.person().id(),
                                turn.now()));
    }

    /** Names of placeholders for a message. */
    static String listed(Set<String> names) {
        return names.stream().limit(10).map(name -> "{{" + name + "}}").collect(Collectors.joining(", "))
                + (names.size() > 10 ? " …" : "");
    }
}

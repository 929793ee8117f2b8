package danvan;

import danvan.config.Config;
import danvan.config.IssuingAgency;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.Arrivals;
import danvan.desk.port.Copies;
import danvan.desk.port.Export;
import danvan.desk.port.Figures;
import danvan.desk.port.LiveRows;
import danvan.desk.port.PeriodWord;
import danvan.desk.port.ReportActions;
import danvan.desk.port.ReportShelf;
import danvan.desk.port.Work;
import danvan.form.admin.ServedForms;
import danvan.organization.chat.People;
import danvan.organization.directory.Organization;
import danvan.outbox.Priority;
import danvan.report.NewsRules;
import danvan.report.QuestionAnswerer;
import danvan.report.ReportForms;
import danvan.report.ReportPorts;
import danvan.report.ReportRules;
import danvan.report.Reports;
import danvan.report.StartOptions;
import danvan.report.SubmissionListener;
import danvan.report.export.DeskExport;
import danvan.report.export.ExportFeature;
import danvan.report.export.FileOrders;
import danvan.report.office.OfficeActions;
import danvan.report.office.OfficeArrivals;
import danvan.report.office.OfficeCopies;
import danvan.report.office.OfficeReports;
import danvan.report.office.OfficeRows;
import danvan.report.office.ReportWork;
import danvan.report.period.DeskPeriodWord;
import danvan.report.period.Issuer;
import danvan.report.period.Issuers;
import danvan.report.period.OfficeFigures;
import danvan.report.period.PeriodReportFeature;
import danvan.report.push.OpenRosaPush;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AnswerIndex;
import danvan.report.store.KeyFile;
import danvan.report.store.ReportCriteria;
import danvan.report.store.ReportListing;
import danvan.report.store.ReportStatus;
import danvan.report.store.ReportStore;
import danvan.report.store.SharedKey;
import danvan.schedule.Housekeeping;
import danvan.schedule.Timer;
import danvan.storage.PrivateFiles;
import danvan.task.WeekReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports, and what leaves of them: exports, the period's report, copies for another server. */
final class ReportWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWiring.class);
    private static final int BATCHES = 20;

    private final Core core;
    private final ReportStore store;
    private final Organization organization;
    private final Reports reports;
    private final Optional<OpenRosaPush> push;
    private final OfficeReports shelf;
    private final OfficeActions actions;
    private final DeskExport export;
    private final ReportWork work;
    private final OfficeArrivals arrivals;
    private final OfficeRows rows;
    private final OfficeCopies copies;
    private final OfficeFigures figures;
    private final DeskPeriodWord word;
    private final Timer answers;
    private final Timer resealing;
    private final List<Feature> features = new ArrayList<>();

    /**
     * The reports.
     *
     * @param questions answers what is asked in the middle of a report
     * @param submissions told of each report that was sent
     */
    ReportWiring(
            Core core,
            ServedForms forms,
            People people,
            Organization organization,
            QuestionAnswerer questions,
            SubmissionListener submissions) {
        this.core = core;
        Config config = core.config;
        ReportForms reportForms = new ReportForms(forms, config.zone());
        AnswerCipher cipher = cipher(config);
        SharedKey.check(core.database, cipher);
        ReportStore store = new ReportStore(core.database, core.files, cipher, config.zone());
        this.store = store;
        this.organization = organization;
        this.reports = new Reports(
                reportForms,
                store,
                new ReportPorts(
                        organization,
                        questions,
                        submissions,
                        (tx, to, what) -> core.outbox.add(tx, to, what, Priority.REMINDER),
                        new StartOptions(form -> form.allows("nil_report"), form -> form.allows("as_last")),
                        people::note),
                new ReportRules(
                        config.reports().draftReminder(),
                        config.reports().draftsKept(),
                        config.reports().withdrawWithin(),
                        config.reports().kept(),
                        new NewsRules(
                                config.reports().newsHours(), config.reports().chaseAfter(), config.zone())),
                core.files,
                core.downloads,
                core.texts,
                Core::newId);
        FileOrders orders = new FileOrders(core.jobs, people::note, config.zone());
        features.addAll(reports.features());
        features.add(
                new ExportFeature(reportForms, store, core.files, orders, organization, core.texts, core.realTime));
        features.add(new PeriodReportFeature(
                reportForms,
                store,
                core.files,
                core.downloads,
                orders,
                issuers(config, organization),
                core.texts,
                core.realTime));
        this.figures = new OfficeFigures(reportForms, store, organization);
        this.word = new DeskPeriodWord(orders, organization);
        this.shelf = new OfficeReports(reportForms, store, organization, reports.decisions(), core.files);
        this.actions = new OfficeActions(reports.decisions());
        this.export = new DeskExport(core.jobs, people::note);
        this.rows = new OfficeRows(shelf, reportForms, store, organization);
        this.copies = new OfficeCopies(store.pushes(), core.realTime);
        this.arrivals = new OfficeArrivals(reportForms, store, organization);
        this.work = new ReportWork(reportForms, store, organization);
        this.answers = core.scheduler.timer("the answers of older reports", () -> fillUp(store.answers()));
        this.resealing = core.scheduler.timer("sealing under a new key", () -> {
            int unused = store.resealing().run();
        });
        this.push = config.openRosa()
                .url()
                .map(url -> new OpenRosaPush(
                        store,
                        core.files,
                        url,
                        config.openRosa().user(),
                        config.openRosa().password(),
                        core.realTime));
    }

    private static Issuers issuers(Config config, Organization organization) {
        Map<String, Issuer> party = new HashMap<>();
        Map<String, Issuer> state = new HashMap<>();
        for (IssuingAgency set : config.reports().issuers()) {
            if (organization.unit(set.unit()).isEmpty()) {
                LOG.warn(
                        "reports.issuers: there is no unit '{}'; its line has no effect until there is one",
                        set.unit());
            }
            (set.party() ? party : state).put(set.unit(), new Issuer(set.above(), set.organ(), set.symbol()));
        }
        return new Issuers(organization, party, state);
    }

    private static AnswerCipher cipher(Config config) {
        if (config.reports().key().isPresent()) {
            return AnswerCipher.of(config.reports().key().get(), olderKeys(config));
        }
        try {
            return AnswerCipher.in(config.data().resolve(PrivateFiles.REPORT_KEY));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the reports: " + e.getMessage(), e);
        }
    }

    /** Beside a key of the settings, the file holds those that were in use before it. */
    private static List<String> olderKeys(Config config) {
        try {
            return KeyFile.read(config.data().resolve(PrivateFiles.REPORT_KEY));
        } catch (IOException e) {
            throw new UncheckedIOException("the older keys of the reports: " + e.getMessage(), e);
        }
    }

    ReportShelf shelf() {
        return shelf;
    }

    ReportActions actions() {
        return actions;
    }

    Export export() {
        return export;
    }

    LiveRows rows() {
        return rows;
    }

    Copies copies() {
        return copies;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Figures figures() {
        return figures;
    }

    PeriodWord word() {
        return word;
    }

    Work work() {
        return work;
    }

    /** A good deal at a time, so that the process can end in between; the timer comes again. */
    private void fillUp(AnswerIndex index) {
        for (int batch = 0; batch < BATCHES; batch++) {
            if (index.fillUp() == 0) {
                return;
            }
        }
        answers.ring();
    }

    List<Feature> features() {
        return List.copyOf(features);
    }

    /** Says once more where an open report stands. */
    Optional<Reply> again(Turn turn) {
        return reports.again(turn);
    }

    /** Sees to the drafts and to what leads hear of reports, and says whether somebody was written to. */
    boolean remind(Instant now, boolean quiet) {
        boolean drafts = reports.drafts().run(now, quiet);
        return reports.news().run(now, quiet) || drafts;
    }

    /** What the digest tells of a unit's reports; the empty one is everything. */
    WeekReports.Figures ofWeek(String unit, Instant from, Instant to) {
        ReportListing listing = store.listing();
        ReportCriteria all = unit.isEmpty()
                ? ReportCriteria.ALL
                : ReportCriteria.ALL.within(organization.codesWithin(unit), ReportCriteria.NOBODY);
        ReportCriteria sent = all.in(EnumSet.complementOf(EnumSet.of(ReportStatus.WITHDRAWN)))
                .since(from)
                .before(to);
        return new WeekReports.Figures(
                listing.count(sent),
                listing.count(sent.saying(false)),
                listing.count(all.in(EnumSet.of(ReportStatus.RECEIVED, ReportStatus.IN_REVIEW))));
    }

    List<Housekeeping.Chore> chores() {
        return List.of(
                new Housekeeping.Chore(
                        "reports", () -> reports.retention().deleteReports(core.clock.instant(), core.config.zone())),
                new Housekeeping.Chore(
                        "messages that answered",
                        () -> reports.retention().deleteAnswerMessages(core.clock.instant())));
    }

    /** Fills up no more; before the scheduler ends. */
    void stopTimer() {
        answers.close();
        resealing.close();
    }

    void start() {
        answers.start();
        resealing.ring();
        push.ifPresent(OpenRosaPush::start);
    }

    @Override
    public void close() {
        push.ifPresent(OpenRosaPush::close);
    }
}

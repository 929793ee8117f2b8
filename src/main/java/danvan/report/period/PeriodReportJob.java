package danvan.report.period;

import danvan.chat.Outgoing;
import danvan.conversation.JobRun;
import danvan.conversation.JobWork;
import danvan.organization.directory.Organization;
import danvan.report.Period;
import danvan.report.PeriodNames;
import danvan.report.ReportForms;
import danvan.report.export.ExportJob;
import danvan.report.store.ReportPages;
import danvan.report.store.TemplateTable;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the period's report and sends it, once. */
final class PeriodReportJob implements JobWork {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /**
     * What was ordered.
     *
     * @param layout the {@link PeriodAction.Layout#code} of a layout
     * @param today the day it is dated
     */
    record Order(String period, String unit, String layout, String today, String language) {}

    private final ReportForms forms;
    private final ReportPages reports;
    private final Organization organization;
    private final Issuers issuers;
    private final Files files;
    private final OfficeTemplates templates;
    private final Texts texts;
    private final Clock clock;

    PeriodReportJob(
            ReportForms forms,
            ReportPages reports,
            Issuers issuers,
            Files files,
            OfficeTemplates templates,
            Texts texts,
            Clock clock) {
        this.forms = forms;
        this.reports = reports;
        this.organization = issuers.organization();
        this.issuers = issuers;
        this.files = files;
        this.templates = templates;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Order order = run.order(Order.class);
        Texts.Phrases words = words(order);
        Period period = Period.of(order.period()).orElseThrow();
        // The report is a Vietnamese document, whoever asks for it.
        PeriodFigures figures =
                PeriodFigures.of(reports, forms.served().get(), organization, order.unit(), period, "vi");
        TemplateValues filling =
                TemplateValues.of(figures, issuers, order.unit(), period, LocalDate.parse(order.today()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> unknown;
        try (InputStream template = template(order)) {
            unknown = DocxTemplate.fill(template, filling, out);
        }
        StoredFile stored;
        try {
            stored = files.store(new ByteArrayInputStream(out.toByteArray()), ExportJob.MOST_BYTES);
        } catch (FileTooLarge e) {
            throw new IOException("the period's report is too large to be sent", e);
        }
        String caption = words.say(
                "out.period.caption",
                "period",
                PeriodNames.of(period, words),
                "unit",
                organization.nameOf(order.unit()),
                "count",
                figures.reports(PeriodFigures.When.NOW, ""),
                "days",
                ExportJob.KEPT.toDays());
        String warning = unknown.isEmpty()
                ? ""
                : "\n" + words.say("out.period.unknown", "names", PeriodReportFeature.listed(unknown));
        run.finish(
                List.of(new Outgoing.File(
                        stored.id(),
                        "bao-cao-" + order.period() + "-" + order.unit() + ".docx",
                        DOCX,
                        caption + warning,
                        List.of())),
                tx -> files.keep(tx, stored.id(), Optional.of(clock.instant().plus(ExportJob.KEPT))));
    }

    private InputStream template(Order order) throws IOException {
        Optional<TemplateTable.Template> own =
                PeriodAction.Layout.OWN.code().equals(order.layout()) ? templates.of(order.unit()) : Optional.empty();
        return own.isPresent()
                ? files.open(own.get().file())
                : new ByteArrayInputStream(
                        StarterTemplate.of(PeriodAction.Layout.PARTY.code().equals(order.layout())));
    }

    private Texts.Phrases words(Order order) {
        return texts.in(Language.of(order.language()).orElse(Language.VI));
    }

    @Override
    public String apology(JobRun run) {
        return words(run.order(Order.class)).say("out.failed");
    }
}

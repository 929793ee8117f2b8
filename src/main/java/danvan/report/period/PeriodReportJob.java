package danvan.report.period;

import danvan.report.Period;
import danvan.report.PeriodNames;
import danvan.report.export.ExportJob;
import danvan.report.export.UnitTree;
import danvan.report.store.ReportPages;
import danvan.chat.Outgoing;
import danvan.conversation.JobRun;
import danvan.conversation.JobWork;
import danvan.form.Forms;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the period's report and sends it, once. */
final class PeriodReportJob implements JobWork {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /**
     * What was ordered.
     *
     * @param layout {@code own}, {@code state} or {@code party}
     * @param today the day it is dated
     */
    record Order(String period, String unit, String layout, String today, String language) {}

    private final Supplier<Forms> forms;
    private final ReportPages reports;
    private final UnitTree area;
    private final Files files;
    private final OfficeTemplates templates;
    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;

    PeriodReportJob(
            Supplier<Forms> forms,
            ReportPages reports,
            UnitTree area,
            Files files,
            OfficeTemplates templates,
            Texts texts,
            ZoneId zone,
            Clock clock) {
        this.forms = forms;
        this.reports = reports;
        this.area = area;
        this.files = files;
        this.templates = templates;
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Order order = run.order(Order.class);
        Texts.Phrases words = words(order);
        Period period = Period.of(order.period()).orElseThrow();
        // The report is a Vietnamese document, whoever asks for it.
        PeriodFigures figures = PeriodFigures.of(reports, forms.get(), area, order.unit(), period, "vi", zone);
        TemplateValues filling = TemplateValues.of(figures, area, order.unit(), period, LocalDate.parse(order.today()));
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
                PeriodNames.period(period, words),
                "unit",
                area.nameOf(order.unit()),
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
        Optional<OfficeTemplates.Own> own = order.layout().equals("own") ? templates.of(order.unit()) : Optional.empty();
        return own.isPresent()
                ? files.open(own.get().file())
                : new ByteArrayInputStream(StarterTemplate.of(order.layout().equals("party")));
    }

    private Texts.Phrases words(Order order) {
        return texts.in(Language.of(order.language()).orElse(Language.VI));
    }

    @Override
    public String apology(JobRun run) {
        return words(run.order(Order.class)).say("out.failed");
    }
}

package danvan.report.export;

import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.conversation.JobRun;
import danvan.conversation.JobWork;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.Period;
import danvan.report.PeriodNames;
import danvan.report.ReportForms;
import danvan.report.office.WantedReports;
import danvan.report.store.ReportCriteria;
import danvan.report.store.ReportPages;
import danvan.report.store.ReportQuery;
import danvan.report.store.ReportSearch;
import danvan.report.store.ReportStore;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Makes the file that was ordered and sends it, once. */
public final class ExportJob implements JobWork {
    public static final Duration KEPT = Duration.ofDays(7);
    /** What Telegram carries from a bot. */
    public static final long MOST_BYTES = 50L << 20;

    /** Of the files of a zip: it is somewhat larger than they are together. */
    private static final long MOST_ZIPPED = 45L << 20;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int TOLD_EVERY = 200;

    private final ReportForms forms;
    private final ReportStore store;
    private final ReportPages reports;
    private final ReportSearch titles;
    private final Organization organization;
    private final WantedReports wanted;
    private final Files files;
    private final Texts texts;
    private final Clock clock;

    ExportJob(ReportForms forms, ReportStore store, Organization organization, Files files, Texts texts, Clock clock) {
        this.forms = forms;
        this.store = store;
        this.reports = store.pages();
        this.titles = store.search();
        this.organization = organization;
        this.wanted = new WantedReports(forms, organization);
        this.files = files;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run) throws IOException {
        ExportOrder order = run.order(ExportOrder.class);
        Texts.Phrases words = words(order);
        List<UnitRef> units = organization.within(order.filtered().isPresent() ? top(order.unit()) : order.unit());
        ReportQuery which = order.filtered().isPresent()
                ? filtered(order.filtered().get())
                : new ReportQuery(
                        order.form().isEmpty() ? Set.of() : Set.of(order.form()),
                        Period.of(order.period()).map(Period::months),
                        units.stream().map(UnitRef::code).collect(Collectors.toSet()),
                        reports.last());
        if (order.shape() == ExportOrder.Shape.FILES) {
            zips(run, order, words, which);
            return;
        }
        TableExport export = new TableExport(reports, titles, forms, units, headings(words));
        long all = reports.count(which);
        TableExport.Written survey = export.survey(which, order, told(run, words, 0, 2 * all));
        if (survey.reports() == 0) {
            run.finish(List.of(Outgoing.message(words.say("out.none", "period", period(order, words)))), tx -> {});
            return;
        }
        Path file = java.nio.file.Files.createTempFile("danvan-export", ".tmp");
        try {
            long rows = survey.families().entrySet().stream()
                    .mapToLong(
                            entry -> entry.getValue() * entry.getKey().tables().size())
                    .sum();
            try (OutputStream out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(file), 1 << 16)) {
                export.write(survey, which, order, out, told(run, words, rows, 2 * rows));
            }
            send(run, order, words, survey, file);
        } finally {
            java.nio.file.Files.deleteIfExists(file);
        }
    }

    private void zips(JobRun run, ExportOrder order, Texts.Phrases words, ReportQuery which) throws IOException {
        long all = reports.count(which);
        AttachmentZips.Made made = new AttachmentZips(forms, store, organization, files, order.language(), MOST_ZIPPED)
                .of(which, told(run, words, 0, all));
        if (made.parts().isEmpty()) {
            run.finish(List.of(Outgoing.message(words.say("out.noFiles", "period", period(order, words)))), tx -> {});
            return;
        }
        List<Outgoing> sent = new ArrayList<>();
        for (int part = 0; part < made.parts().size(); part++) {
            String caption = words.say(
                    "out.filesCaption",
                    "period",
                    period(order, words),
                    "unit",
                    organization.nameOf(order.unit()),
                    "count",
                    made.written(),
                    "part",
                    part + 1,
                    "parts",
                    made.parts().size(),
                    "days",
                    KEPT.toDays());
            String lacking = made.left() == 0 ? "" : "\n" + words.say("out.filesLeft", "count", made.left());
            sent.add(new Outgoing.File(
                    made.parts().get(part).id(),
                    base(order) + "-anh-tep" + (made.parts().size() == 1 ? "" : "-" + (part + 1)) + ".zip",
                    "application/zip",
                    caption + lacking,
                    List.of()));
        }
        run.finish(
                sent,
                tx -> made.parts()
                        .forEach(part -> files.keep(
                                tx, part.id(), Optional.of(clock.instant().plus(KEPT)))));
    }

    private String top(String unit) {
        List<UnitRef> up = organization.upwards(unit);
        return up.isEmpty() ? unit : up.get(up.size() - 1).code();
    }

    /** What the member may see now, which may be less than when the file was ordered; nothing for who has left. */
    private ReportQuery filtered(ExportOrder.Filtered filtered) {
        ReportCriteria criteria = organization
                .member(filtered.member())
                .map(member -> wanted.of(
                        new Person(
                                member.id(),
                                member.name(),
                                member.role(),
                                member.unit(),
                                Optional.of(member.language())),
                        filtered.filter()))
                .orElseGet(() -> ReportCriteria.ALL.within(Set.of(), filtered.member()));
        return ReportQuery.exactly(criteria, reports.last());
    }

    private void send(JobRun run, ExportOrder order, Texts.Phrases words, TableExport.Written survey, Path file)
            throws IOException {
        StoredFile stored;
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            stored = files.store(in, MOST_BYTES);
        } catch (FileTooLarge e) {
            long megabytes = java.nio.file.Files.size(file) >> 20;
            run.finish(
                    List.of(Outgoing.message(words.say("out.tooLarge", "size", megabytes, "most", MOST_BYTES >> 20))),
                    tx -> {});
            return;
        }
        String what = survey.families().keySet().stream().map(FormTables::title).collect(Collectors.joining(", "));
        String caption = words.say(
                "out.caption",
                "what",
                what.length() > 300 ? what.substring(0, 300) + "…" : what,
                "period",
                period(order, words),
                "unit",
                organization.nameOf(order.unit()),
                "count",
                survey.reports(),
                "days",
                KEPT.toDays());
        run.finish(
                List.of(new Outgoing.File(
                        stored.id(), name(order, survey), mediaType(order, survey), caption, List.of())),
                tx -> files.keep(tx, stored.id(), Optional.of(clock.instant().plus(KEPT))));
    }

    private static LongConsumer told(JobRun run, Texts.Phrases words, long before, long all) {
        return count -> {
            if (count % TOLD_EVERY == 0) {
                run.progress(() ->
                        words.say("out.progress", "percent", Math.min(99, 100 * (before + count) / Math.max(1, all))));
            }
        };
    }

    private static String name(ExportOrder order, TableExport.Written survey) {
        return base(order) + (order.shape() == ExportOrder.Shape.XLSX ? ".xlsx" : survey.archive() ? ".zip" : ".csv");
    }

    private static String base(ExportOrder order) {
        String what = order.form().isEmpty() ? "bao-cao" : order.form().replaceAll("[^A-Za-z0-9_-]+", "-");
        return what + (order.period().isEmpty() ? "" : "-" + order.period());
    }

    private static String mediaType(ExportOrder order, TableExport.Written survey) {
        return order.shape() == ExportOrder.Shape.XLSX ? XLSX : survey.archive() ? "application/zip" : "text/csv";
    }

    private static String period(ExportOrder order, Texts.Phrases words) {
        return Period.of(order.period())
                .map(period -> PeriodNames.of(period, words))
                .orElseGet(() -> words.plain("out.allTimes"));
    }

    private static TableExport.Headings headings(Texts.Phrases words) {
        return new TableExport.Headings(
                words.plain("out.column.receipt"),
                words.plain("out.column.version"),
                words.plain("out.column.submitted"),
                words.plain("out.column.unitCode"),
                words.plain("out.column.unit"),
                words.plain("out.column.status"),
                words.plain("out.column.reviewed"),
                words.plain("out.column.nil"),
                words.plain("out.yes"),
                words.plain("out.column.latitude"),
                words.plain("out.column.longitude"),
                words.plain("out.column.repetition"),
                words.plain("out.cut"),
                status -> words.plain("report.status." + status),
                receipt -> words.plain("out.unreadable", "receipt", receipt));
    }

    private Texts.Phrases words(ExportOrder order) {
        return texts.in(Language.of(order.language()).orElse(Language.VI));
    }

    @Override
    public String apology(JobRun run) {
        return words(run.order(ExportOrder.class)).say("out.failed");
    }
}

package danvan.report.office;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.desk.port.ReportActions;
import danvan.desk.port.ReportFilter;
import danvan.desk.port.ReportShelf;
import danvan.form.Forms;
import danvan.form.QuestionType;
import danvan.organization.directory.Organization;
import danvan.report.ReportForms;
import danvan.report.desk.ReportDecisions;
import danvan.report.export.FormTables;
import danvan.report.store.Attachment;
import danvan.report.store.Receipt;
import danvan.report.store.Report;
import danvan.report.store.ReportCriteria;
import danvan.report.store.ReportListing;
import danvan.report.store.ReportStore;
import danvan.storage.Files;
import danvan.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reports for the desk. Safe for use by several threads. */
public final class OfficeReports implements ReportShelf {
    private final ReportForms forms;
    private final ReportStore store;
    private final Organization organization;
    private final ReportDecisions decisions;
    private final Files files;
    private final WantedReports wanted;
    private final ReportSheets sheets;
    private final Brief<Seen, List<Colleague>> colleagues = new Brief<>(System::nanoTime);
    private volatile @Nullable Tables tables;

    public OfficeReports(
            ReportForms forms, ReportStore store, Organization organization, ReportDecisions decisions, Files files) {
        this.forms = forms;
        this.store = store;
        this.organization = organization;
        this.decisions = decisions;
        this.files = files;
        this.wanted = new WantedReports(forms, organization);
        this.sheets = new ReportSheets(forms, store, organization, decisions);
    }

    @Override
    public List<FormTitle> forms(Language language) {
        return store.search().forms().stream()
                .map(kind -> new FormTitle(kind.id(), title(kind.id(), kind.title(), language)))
                .toList();
    }

    @Override
    public String title(String form, Language language) {
        return title(form, form, language);
    }

    @Override
    public List<String> versions(String form) {
        return store.listing().versions(form);
    }

    @Override
    public Optional<String> choice(String form, String choice, Language language) {
        return wanted.chosen(form, choice, language.code());
    }

    @Override
    public List<Column> columns(String form, Language language) {
        return tableColumns(form, language).stream()
                .map(column -> new Column(
                        column.path(), column.label(), column.numeric(), column.type() != QuestionType.COMPUTED))
                .toList();
    }

    private record TableOf(String form, Language language) {}

    private record Tables(Forms of, Map<TableOf, List<danvan.report.export.Column>> columns) {}

    /** Read once for as long as the forms are the same. */
    List<danvan.report.export.Column> tableColumns(String form, Language language) {
        Forms now = forms.served().get();
        if (now.versions(form).isEmpty()) {
            // Whatever stands in an address is not kept.
            return List.of();
        }
        Tables kept = tables;
        if (kept == null || kept.of() != now) {
            kept = new Tables(now, new ConcurrentHashMap<>());
            tables = kept;
        }
        return kept.columns()
                .computeIfAbsent(
                        new TableOf(form, language),
                        wanted -> FormTables.of(
                                        now,
                                        wanted.form(),
                                        wanted.form(),
                                        wanted.language().code())
                                .tables()
                                .getOrDefault("", List.of())
                                .stream()
                                .filter(column -> !column.personal())
                                .toList());
    }

    @Override
    public List<Colleague> reporters(Person person) {
        return colleagues(person, "member_id");
    }

    @Override
    public List<Colleague> assignees(Person person) {
        return colleagues(person, "assignee");
    }

    /** Asked for at each page, and gathered from all reports: what was gathered a minute ago is as good. */
    private List<Colleague> colleagues(Person person, String column) {
        boolean all = WantedReports.seesAll(person);
        return colleagues.of(
                new Seen(column, all ? "" : person.unit(), all ? 0 : person.id()),
                () -> store.listing().members(wanted.visible(person), column).stream()
                        .map(member -> new Colleague(member.id(), member.name()))
                        .toList());
    }

    /** What reports somebody sees. */
    private record Seen(String column, String unit, long member) {}

    @Override
    public Page page(Person person, Language language, ReportFilter filter, List<String> paths, int most, long from) {
        ReportCriteria criteria = wanted.of(person, filter);
        ReportListing.Page found = store.listing().page(criteria, order(filter), most, from);
        List<ReportListing.Line> lines = found.lines();
        Map<Long, Map<String, String>> answers =
                store.answers().of(lines.stream().map(ReportListing.Line::id).toList(), paths);
        Map<String, Map<String, String>> labels = new HashMap<>();
        filter.form()
                .ifPresent(form ->
                        tableColumns(form, language).forEach(column -> labels.put(column.path(), column.labels())));
        Names names = new Names();
        return new Page(
                lines.stream()
                        .map(line -> line(
                                line,
                                names,
                                language,
                                paths.stream()
                                        .map(path -> Labels.of(
                                                answers.getOrDefault(line.id(), Map.of())
                                                        .getOrDefault(path, ""),
                                                labels.get(path)))
                                        .toList()))
                        .toList(),
                found.total(),
                found.more());
    }

    @Override
    public long count(Person person, ReportFilter filter) {
        return store.listing().count(wanted.of(person, filter));
    }

    @Override
    public List<ReportActions.Seen> seen(Person person, ReportFilter filter, int most) {
        return store.listing().lines(wanted.of(person, filter), order(filter), most, 0).stream()
                .map(line -> new ReportActions.Seen(line.receipt().toString(), line.change()))
                .toList();
    }

    @Override
    public List<Integer> lastDays(Person person, Instant now, int days) {
        LocalDate today = LocalDate.ofInstant(now, forms.zone());
        LocalDate first = today.minusDays(days - 1L);
        int[] counts = new int[days];
        ReportCriteria since = wanted.since(person, first);
        for (Instant at : store.listing().cameIn(since)) {
            long day = java.time.temporal.ChronoUnit.DAYS.between(first, LocalDate.ofInstant(at, forms.zone()));
            if (day >= 0 && day < days) {
                counts[(int) day]++;
            }
        }
        return java.util.Arrays.stream(counts).boxed().toList();
    }

    @Override
    public Optional<Sheet> sheet(Person person, Language language, Instant now, String receipt, boolean personal) {
        return readable(person, receipt).map(report -> {
            ReportListing.Line line = new ReportListing.Line(
                    report.id(),
                    report.receipt(),
                    report.formId(),
                    report.version(),
                    report.title(),
                    report.member(),
                    report.unit(),
                    report.submittedAt(),
                    report.urgent(),
                    report.nil(),
                    report.status(),
                    report.change(),
                    report.assignee(),
                    report.period(),
                    report.edition(),
                    store.attachments().ofReport(report.id()).size());
            return sheets.of(
                    person,
                    language,
                    now,
                    report,
                    line(line, new Names(), language, List.of()),
                    personal && person.role() == Role.ADMINISTRATOR);
        });
    }

    @Override
    public Optional<Content> file(Person person, String receipt, int number) {
        return readable(person, receipt).flatMap(report -> {
            List<Attachment> all = store.attachments().ofReport(report.id());
            return number < 0 || number >= all.size()
                    ? Optional.empty()
                    : Stream.of(all.get(number))
                            .map(file -> new Content(
                                    file.name(), file.mediaType(), file.bytes(), () -> files.open(file.file())))
                            .findFirst();
        });
    }

    /** Auditors see what the office sees, though they deal with nothing. */
    private Optional<Report> readable(Person person, String receipt) {
        return person.role() == Role.AUDITOR
                ? Receipt.read(receipt).flatMap(store.reports()::find)
                : decisions.found(person, receipt);
    }

    /** What units and members are called, each asked for once a page. */
    private final class Names {
        private final Map<String, String> units = new HashMap<>();
        private final Map<Long, String> members = new HashMap<>();

        String unit(String code) {
            return units.computeIfAbsent(code, organization::nameOf);
        }

        String member(long id) {
            return members.computeIfAbsent(id, organization::called);
        }
    }

    private Line line(ReportListing.Line line, Names names, Language language, List<String> answers) {
        return new Line(
                line.receipt().toString(),
                line.change(),
                title(line.formId(), line.title(), language),
                names.unit(line.unit()),
                names.member(line.member()),
                line.submittedAt(),
                line.period(),
                ReportFilter.State.valueOf(line.status().name()),
                line.assignee().map(names::member),
                line.urgent(),
                line.nil(),
                line.edition(),
                line.files(),
                answers);
    }

    private String title(String form, String otherwise, Language language) {
        return forms.find(form).map(known -> known.title(language.code())).orElse(otherwise);
    }

    private static ReportListing.Order order(ReportFilter filter) {
        if (filter.sort().startsWith("/")) {
            return new ReportListing.Order(ReportListing.By.RECEIPT, Optional.of(filter.sort()), filter.up());
        }
        for (ReportListing.By by : ReportListing.By.values()) {
            if (by.name().toLowerCase(Locale.ROOT).equals(filter.sort())) {
                return new ReportListing.Order(by, Optional.empty(), filter.up());
            }
        }
        return ReportListing.Order.LATEST;
    }
}

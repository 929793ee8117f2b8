package danvan.report.office;

import danvan.chat.Person;
import danvan.desk.port.ReportActions;
import danvan.desk.port.ReportShelf;
import danvan.form.CurrentAnswer;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormSession;
import danvan.form.QuestionType;
import danvan.form.SummaryRow;
import danvan.organization.directory.Organization;
import danvan.report.ReportAccess;
import danvan.report.ReportForms;
import danvan.report.desk.ReportDecisions;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AnswerTree;
import danvan.report.store.Attachment;
import danvan.report.store.EditionTable;
import danvan.report.store.Report;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportStore;
import danvan.report.store.SummedFigures;
import danvan.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A report with everything that is known of it. Safe for use by several threads. */
final class ReportSheets {
    private static final Map<ReportOperation, ReportActions.Act> ACTS = Map.of(
            ReportOperation.REVIEW, ReportActions.Act.REVIEW,
            ReportOperation.RESOLVE, ReportActions.Act.RESOLVE,
            ReportOperation.RETURN, ReportActions.Act.RETURN,
            ReportOperation.REPLY, ReportActions.Act.REPLY,
            ReportOperation.ASSIGN, ReportActions.Act.ASSIGN);

    private final ReportForms forms;
    private final ReportStore store;
    private final Organization organization;
    private final ReportDecisions decisions;
    private final ReportAccess access;

    ReportSheets(ReportForms forms, ReportStore store, Organization organization, ReportDecisions decisions) {
        this.forms = forms;
        this.store = store;
        this.organization = organization;
        this.decisions = decisions;
        this.access = new ReportAccess(organization, store.history());
    }

    ReportShelf.Sheet of(
            Person person, Language language, Instant now, Report report, ReportShelf.Line line, boolean personal) {
        AnswerCipher.OpenedInstance opened = store.opened(report);
        List<Attachment> files = store.attachments().ofReport(report.id());
        Optional<Form> form = forms.find(report.formId(), report.version());
        List<ReportShelf.Group> groups = report.nil()
                ? List.of()
                : form.map(known -> groups(known, opened, report, files, person, language, now, personal))
                        .orElseGet(() -> bare(report, personal));
        return new ReportShelf.Sheet(
                line,
                groups,
                form.isPresent(),
                opened.complete(),
                groups.stream().flatMap(group -> group.answers().stream()).anyMatch(ReportShelf.Answer::hidden),
                events(report),
                editions(report, form, language, personal),
                open(person, report),
                open(person, report).contains(ReportActions.Act.ASSIGN)
                        ? access.assignable(report).stream()
                                .map(one -> new ReportShelf.Colleague(one.id(), one.name()))
                                .toList()
                        : List.of());
    }

    private Set<ReportActions.Act> open(Person person, Report report) {
        Set<ReportActions.Act> open = EnumSet.noneOf(ReportActions.Act.class);
        if (access.maySee(person, report)) {
            decisions.open(person, report).stream()
                    .flatMap(operation -> Optional.ofNullable(ACTS.get(operation)).stream())
                    .forEach(open::add);
        }
        return open;
    }

    private List<ReportShelf.Group> groups(
            Form form,
            AnswerCipher.OpenedInstance opened,
            Report report,
            List<Attachment> files,
            Person person,
            Language language,
            Instant now,
            boolean personal) {
        List<SummaryRow> rows;
        FormContext context = new FormContext(now.atZone(forms.zone()), language.code(), person.name());
        try (FormSession session = form.reopen(opened.xml(), context)) {
            rows = session.summary();
        }
        Map<String, List<ReportShelf.Answer>> groups = new LinkedHashMap<>();
        for (SummaryRow row : rows) {
            groups.computeIfAbsent(String.join(" › ", row.groups()), any -> new ArrayList<>())
                    .add(answer(row, opened, report, files, personal));
        }
        List<ReportShelf.Group> all = new ArrayList<>();
        groups.forEach((heading, answers) -> all.add(new ReportShelf.Group(heading, answers)));
        return all;
    }

    private ReportShelf.Answer answer(
            SummaryRow row,
            AnswerCipher.OpenedInstance opened,
            Report report,
            List<Attachment> files,
            boolean personal) {
        boolean sealed = row.personal() || opened.sealed().contains(withoutNumbers(row.ref()));
        boolean hidden = sealed && !personal && row.answer().isPresent();
        List<ReportShelf.FileOf> here = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Attachment file = files.get(i);
            if (file.ref().equals(row.ref())) {
                boolean masked = (sealed || file.sealed()) && !personal;
                here.add(new ReportShelf.FileOf(
                        i,
                        file.name(),
                        file.mediaType(),
                        file.bytes(),
                        masked
                                ? ""
                                : file.sealed()
                                        ? store.cipher().open(file.caption()).orElse("")
                                        : file.caption()));
            }
        }
        String text = hidden
                ? AnswerCipher.MASK
                : row.answer()
                        .map(given -> row.type().isFile() ? "" : given.text())
                        .orElse("");
        return new ReportShelf.Answer(
                row.label(),
                text,
                hidden,
                sealed,
                !hidden && row.type() == QuestionType.GEOPOINT
                        ? row.answer().map(ReportSheets::place).orElse("")
                        : "",
                here,
                report.gathered()
                        .of(row.ref())
                        .map(SummedFigures.Figure::receipts)
                        .orElse(List.of()));
    }

    /** Degrees north and east of what forms keep as latitude, longitude, altitude and accuracy. */
    private static String place(CurrentAnswer answer) {
        String[] parts = answer.values().isEmpty()
                ? new String[0]
                : answer.values().get(0).split("\\s+", -1);
        try {
            return parts.length < 2
                    ? ""
                    : String.format(
                            Locale.ROOT, "%.5f, %.5f", Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } catch (NumberFormatException e) {
            // Whatever was sent as a place: its text is shown.
            return "";
        }
    }

    /** The answers of a form that is not there any more, by their paths; whether they are personal nobody can say. */
    private List<ReportShelf.Group> bare(Report report, boolean personal) {
        List<ReportShelf.Answer> answers = new ArrayList<>();
        AnswerTree.read(store.opened(report).xml()).each((path, leaf) -> {
            if (!path.contains("/meta/")) {
                answers.add(new ReportShelf.Answer(
                        path, personal ? leaf.text() : AnswerCipher.MASK, !personal, true, "", List.of(), List.of()));
            }
        });
        return answers.isEmpty() ? List.of() : List.of(new ReportShelf.Group("", answers));
    }

    private List<ReportShelf.Event> events(Report report) {
        return store.history().of(report.id()).stream()
                .map(event -> new ReportShelf.Event(
                        event.at(),
                        organization.called(event.member()),
                        "report.event." + event.kind(),
                        event.kind() == ReportHistory.Kind.ASSIGNED
                                ? organization.called(Long.parseLong(event.words()))
                                : event.words()))
                .toList();
    }

    private List<ReportShelf.Comparison> editions(
            Report report, Optional<Form> form, Language language, boolean personal) {
        List<EditionTable.Edition> editions = store.editions().of(report);
        if (editions.size() < 2) {
            return List.of();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        Set<String> hidden = new LinkedHashSet<>();
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        form.ifPresent(known -> known.fields(language.code()).forEach(field -> {
            labels.put(field.path(), field.label());
            field.choices()
                    .forEach(choice -> choices.computeIfAbsent(field.path(), any -> new LinkedHashMap<>())
                            .put(choice.value(), choice.label()));
            if (field.personal()) {
                hidden.add(field.path());
            }
        }));
        List<Map<String, String>> texts = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>(labels.keySet());
        for (EditionTable.Edition edition : editions) {
            Map<String, String> all = new LinkedHashMap<>();
            edition.answers().each((path, leaf) -> {
                boolean masked = !personal && (leaf.sealed() || hidden.contains(path) || form.isEmpty());
                String text = masked ? AnswerCipher.MASK : Labels.of(leaf.text(), choices.get(path));
                all.merge(path, text, (a, b) -> a + "\n" + b);
                paths.add(path);
            });
            texts.add(all);
        }
        List<ReportShelf.Comparison> comparisons = new ArrayList<>();
        for (String path : paths) {
            List<String> row =
                    texts.stream().map(all -> all.getOrDefault(path, "")).toList();
            if (!path.contains("/meta/") && row.stream().anyMatch(text -> !text.isEmpty())) {
                comparisons.add(new ReportShelf.Comparison(
                        labels.getOrDefault(path, path),
                        row,
                        row.stream().distinct().count() > 1));
            }
        }
        return comparisons;
    }

    private static String withoutNumbers(String ref) {
        return ref.replaceAll("\\[\\d+]", "");
    }
}

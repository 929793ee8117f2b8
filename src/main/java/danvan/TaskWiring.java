package danvan;

import danvan.form.Forms;
import danvan.form.admin.ServedForms;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.report.Reports;
import danvan.storage.Tx;
import danvan.task.Missed;
import danvan.task.Quotes;
import danvan.task.ReferenceCheck;
import danvan.task.ReportForms;
import danvan.task.Source;
import danvan.task.TaskPorts;
import danvan.task.Tasks;
import danvan.task.WeekReports;
import danvan.task.programme.Programmes;
import danvan.task.reminder.BarChart;
import danvan.text.Dates;
import danvan.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks, and the words that they need from reports and the library, handed over as the interfaces they ask for. */
final class TaskWiring {
    private static final Logger LOG = LoggerFactory.getLogger(TaskWiring.class);

    private TaskWiring() {}

    static Tasks of(
            Core core,
            Programmes programmes,
            Organization organization,
            Supplier<Library> library,
            ServedForms forms,
            WeekReports reports,
            AuditNote audit) {
        return new Tasks(
                core.scheduler,
                core.database,
                core.outbox,
                core.texts,
                core.clock,
                core.hours(),
                programmes,
                core.files,
                core.downloads,
                new TaskPorts(
                        organization,
                        quotes(library),
                        reportForms(forms),
                        ReferenceCheck.of(
                                organization, id -> forms.get().find(id).isPresent()),
                        new BarChart(),
                        reports,
                        TaskWiring::missed,
                        audit));
    }

    private static void missed(Tx tx, List<Missed> missed) {
        missed.forEach(round -> LOG.warn(
                "no reminder for task {} (due {}): the bot was not running at {} for longer than reminders.grace",
                round.task(),
                round.due(),
                round.at()));
    }

    /** Tasks ask reports for the button that begins one. */
    static ReportForms reportForms(Supplier<Forms> forms) {
        return (id, language) ->
                forms.get().find(id).map(form -> Reports.beginning("📝 " + form.title(language.code()), form.id()));
    }

    /** Tasks ask the library what their source says. */
    private static Quotes quotes(Supplier<Library> library) {
        return (source, language) -> Stream.of(language.code(), "vi")
                .map(code -> quote(library.get(), source, code, language))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Quotes.Quote> quote(Library library, Source source, String code, Language language) {
        Optional<Document> document = library.document(source.document(), code);
        Optional<Passage> passage = library.passage(source.document(), source.passage(), code);
        return document.flatMap(paper -> passage.map(words -> new Quotes.Quote(
                words.text(),
                Stream.of(
                                Optional.of(paper.number()
                                        .map(number -> paper.kind() + " " + number)
                                        .orElseGet(paper::shortName)),
                                Optional.of(paper.issuer()).filter(issuer -> !issuer.isBlank()),
                                paper.issued().map(day -> Dates.day(day, language)),
                                words.article())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")))));
    }
}

package danvan;

import danvan.form.Forms;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.report.Reports;
import danvan.task.Quotes;
import danvan.task.ReportForms;
import danvan.task.Source;
import danvan.text.Dates;
import danvan.text.Language;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that features need from one another, handed over as the interfaces they ask for. */
final class Bridges {
    private Bridges() {}

    /** Tasks ask reports for the button that begins one. */
    static ReportForms reportForms(Supplier<Forms> forms) {
        return (id, language) ->
                forms.get().find(id).map(form -> Reports.beginning("📝 " + form.title(language.code()), form.id()));
    }

    /** Tasks ask the library what their source says. */
    static Quotes quotes(Supplier<Library> library) {
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

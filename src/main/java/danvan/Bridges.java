package danvan;

import danvan.chat.Button;
import danvan.chat.Dates;
import danvan.chat.Language;
import danvan.chat.Role;
import danvan.form.Forms;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.office.StackedBars;
import danvan.people.People;
import danvan.people.Unit;
import danvan.report.Duty;
import danvan.task.DigestChart;
import danvan.task.Known;
import danvan.task.Quotes;
import danvan.task.ReportForms;
import danvan.task.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that features need from one another, handed over as the interfaces they ask for. */
final class Bridges {
    private Bridges() {}

    /** Tasks ask people who is in an audience, and who stands above whom. */
    static danvan.task.Members taskMembers(People people, Language otherwise) {
        return new TaskMembers(people, otherwise);
    }

    /** Programmes ask which units, levels, members and forms there are. */
    static Known known(People people, Supplier<Forms> forms) {
        return new Known() {
            @Override
            public boolean hasUnit(String code) {
                return people.units().find(code).isPresent();
            }

            @Override
            public boolean level(String level) {
                return Stream.of(Unit.Level.values())
                        .anyMatch(known -> known.name().equalsIgnoreCase(level));
            }

            @Override
            public boolean hasMember(long id) {
                return people.members().reachable(EnumSet.allOf(Role.class), EnumSet.allOf(Unit.Level.class)).stream()
                        .anyMatch(member -> member.person().id() == id);
            }

            @Override
            public boolean form(String id) {
                return forms.get().find(id).isPresent();
            }
        };
    }

    /** Tasks ask reports for the button that begins one. */
    static ReportForms reportForms(Supplier<Forms> forms) {
        return (id, language) -> forms.get()
                .find(id)
                .map(form -> new Button("📝 " + form.title(language.code()), "report:f:" + form.id()));
    }

    /** Tasks have their digest's chart drawn by the office. */
    static DigestChart chart() {
        StackedBars bars = new StackedBars();
        return (words, units) -> bars.png(
                words.title(),
                units.stream().map(DigestChart.Bar::unit).toList(),
                List.of(
                        part(words.done(), units, DigestChart.Bar::done),
                        part(words.late(), units, DigestChart.Bar::late),
                        part(words.open(), units, DigestChart.Bar::open)));
    }

    private static StackedBars.Part part(
            String name, List<DigestChart.Bar> bars, Function<DigestChart.Bar, Long> number) {
        return new StackedBars.Part(name, bars.stream().map(number).toList());
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

    /** Reports ask people who is on duty: the leads of the unit and of those above, and the office. */
    static Duty duty(People people, Language otherwise) {
        return new Duty() {
            @Override
            public List<OnDuty> forUnit(String unit) {
                return people
                        .members()
                        .reachable(
                                EnumSet.of(Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR), EnumSet.allOf(Unit.Level.class))
                        .stream()
                        .filter(member ->
                                people.units().isWithin(unit, member.person().unit()))
                        .map(member -> new OnDuty(
                                member.address(), member.person().language().orElse(otherwise)))
                        .toList();
            }

            @Override
            public String nameOf(String unit) {
                return people.units().find(unit).map(Unit::name).orElse(unit);
            }
        };
    }
}

package danvan;

import danvan.chat.Role;
import danvan.form.Forms;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.Reports;
import danvan.report.Staff;
import danvan.report.export.UnitTree;
import danvan.task.Quotes;
import danvan.task.ReportForms;
import danvan.task.Source;
import danvan.text.Dates;
import danvan.text.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
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

    /** Exports and the period's report ask which units there are. */
    static UnitTree unitTree(Organization organization) {
        return new UnitTree() {
            @Override
            public List<UnitTree.Place> within(String unit) {
                return places(organization.within(unit));
            }

            @Override
            public List<UnitTree.Place> below(String unit) {
                return places(organization.below(unit));
            }

            @Override
            public List<UnitTree.Place> upwards(String unit) {
                return places(organization.upwards(unit));
            }
        };
    }

    private static List<UnitTree.Place> places(List<UnitRef> units) {
        return units.stream()
                .map(unit -> new UnitTree.Place(unit.code(), unit.name()))
                .toList();
    }

    /** Reports ask who is on duty — the leads of the unit and of those above, and the office — and who is who. */
    static Staff staff(Organization organization, LongFunction<String> names) {
        return new Staff() {
            @Override
            public List<Staff.Colleague> onDuty(String unit) {
                return organization
                        .reachable(EnumSet.of(Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR), Optional.empty())
                        .stream()
                        .filter(member -> organization.isWithin(unit, member.unit()))
                        .map(Bridges::colleague)
                        .toList();
            }

            @Override
            public Optional<Staff.Colleague> find(long member) {
                return organization.reachable(member).map(Bridges::colleague);
            }

            @Override
            public Optional<Staff.Colleague> handler(long member) {
                return organization
                        .reachable(member)
                        .filter(found -> found.role().atLeast(Role.LEAD))
                        .map(Bridges::colleague);
            }

            @Override
            public String called(long member) {
                return names.apply(member);
            }

            @Override
            public String nameOf(String unit) {
                return organization.nameOf(unit);
            }

            @Override
            public List<String> within(String unit) {
                return codes(organization.within(unit));
            }

            @Override
            public List<String> below(String unit) {
                return codes(organization.below(unit));
            }
        };
    }

    private static List<String> codes(List<UnitRef> units) {
        return units.stream().map(UnitRef::code).toList();
    }

    private static Staff.Colleague colleague(Member member) {
        return new Staff.Colleague(member.id(), member.name(), member.address(), member.language());
    }
}

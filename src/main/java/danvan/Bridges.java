package danvan;

import danvan.ask.Office;
import danvan.broadcast.BroadcastDirectory;
import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.form.Forms;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.organization.Members;
import danvan.organization.People;
import danvan.organization.Unit;
import danvan.report.Seals;
import danvan.report.Staff;
import danvan.report.Vault;
import danvan.report.out.Area;
import danvan.report.out.Unsealing;
import danvan.task.reminder.DigestChart;
import danvan.task.ReferenceCheck;
import danvan.task.Quotes;
import danvan.task.ReportForms;
import danvan.task.Source;
import danvan.task.reminder.StackedBars;
import danvan.text.Dates;
import danvan.text.Language;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    static ReferenceCheck known(People people, Supplier<Forms> forms) {
        return new ReferenceCheck() {
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
                // Also who has blocked the bot: that is no fault of the programme.
                return people.members().all(EnumSet.allOf(Role.class), EnumSet.allOf(Unit.Level.class)).stream()
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
                words.below(),
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

    /** What the exports read personal answers with. */
    static Unsealing unsealing(Vault vault) {
        return new Unsealing() {
            @Override
            public Reader of(Optional<String> places) {
                Seals seals = Seals.read(places);
                return (path, text) -> {
                    Vault.Content content = vault.read(seals, path, text);
                    return new Content(content.text(), content.sealed(), content.readable());
                };
            }

            @Override
            public void unreadable(String receipt, String path) {
                vault.warn(receipt, path);
            }
        };
    }

    /** Exports and the period's report ask people which units there are. */
    static Area area(People people, Supplier<LocalDate> today) {
        return new Area() {
            @Override
            public List<Area.Place> within(String unit) {
                return people.units().within(unit).stream().map(Bridges::place).toList();
            }

            @Override
            public List<Area.Place> below(String unit) {
                return people.units().below(unit, today.get()).stream()
                        .map(Bridges::place)
                        .toList();
            }

            @Override
            public List<Area.Place> upwards(String unit) {
                return people.units().upwards(unit).stream().map(Bridges::place).toList();
            }
        };
    }

    /** Broadcasts ask people who is where. */
    static BroadcastDirectory town(People people, Language otherwise, Supplier<LocalDate> today) {
        return new BroadcastDirectory() {
            @Override
            public String nameOf(String unit) {
                return people.units().find(unit).map(Unit::name).orElse(unit);
            }

            @Override
            public boolean isWithin(String unit, String above) {
                return people.units().isWithin(unit, above);
            }

            @Override
            public List<BroadcastDirectory.Place> below(String unit) {
                return people.units().below(unit, today.get()).stream()
                        .map(place -> new BroadcastDirectory.Place(place.code(), place.name()))
                        .toList();
            }

            @Override
            public List<BroadcastDirectory.Reader> readers(String unit, Set<Role> roles) {
                Set<String> inside =
                        people.units().within(unit).stream().map(Unit::code).collect(Collectors.toSet());
                return people.members().reachable(roles, EnumSet.allOf(Unit.Level.class)).stream()
                        .filter(member -> inside.contains(member.person().unit()))
                        .map(member -> new BroadcastDirectory.Reader(
                                member.person().id(),
                                member.person().name(),
                                member.person().unit(),
                                member.address(),
                                member.person().language().orElse(otherwise)))
                        .toList();
            }
        };
    }

    private static Area.Place place(Unit unit) {
        return new Area.Place(unit.code(), unit.name());
    }

    /** Questions ask people who answers for the office. */
    static Office office(People people, Language otherwise) {
        return new Office() {
            @Override
            public List<Office.Colleague> onDuty() {
                List<Office.Colleague> office = of(Role.OFFICE);
                return office.isEmpty() ? approvers() : office;
            }

            @Override
            public List<Office.Colleague> approvers() {
                return of(Role.ADMINISTRATOR);
            }

            private List<Office.Colleague> of(Role role) {
                return people.members().reachable(EnumSet.of(role), EnumSet.allOf(Unit.Level.class)).stream()
                        .map(member -> new Office.Colleague(
                                member.person().id(),
                                member.address(),
                                member.person().language().orElse(otherwise)))
                        .toList();
            }

            @Override
            public String nameOf(String unit) {
                return people.units().find(unit).map(Unit::name).orElse(unit);
            }
        };
    }

    /** Reports ask people who is on duty — the leads of the unit and of those above, and the office — and who is who. */
    static Staff staff(People people, Language otherwise, Supplier<LocalDate> today) {
        return new Staff() {
            @Override
            public List<Staff.Colleague> onDuty(String unit) {
                return people
                        .members()
                        .reachable(
                                EnumSet.of(Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR), EnumSet.allOf(Unit.Level.class))
                        .stream()
                        .filter(member ->
                                people.units().isWithin(unit, member.person().unit()))
                        .map(member -> colleague(member, otherwise))
                        .toList();
            }

            @Override
            public Optional<Staff.Colleague> find(long member) {
                return people.members().reachable(member).map(found -> colleague(found, otherwise));
            }

            @Override
            public Optional<Staff.Colleague> handler(long member) {
                return people.members()
                        .reachable(member)
                        .filter(found -> found.person().role().atLeast(Role.LEAD))
                        .map(found -> colleague(found, otherwise));
            }

            @Override
            public String called(long member) {
                return people.members().name(member);
            }

            @Override
            public String nameOf(String unit) {
                return people.units().find(unit).map(Unit::name).orElse(unit);
            }

            @Override
            public List<String> within(String unit) {
                return people.units().within(unit).stream().map(Unit::code).toList();
            }

            @Override
            public List<String> below(String unit) {
                return people.units().below(unit, today.get()).stream()
                        .map(Unit::code)
                        .toList();
            }
        };
    }

    private static Staff.Colleague colleague(Members.Reachable member, Language otherwise) {
        Person person = member.person();
        return new Staff.Colleague(
                person.id(), person.name(), member.address(), person.language().orElse(otherwise));
    }
}

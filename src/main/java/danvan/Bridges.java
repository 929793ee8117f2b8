package danvan;

import danvan.ask.Office;
import danvan.chat.Dates;
import danvan.chat.Language;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.people.Members;
import danvan.people.People;
import danvan.people.Unit;
import danvan.report.Duty;
import danvan.task.Audience;
import danvan.task.Quotes;
import danvan.task.Recipient;
import danvan.task.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that features need from one another, handed over as the interfaces they ask for. */
final class Bridges {
    private Bridges() {}

    /** Tasks ask people who is in an audience. */
    static danvan.task.Members taskMembers(People people, Language otherwise) {
        return new danvan.task.Members() {
            @Override
            public List<Recipient> in(Audience audience) {
                return people.members().reachable(audience.roles(), Set.of(level(audience))).stream()
                        .map(member -> recipient(member, otherwise))
                        .toList();
            }

            @Override
            public boolean belongs(Person person, Audience audience) {
                return audience.roles().contains(person.role())
                        && people.units()
                                .find(person.unit())
                                .filter(unit -> unit.level() == level(audience))
                                .isPresent();
            }
        };
    }

    private static Recipient recipient(Members.Reachable member, Language otherwise) {
        Person person = member.person();
        return new Recipient(
                person.id(), member.address(), person.language().orElse(otherwise), person.name(), person.unit());
    }

    private static Unit.Level level(Audience audience) {
        return Unit.Level.valueOf(audience.level().toUpperCase(Locale.ROOT));
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

    /** Questions ask people who answers for the office. */
    static Office office(People people, Language otherwise) {
        return new Office() {
            @Override
            public List<Colleague> onDuty() {
                List<Colleague> office = of(Role.OFFICE);
                return office.isEmpty() ? approvers() : office;
            }

            @Override
            public List<Colleague> approvers() {
                return of(Role.ADMINISTRATOR);
            }

            private List<Colleague> of(Role role) {
                return people.members().reachable(EnumSet.of(role), EnumSet.allOf(Unit.Level.class)).stream()
                        .map(member -> new Colleague(
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

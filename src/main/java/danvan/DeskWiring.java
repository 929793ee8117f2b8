package danvan;

import danvan.channel.web.Caller;
import danvan.channel.web.Example;
import danvan.channel.web.PersonalLinks;
import danvan.channel.web.Polled;
import danvan.channel.web.Routes;
import danvan.config.Config;
import danvan.conversation.Feature;
import danvan.conversation.PageTurns;
import danvan.desk.Desk;
import danvan.desk.audit.AuditLedger;
import danvan.desk.audit.AuditPage;
import danvan.desk.coverage.CoveragePages;
import danvan.desk.coverage.CoverageService;
import danvan.desk.coverage.LateUnits;
import danvan.desk.coverage.PeoplePage;
import danvan.desk.documents.DocumentPages;
import danvan.desk.figures.FiguresPage;
import danvan.desk.mail.DeskMail;
import danvan.desk.mail.FilePages;
import danvan.desk.mail.NamedExports;
import danvan.desk.members.MemberOffice;
import danvan.desk.members.MemberPages;
import danvan.desk.page.Choices;
import danvan.desk.page.Views;
import danvan.desk.port.Beginnings;
import danvan.desk.port.DocumentOffice;
import danvan.desk.port.Obligations;
import danvan.desk.port.QuestionOffice;
import danvan.desk.port.Work;
import danvan.desk.questions.QuestionPages;
import danvan.desk.reports.ManyReports;
import danvan.desk.reports.ReportPages;
import danvan.desk.reports.ReportTable;
import danvan.desk.session.DeskTalk;
import danvan.desk.session.Entrance;
import danvan.desk.session.EntryCodes;
import danvan.desk.session.EntryFeature;
import danvan.desk.session.Guard;
import danvan.desk.session.SessionPages;
import danvan.desk.session.Sessions;
import danvan.desk.today.TodayPage;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.chat.People;
import danvan.organization.directory.Organization;
import danvan.schedule.Housekeeping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The desk: its way in, its pages, and what they ask of the features. */
final class DeskWiring {
    private final Core core;
    private final Organization organization;
    private final People people;
    private final Views views;
    private final Sessions sessions;
    private final EntryCodes codes;
    private final DeskMail mail;
    private final DeskTools tools;
    private final ReportWiring reports;
    private final Offices offices;
    private final PersonalLinks links;
    private final Obligations obligations;
    private final Beginnings beginnings;
    private Optional<Entrance> entrance = Optional.empty();
    private Optional<Guard> guard = Optional.empty();

    /** What the pages ask of features that have one thing for them. */
    record Offices(
            QuestionOffice questions,
            DocumentOffice documents,
            Work work,
            IntSupplier waitingDocuments,
            OfficePages pages) {}

    DeskWiring(
            Core core,
            People people,
            Organization organization,
            ReportWiring reports,
            Offices offices,
            PersonalLinks links,
            Obligations obligations,
            Beginnings beginnings) {
        this.core = core;
        this.people = people;
        this.organization = organization;
        this.reports = reports;
        this.offices = offices;
        this.links = links;
        this.obligations = obligations;
        this.beginnings = beginnings;
        this.views = new Views(core.texts, core.language, core.config.zone());
        // By real time: a rehearsal that walks through a year must not shut its own door.
        this.sessions = new Sessions(core.database, core.realTime, people.members()::accessNumber);
        this.codes = new EntryCodes(core.database, core.realTime);
        this.mail = new DeskMail(core.database, core.clock);
        this.tools = new DeskTools(core, people);
    }

    static boolean isServed(Config config) {
        return config.web().enabled() && config.web().desk();
    }

    /** The bot's side of the way in. */
    Feature entry() {
        return new EntryFeature(codes, people::note, links::desk);
    }

    DeskMail mail() {
        return mail;
    }

    /** The pages, to be served beside the phone page. */
    Routes routes(List<Example> examples, Supplier<Optional<Polled>> telegram) {
        Caller caller = new Caller(core.config.web());
        Entrance way = new Entrance(
                core.database,
                sessions,
                codes,
                organization,
                caller,
                views,
                people::note,
                new Entrance.Settings(
                        core.config.web(),
                        examples,
                        key -> people.directory().member(People.exampleLink(key)),
                        core.clock));
        Guard before = new Guard(way, caller, views, core.clock);
        entrance = Optional.of(way);
        guard = Optional.of(before);
        PageTurns turns =
                new PageTurns(core.database, core.outbox, core.texts, core.language, core.clock, DeskMail.CHANNEL);
        ReportTable table = new ReportTable(reports.shelf(), organization, new Choices(core.database), views);
        ReportPages one =
                new ReportPages(reports.shelf(), reports.actions(), table, turns, core.database, people::note, views);
        NamedExports named = new NamedExports(core.database);
        ManyReports many =
                new ManyReports(reports.shelf(), reports.actions(), reports.export(), named, table, turns, views);
        SessionPages own = new SessionPages(core.database, sessions, way, views, people::note);
        FilePages files = new FilePages(mail, core.files, core.jobs, named, core.realTime, views);
        AuditLedger ledger = new AuditLedger(core.database);
        CoverageService covered =
                new CoverageService(reports.arrivals(), obligations, organization, this::existed, core.config.zone());
        CoveragePages coverage = new CoveragePages(
                covered,
                reports.shelf(),
                organization,
                beginnings,
                turns,
                core.texts,
                new CoveragePages.Journal(people::note, detail -> ledger.last("reminded", detail)),
                views);
        PeoplePage byPerson = new PeoplePage(coverage, covered, reports.arrivals(), views);
        FiguresPage figures = new FiguresPage(
                reports.figures(), reports.word(), reports.shelf(), reports.arrivals(), organization, turns, views);
        AuditPage audit = new AuditPage(ledger, core.database, people::note, views);
        TodayPage today = new TodayPage(
                List.of(reports.work(), new LateUnits(covered, reports.shelf(), core.language), offices.work()),
                reports.shelf(),
                views);
        MemberPages members = new MemberPages(
                new MemberOffice(new Roster(core.database), people.units(), people.decisions()),
                organization,
                turns,
                views);
        QuestionPages open = new QuestionPages(offices.questions(), turns, views);
        DocumentPages papers = new DocumentPages(offices.documents(), turns, views, core.downloads.most());
        List<Desk.Pages> pages = new ArrayList<>(
                tools.pages(views, way, caller, people, organization, reports, offices.waitingDocuments(), telegram));
        pages.addAll(offices.pages().pages(core, people, organization, offices.documents(), turns, views));
        pages.addAll(List.of(
                today::addTo,
                table::addTo,
                one::addTo,
                many::addTo,
                files::addTo,
                coverage::addTo,
                byPerson::addTo,
                figures::addTo,
                members::addTo,
                open::addTo,
                papers::addTo,
                audit::addTo,
                own::addTo));
        return new Desk(
                way,
                before,
                new DeskTalk(way, caller, person -> people.members().deskChat(person.id())),
                views,
                pages);
    }

    private BiPredicate<String, LocalDate> existed() {
        Map<String, Unit> units =
                people.units().all().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        return (code, day) -> Optional.ofNullable(units.get(code))
                .filter(unit -> unit.existsOn(day))
                .isPresent();
    }

    /** Every page there is, once they are served. */
    List<Guard.Route> pages() {
        return guard.map(Guard::routes).orElse(List.of());
    }

    List<Housekeeping.Chore> chores() {
        return List.of(
                new Housekeeping.Chore(
                        "desk sessions",
                        () -> entrance.map(way -> way.forget(core.realTime)).orElse(0)),
                new Housekeeping.Chore("desk files", () -> mail.forget(before())),
                tools.chore());
    }

    private Instant before() {
        return core.clock
                .instant()
                .atZone(core.config.zone())
                .minus(core.config.retention().page())
                .toInstant();
    }
}

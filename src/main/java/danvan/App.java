package danvan;

import danvan.ask.Ask;
import danvan.channel.console.Console;
import danvan.channel.web.PersonalLinks;
import danvan.chat.Address;
import danvan.chat.Person;
import danvan.config.Config;
import danvan.conversation.CommandMenu;
import danvan.conversation.Enclosures;
import danvan.conversation.Feature;
import danvan.conversation.FeatureRouter;
import danvan.conversation.MinuteWork;
import danvan.conversation.Reply;
import danvan.conversation.TurnWork;
import danvan.conversation.Turns;
import danvan.desk.mail.DeskMail;
import danvan.desk.session.Guard;
import danvan.form.admin.ServedForms;
import danvan.glossary.ServedGlossary;
import danvan.knowledge.Knowledge;
import danvan.organization.Roster;
import danvan.organization.StoredOrganization;
import danvan.organization.chat.ExampleMember;
import danvan.organization.chat.InvitationLinks;
import danvan.organization.chat.People;
import danvan.organization.directory.Organization;
import danvan.outbox.Pace;
import danvan.outbox.Priority;
import danvan.outbox.Undelivered;
import danvan.report.SubmissionListener;
import danvan.schedule.Housekeeping;
import danvan.schedule.Timer;
import danvan.storage.Tx;
import danvan.task.BotClock;
import danvan.task.Tasks;
import danvan.text.Texts;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All wiring: the rooms one after the other, upon the {@link Core}. An app is made, its channels are opened, and it is closed
 * once.
 */
public final class App implements AutoCloseable {
    private static final int WORKERS = 8;

    private final Core core;
    private final OperationsWiring operations;
    private final People people;
    private final Tasks tasks;
    private final Ask ask;
    private final ReportWiring reports;
    private final DocumentWiring documents;
    private final OfficeFiles papers;
    private final BroadcastWiring broadcasts;
    private final Optional<DeskWiring> desk;
    private final ServedForms forms;
    private final Timer minute;
    private final FeatureRouter router;
    private final TurnWork work;
    private final Turns turns;
    private final Channels channels;
    private boolean closed;

    /**
     * Wires everything; no channel is open yet and nothing is worked before {@link #begin}.
     *
     * @param realTime the system's time
     */
    public App(Config config, Knowledge knowledge, Clock realTime) {
        this.core = new Core(config, realTime);
        this.operations = new OperationsWiring(core, knowledge.library());
        this.forms = new ServedForms(knowledge.forms(), core.database, core.files);
        ServedGlossary glossary = new ServedGlossary(knowledge.glossary(), core.database, core.texts);
        PersonalLinks links = new PersonalLinks(config.web());
        this.people = new People(
                core.database,
                Set.copyOf(config.people().administrators()),
                config.people().admission() == Config.Admission.OPEN,
                core.texts,
                core.language,
                config.zone(),
                new InvitationLinks(links::of, this::botName, new Enclosures(core.files)),
                turn -> reports().again(turn));
        people.units().put(knowledge.units());
        Organization organization = new StoredOrganization(
                people.units(),
                people.members(),
                core.language,
                () -> LocalDate.ofInstant(core.clock.instant(), config.zone()));
        this.documents = new DocumentWiring(core, knowledge, glossary, people, organization, this::spokenAt);
        this.tasks = TaskWiring.of(
                core,
                knowledge.programmes(),
                organization,
                documents.library(),
                forms,
                (unit, from, to) -> reports().ofWeek(unit, from, to),
                people::note);
        this.ask = new Ask(
                documents.library(),
                documents.imports(),
                core.database,
                organization,
                people::note,
                core.texts,
                config.zone());
        this.reports = new ReportWiring(core, forms, people, organization, ask::said, this::reported);
        this.broadcasts = new BroadcastWiring(core, organization, people::note);
        this.papers = new OfficeFiles(core, forms, glossary, people, tasks.intake());
        this.desk = DeskWiring.isServed(config)
                ? Optional.of(new DeskWiring(
                        core,
                        people,
                        organization,
                        reports,
                        new DeskWiring.Offices(
                                ask.office(),
                                documents.desk().office(),
                                new OfficeWork(
                                        tasks, ask, documents.imports(), new Undelivered(core.database, core.realTime)),
                                () -> documents.imports().waiting().size(),
                                new OfficePages(
                                        papers.kinds(),
                                        tasks.office(),
                                        broadcasts.feature().office(),
                                        papers.forms(),
                                        papers.glossary())),
                        links,
                        tasks.obligations(),
                        TaskWiring.reportForms(forms)::begin))
                : Optional.empty();
        this.minute = core.scheduler.timer(
                "the work of the minute",
                new MinuteWork(
                        core.clock, core.hours()::quiet, core.outbox, List.of(reports::remind, this::tellWeekly)));
        core.clock.onMove(minute::ring);
        this.router = new FeatureRouter(features());
        this.work = new TurnWork(
                core.database,
                core.inbox,
                core.outbox,
                people.directory(),
                router,
                core.texts,
                core.language,
                core.clock,
                core.uploads);
        this.turns = new Turns(core.inbox, work, WORKERS, operations.turnTimes());
        this.channels = new Channels(core, people, links, operations);
        // By real time: a rehearsal that walks through a year need not do a year's cleaning.
        core.scheduler.daily(
                "housekeeping", Housekeeping.HOUR, config.zone(), NightWork.of(core, people, reports, channels, desk));
        if (config.rehearsal()) {
            ExampleMember.addTo(people, core.clock.instant());
        }
    }

    /** In the order of the help's list; the last one takes whatever words nobody else claims. */
    private List<Feature> features() {
        List<Feature> features = new ArrayList<>(reports.features());
        features.addAll(papers.features());
        features.addAll(tasks.features());
        features.add(broadcasts.feature());
        // Before the people: a desk's code is written as an invitation's.
        desk.ifPresent(one -> features.add(one.entry()));
        features.add(people);
        features.add(operations.privacy());
        features.add(people.desk());
        features.add(documents.desk());
        features.add(ask);
        return features;
    }

    /** Begins to work turns and to remind, once the channels are open. */
    public void begin() {
        core.processes.start();
        turns.start();
        operations.begun(turns);
        tasks.start();
        forms.start();
        minute.start();
        minute.ring();
        broadcasts.start();
        core.scheduler.start();
        core.jobs.start();
        reports.start();
        documents.start();
    }

    /**
     * Opens the Telegram channel.
     *
     * @param fatal run when the process must end because an update could not be kept
     * @return the bot's user name; empty where Telegram could not be asked
     */
    public String openTelegram(String token, Pace pace, Runnable fatal) {
        return channels.openTelegram(token, pace, new CommandMenu(router, core.texts).byLanguage(), fatal);
    }

    /**
     * Opens the phone page.
     *
     * @return its address on this machine
     */
    public String openPage() {
        return channels.openPage(desk);
    }

    /** The pages of the desk, with who may open them; empty before the phone page is open. */
    public List<Guard.Route> deskPages() {
        return desk.map(DeskWiring::pages).orElse(List.of());
    }

    /**
     * Opens a terminal as one member's chat; {@link Console#run} reads from it.
     *
     * @param present whether the member sits at it, so that reminders come here
     * @param typed whether the member types, rather than a pipe
     */
    public Console openConsole(String member, boolean present, InputStream in, PrintStream out, boolean typed) {
        return channels.openConsole(member, present, terminal(), in, out, typed);
    }

    /** Whether everything that came in is answered and, on the open channels, everything that was said is delivered. */
    public boolean idle() {
        return core.inbox.waiting() == 0
                && tasks.idle()
                && core.scheduler.idle()
                && core.jobs.idle()
                && forms.inStep()
                && documents.idle()
                && channels.idle();
    }

    public People people() {
        return people;
    }

    /** The bot's clock, which in a rehearsal is not the real time. */
    public BotClock clock() {
        return core.clock;
    }

    /** Whether what is said at an address is answered as a member's: a member's, or one whom the settings let in. */
    public boolean mayComeIn(Address address) {
        return people.directory().member(address).isPresent()
                || core.config.people().admission() == Config.Admission.OPEN
                || core.config.people().administrators().contains(address.toString());
    }

    /** Takes nothing more in, finishes the open turns, delivers what is under way. What still waits is kept. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        channels.stopPolling();
        turns.close();
        tasks.close();
        minute.close();
        broadcasts.close();
        operations.close();
        reports.stopTimer();
        core.scheduler.close();
        core.jobs.close();
        forms.close();
        reports.close();
        documents.close();
        channels.close();
        core.processes.close();
        core.database.close();
    }

    private String botName() {
        return channels.bot();
    }

    private ReportWiring reports() {
        return reports;
    }

    /** A task whose evidence is the report is done by it. */
    private void reported(Tx tx, SubmissionListener.Submitted report) {
        people.members()
                .reachable(report.member())
                .ifPresent(member ->
                        tasks.reported(tx, member.person(), report.form(), report.period(), core.clock.instant()));
    }

    /** The office's weekly list of questions without an answer. */
    private boolean tellWeekly(Instant now, boolean quiet) {
        return !quiet
                && core.database.write(tx -> {
                    List<Reply.Notice> notices = ask.weekly(tx, now);
                    notices.forEach(notice -> core.outbox.add(tx, notice.to(), notice.what(), Priority.REMINDER));
                    return !notices.isEmpty();
                });
    }

    private Texts.Phrases spokenAt(Address address) {
        Optional<Person> member = address.channel().equals(DeskMail.CHANNEL)
                ? DeskMail.member(address)
                        .flatMap(new Roster(core.database)::find)
                        .map(Roster.Entry::person)
                : people.directory().member(address);
        return core.texts.in(member.flatMap(Person::language).orElse(core.language));
    }

    private Console.Bot terminal() {
        return new Console.Bot() {
            @Override
            public boolean idle() {
                return tasks.idle();
            }

            @Override
            public boolean inDialog(Address member) {
                return work.inDialog(member);
            }

            @Override
            public Texts.Phrases texts(Address member) {
                return spokenAt(member);
            }
        };
    }
}

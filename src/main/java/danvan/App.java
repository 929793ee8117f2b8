package danvan;

import danvan.ask.Ask;
import danvan.broadcast.BroadcastFeature;
import danvan.channel.console.Console;
import danvan.channel.web.PersonalLinks;
import danvan.chat.Address;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.conversation.CommandMenu;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.FeatureRouter;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.conversation.TurnWork;
import danvan.conversation.Turns;
import danvan.conversation.Uploads;
import danvan.form.admin.FormDesk;
import danvan.form.admin.FormShelf;
import danvan.form.admin.ServedForms;
import danvan.glossary.GlossaryDesk;
import danvan.glossary.ServedGlossary;
import danvan.inbox.Inbox;
import danvan.knowledge.Knowledge;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.imports.ImportedDocument;
import danvan.library.imports.Imports;
import danvan.library.imports.desk.DocumentDesk;
import danvan.library.imports.desk.DocumentReader;
import danvan.library.imports.desk.Documents;
import danvan.library.imports.desk.InboxFolder;
import danvan.library.imports.desk.Librarian;
import danvan.library.imports.desk.LibraryDocuments;
import danvan.library.imports.reading.Reading;
import danvan.library.imports.shelving.Shelving;
import danvan.organization.ExampleMember;
import danvan.organization.People;
import danvan.organization.StoredOrganization;
import danvan.organization.Unit;
import danvan.organization.directory.Organization;
import danvan.organization.roster.RosterDesk;
import danvan.outbox.Outbox;
import danvan.outbox.Pace;
import danvan.outbox.Priority;
import danvan.report.ReportForms;
import danvan.report.ReportPorts;
import danvan.report.ReportRules;
import danvan.report.Reports;
import danvan.report.StartOptions;
import danvan.report.SubmissionListener;
import danvan.report.export.ExportFeature;
import danvan.report.export.FileOrders;
import danvan.report.period.PeriodReportFeature;
import danvan.report.push.OpenRosaPush;
import danvan.report.store.AnswerCipher;
import danvan.report.store.ReportStore;
import danvan.schedule.Housekeeping;
import danvan.schedule.Scheduler;
import danvan.schedule.Timer;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.PrivateFiles;
import danvan.storage.Tx;
import danvan.task.BotClock;
import danvan.task.Missed;
import danvan.task.ReferenceCheck;
import danvan.task.ReminderHours;
import danvan.task.TaskPorts;
import danvan.task.Tasks;
import danvan.task.reminder.StackedBars;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All wiring, top to bottom. An app is made, its channels are opened, and it is closed once. */
public final class App implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final int WORKERS = 8;
    /** Telegram delivers again what was not confirmed for a day; twice that, to be sure. */
    private static final Duration REDELIVERED = Duration.ofDays(2);

    private static final int MEGABYTE_BITS = 20;

    private final Config config;
    private final Clock realTime;
    private final Database database;
    private final BotClock clock;
    private final Texts texts = new Texts();
    private final Files files;
    private final Downloads downloads;
    private final Uploads uploads;
    private final Inbox inbox;
    private final Outbox outbox;
    private final People people;
    private final Tasks tasks;
    private final Ask ask;
    private final Reports reports;
    private final Scheduler scheduler;
    private final Timer minute;
    private final Jobs jobs;
    private final ServedForms forms;
    private final ServedGlossary glossary;
    private final Optional<OpenRosaPush> push;
    private final DocumentReader reader;
    private final LibraryDocuments documents;
    private final Reading reading = Reading.usual();
    private final Librarian librarian;
    private final FeatureRouter switchboard;
    private final TurnWork work;
    private final Turns turns;
    private final Channels channels;
    private boolean closed;

    /**
     * Wires everything; no channel is open yet and nothing is processed before {@link #begin}.
     *
     * @param realTime the system's time
     */
    public App(Config config, Knowledge knowledge, Clock realTime) {
        this.config = config;
        this.realTime = realTime;
        PrivateFiles.mendAll(config.data());
        this.database = Database.open(config.storage());
        this.clock = config.rehearsal()
                ? BotClock.rehearsal(realTime, config.zone(), database)
                : BotClock.real(realTime, config.zone());
        this.scheduler = Scheduler.of(database, realTime);
        this.files = new Files(database, realTime);
        this.downloads = new Downloads(files, (long) config.reports().largestFile() << MEGABYTE_BITS);
        this.uploads = new Uploads(
                database,
                new Uploads.Limits(
                        config.reports().filesADay(),
                        (long) config.reports().megabytesADay() << MEGABYTE_BITS,
                        downloads.most()),
                config.zone());
        String node = UUID.randomUUID().toString();
        this.inbox = new Inbox(database, realTime, node);
        this.outbox = new Outbox(database, realTime, node);
        this.jobs = new Jobs(database, outbox, realTime, node);
        this.forms = new ServedForms(knowledge.forms(), database, files);
        this.glossary = new ServedGlossary(knowledge.glossary(), database, texts);
        Language language = Language.of(config.language()).orElse(Language.VI);
        // A question that comes with the start waits until what was imported is on the shelf.
        CompletableFuture<Shelving> shelving = knowledge.library().thenApply(this::stocked);
        Supplier<Library> library = () -> {
            shelving.join();
            return knowledge.library().join();
        };

        PersonalLinks links = new PersonalLinks(config.web());
        this.people = new People(
                database,
                Set.copyOf(config.people().administrators()),
                config.people().admission() == Config.Admission.OPEN,
                texts,
                language,
                config.zone(),
                links::of,
                this::openReport);
        people.units().put(knowledge.units());
        Organization organization = new StoredOrganization(
                people.units(), people.members(), language, () -> LocalDate.ofInstant(clock.instant(), config.zone()));
        this.tasks = new Tasks(
                scheduler,
                database,
                outbox,
                texts,
                clock,
                hours(config),
                knowledge.programmes(),
                files,
                downloads,
                new TaskPorts(
                        organization,
                        Bridges.quotes(library),
                        Bridges.reportForms(forms),
                        ReferenceCheck.of(
                                organization, id -> forms.get().find(id).isPresent()),
                        new StackedBars(),
                        App::missed));
        Imports imports = new Imports(database, files, reading, clock);
        this.ask = new Ask(library, imports, database, organization, texts, config.zone());
        ReportForms reportForms = new ReportForms(forms, config.zone());
        ReportStore reportStore = new ReportStore(database, files, answerCipher(config), config.zone());
        this.reports = new Reports(
                reportForms,
                reportStore,
                new ReportPorts(
                        organization,
                        ask::said,
                        this::reported,
                        (tx, to, what) -> outbox.add(tx, to, what, Priority.REMINDER),
                        new StartOptions(form -> form.allows("nil_report"), form -> form.allows("as_last"))),
                new ReportRules(
                        config.reports().draftReminder(),
                        config.reports().draftsKept(),
                        config.reports().withdrawWithin(),
                        config.reports().kept()),
                files,
                downloads,
                texts,
                () -> UUID.randomUUID().toString());
        this.minute = scheduler.timer(
                "the work of the minute", new MinuteWork(clock, hours(config), reports, ask, database, outbox));
        clock.onMove(minute::ring);
        // By real time: a rehearsal that walks through a year need not do a year's cleaning.
        scheduler.daily("housekeeping", Housekeeping.HOUR, config.zone(), new Housekeeping(chores()));
        FileOrders fileOrders = new FileOrders(jobs, people::note, config.zone());
        ExportFeature export =
                new ExportFeature(reportForms, reportStore, files, fileOrders, organization, texts, realTime);
        PeriodReportFeature periodReport = new PeriodReportFeature(
                reportForms, reportStore, files, downloads, fileOrders, organization, texts, realTime);
        BroadcastFeature broadcast = new BroadcastFeature(
                database,
                outbox,
                jobs,
                organization,
                texts,
                () -> UUID.randomUUID().toString());

        this.push = config.openRosa()
                .url()
                .map(url -> new OpenRosaPush(
                        reportStore,
                        files,
                        url,
                        config.openRosa().user(),
                        config.openRosa().password(),
                        realTime));

        FormDesk formDesk =
                new FormDesk(new FormShelf(forms), database, downloads, files, jobs, people::note, texts, realTime);
        this.documents = new LibraryDocuments(
                imports, () -> library.get().documents(), document -> opening(library.get(), document));
        this.reader = new DocumentReader(documents, database, outbox, address -> spokenAt(address, language));
        DocumentDesk desk = new DocumentDesk(documents, downloads, people::note);
        this.librarian = new Librarian(
                shelving,
                knowledge.library(),
                glossary,
                reader,
                () -> imports.unread().isEmpty() && imports.untold().isEmpty(),
                config.library().inboxFolder().map(folder -> new InboxFolder(folder, imports, this::tellOffice)));

        // In the order of the help's list; the last one takes whatever words nobody else claims.
        List<Feature> features = new ArrayList<>();
        features.addAll(reports.features());
        features.add(export);
        features.add(periodReport);
        // Before the programme: a workbook that cannot be opened safely ends here.
        features.add(formDesk);
        features.add(new GlossaryDesk(glossary, database, downloads, files, people::note, texts));
        features.add(new RosterDesk(database, files, downloads, people, texts, config.zone()));
        features.addAll(tasks.features());
        features.add(broadcast);
        features.add(people);
        features.add(people.desk());
        features.add(desk);
        features.add(ask);
        this.switchboard = new FeatureRouter(features);
        this.work =
                new TurnWork(database, inbox, outbox, people.directory(), switchboard, texts, language, clock, uploads);
        this.turns = new Turns(inbox, work, WORKERS);
        this.channels =
                new Channels(config, database, clock, files, downloads, uploads, inbox, outbox, people, links, texts);

        if (config.rehearsal()) {
            ExampleMember.addTo(people, clock.instant());
        }
    }

    /** Begins to work turns and to remind, once the channels are open. */
    public void begin() {
        turns.start();
        tasks.start();
        forms.start();
        minute.start();
        minute.ring();
        scheduler.start();
        jobs.start();
        push.ifPresent(OpenRosaPush::start);
        librarian.start();
    }

    /** What the nightly housekeeping deletes. A feature with something of its own to delete adds a line. */
    private List<Housekeeping.Chore> chores() {
        Config.Retention kept = config.retention();
        return List.of(
                new Housekeeping.Chore("updates", () -> inbox.forget(before(realTime, kept.messages()))),
                new Housekeeping.Chore(
                        "strangers' updates",
                        () -> inbox.forgetPassedOver(realTime.instant().minus(REDELIVERED))),
                new Housekeeping.Chore(
                        "messages to strangers",
                        () -> outbox.forgetStrangers(realTime.instant().minus(REDELIVERED))),
                new Housekeeping.Chore("strangers' tries", () -> people.forgetTries(clock.instant())),
                new Housekeeping.Chore("messages", () -> outbox.forget(before(realTime, kept.messages()))),
                new Housekeeping.Chore("phone page", () -> channels.forget(before(clock, kept.page()))),
                new Housekeeping.Chore(
                        "reports", () -> reports.retention().deleteReports(clock.instant(), config.zone())),
                new Housekeeping.Chore(
                        "messages that answered", () -> reports.retention().deleteAnswerMessages(clock.instant())),
                new Housekeeping.Chore(
                        "questions",
                        () -> database.write(tx -> {
                            // Asked at the bot's time, which in a rehearsal is years ago.
                            Ask.forget(tx, before(clock, kept.messages()));
                            return 0;
                        })),
                // A day's count is of that day alone.
                new Housekeeping.Chore("uploads", () -> uploads.forget(before(clock, Period.ofDays(2)))),
                new Housekeeping.Chore("files", files::forgetExpired));
    }

    private Instant before(Clock now, Period kept) {
        return now.instant().atZone(config.zone()).minus(kept).toInstant();
    }

    /**
     * Opens the Telegram channel.
     *
     * @param fatal run when the process must end because an update could not be kept
     * @return the bot's user name; empty where Telegram could not be asked
     */
    public String openTelegram(String token, Pace pace, Runnable fatal) {
        return channels.openTelegram(token, pace, new CommandMenu(switchboard, texts).byLanguage(), fatal);
    }

    /**
     * Opens the phone page.
     *
     * @return its address on this machine
     */
    public String openPage() {
        return channels.openPage();
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
        return inbox.waiting() == 0
                && tasks.idle()
                && scheduler.idle()
                && jobs.idle()
                && forms.inStep()
                && librarian.idle()
                && channels.idle();
    }

    public People people() {
        return people;
    }

    /** The bot's clock, which in a rehearsal is not the real time. */
    public BotClock clock() {
        return clock;
    }

    /** Whether what is said at an address is answered as a member's: a member's, or one whom the settings let in. */
    public boolean mayComeIn(Address address) {
        return people.directory().member(address).isPresent()
                || config.people().admission() == Config.Admission.OPEN
                || config.people().administrators().contains(address.toString());
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
        scheduler.close();
        jobs.close();
        forms.close();
        push.ifPresent(OpenRosaPush::close);
        librarian.close();
        reading.close();
        channels.close();
        database.close();
    }

    private Optional<Reply> openReport(Turn turn) {
        return reports.again(turn);
    }

    private static AnswerCipher answerCipher(Config config) {
        if (config.reports().key().isPresent()) {
            return AnswerCipher.of(config.reports().key().get());
        }
        try {
            return AnswerCipher.in(config.data().resolve("report.key"));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the reports: " + e.getMessage(), e);
        }
    }

    /** A task whose evidence is the report is done by it. */
    private void reported(Tx tx, SubmissionListener.Submitted report) {
        people.members()
                .reachable(report.member())
                .ifPresent(
                        member -> tasks.reported(tx, member.person(), report.form(), report.period(), clock.instant()));
    }

    private Texts.Phrases spokenAt(Address address, Language otherwise) {
        return texts.in(
                people.directory().member(address).flatMap(Person::language).orElse(otherwise));
    }

    private Shelving stocked(Library books) {
        glossary.step(books);
        Shelving shelving = new Shelving(database, books);
        shelving.step();
        return shelving;
    }

    private static String opening(Library library, Document document) {
        return library.passages(document.id(), document.language()).stream()
                .limit(2)
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    /** Documents came by the folder: whoever of the office can be reached may confirm them. */
    private void tellOffice(List<ImportedDocument> imported) {
        List<Documents.Paper> papers = imported.stream().map(documents::paper).toList();
        database.change(tx -> people.members()
                .reachable(EnumSet.of(Role.OFFICE, Role.ADMINISTRATOR), EnumSet.allOf(Unit.Level.class))
                .forEach(member -> reader.announce(tx, papers, member.address())));
        outbox.dispatch();
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
                return spokenAt(member, Language.of(config.language()).orElse(Language.VI));
            }
        };
    }

    private static ReminderHours hours(Config config) {
        Config.Reminders reminders = config.reminders();
        return new ReminderHours(
                config.zone(), reminders.hour(), reminders.quietFrom(), reminders.quietTo(), reminders.grace());
    }

    private static void missed(Tx tx, List<Missed> missed) {
        missed.forEach(round -> LOG.warn(
                "no reminder for task {} (due {}): the bot was not running at {} for longer than reminders.grace",
                round.task(),
                round.due(),
                round.at()));
    }
}

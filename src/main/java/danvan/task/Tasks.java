package danvan.task;

import danvan.chat.Person;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.outbox.Outbox;
import danvan.schedule.Scheduler;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Tx;
import danvan.task.chat.CalendarFeature;
import danvan.task.chat.Cards;
import danvan.task.chat.ClockFeature;
import danvan.task.chat.CompletionDialog;
import danvan.task.chat.ExtensionApproval;
import danvan.task.chat.ExtensionDay;
import danvan.task.chat.ExtensionDialog;
import danvan.task.chat.OfficeCards;
import danvan.task.chat.OwnerNames;
import danvan.task.chat.PastYears;
import danvan.task.chat.ProgrammeFeature;
import danvan.task.chat.SubjectLookup;
import danvan.task.chat.TaskFeature;
import danvan.task.chat.TeamFeature;
import danvan.task.office.OfficeProgramme;
import danvan.task.office.Reading;
import danvan.task.programme.FormObligations;
import danvan.task.programme.ProgrammeIntake;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.Programmes;
import danvan.task.programme.TaskSwitches;
import danvan.task.programme.TaskSwitching;
import danvan.task.reminder.Agenda;
import danvan.task.reminder.BatchSender;
import danvan.task.reminder.CompletionStore;
import danvan.task.reminder.Digests;
import danvan.task.reminder.Ledger;
import danvan.task.reminder.ProgressBoard;
import danvan.task.reminder.Reminders;
import danvan.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of the year: their reminders, which run between {@link #start} and {@link #close}, and what members and the
 * office can say about them.
 */
public final class Tasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Database database;
    private final BotClock clock;
    private final ReminderHours hours;
    private final ProgrammeStore register;
    private final CompletionDialog finishing;
    private final TaskSwitches switches = new TaskSwitches();
    private final Reminders reminders;
    private final List<Feature> features;
    private final ProgrammeIntake intake;
    private final OfficeProgramme office;

    /**
     * The tasks, to be {@linkplain #start started}.
     *
     * @param others what the tasks need from the other rooms
     */
    public Tasks(
            Scheduler scheduler,
            Database database,
            Outbox outbox,
            Texts texts,
            BotClock clock,
            ReminderHours hours,
            Programmes programmes,
            Files files,
            Downloads downloads,
            TaskPorts others) {
        this.database = database;
        this.clock = clock;
        this.hours = hours;
        this.register = new ProgrammeStore(database, programmes);
        AudienceMembers members = new AudienceMembers(others.organization());
        Ledger ledger = new Ledger();
        CompletionStore doings = new CompletionStore();
        Cards cards = new Cards(texts, others.quotes(), hours, new OwnerNames(members));
        OfficeCards officeCards = new OfficeCards(texts, cards, members);
        Agenda agenda = new Agenda(database, register, hours, switches, ledger, doings);
        BatchSender rounds = new BatchSender(
                database, outbox, members, cards, officeCards, hours, clock, others.missed(), ledger, doings);
        ProgressBoard board = new ProgressBoard(database, register, switches, doings, members, hours);
        Digests digests = new Digests(
                database, outbox, members, board, texts, cards, hours, files, others.chart(), others.reports());
        this.reminders = new Reminders(scheduler, database, clock, hours, agenda, rounds, digests);
        SubjectLookup subjects = new SubjectLookup(database, register, switches, doings);
        this.finishing = new CompletionDialog(
                doings, register, switches, members, cards, hours, others.forms(), files, downloads);
        TaskSwitching switching = new TaskSwitching(switches, hours, reminders, others.audit());
        ExtensionDay days = new ExtensionDay(cards, hours);
        ExtensionDialog moreTime = new ExtensionDialog(database, members, texts, cards, days, outbox);
        ExtensionApproval granting =
                new ExtensionApproval(database, subjects, members, texts, cards, days, reminders, others.audit());
        List<Feature> all = new ArrayList<>();
        all.add(new TaskFeature(
                database, register, switches, doings, members, subjects, finishing, moreTime, granting, cards, hours,
                reminders));
        all.add(new TeamFeature(board, members, cards, hours, files));
        all.add(new CalendarFeature(database, register, switches, doings, members, hours, files));
        this.intake = new ProgrammeIntake(
                database, register, switching, members, others.known(), others.quotes(), files, downloads);
        all.add(new ProgrammeFeature(
                database, register, switches, hours, switching, intake, new PastYears(database, register, hours)));
        this.office = new OfficeProgramme(
                database,
                others.organization(),
                new Reading(register, switches, doings, hours),
                new OfficeProgramme.Words(new OwnerNames(members), others.quotes()),
                switching,
                granting);
        if (clock.movable()) {
            all.add(new ClockFeature(clock, hours, cards, reminders));
        }
        this.features = List.copyOf(all);
    }

    /**
     * Takes notice of a report, in the transaction that keeps it: a task whose evidence it is, is done.
     *
     * @param form the form's id
     * @param period what the report says it is for, such as {@code 2024-Q1}, or the month of its day
     * @return the titles of what is done by it
     */
    public List<LocalizedText> reported(Tx tx, Person person, String form, String period, Instant now) {
        return finishing.reported(tx, person, form, period, now).stream()
                .map(Task::title)
                .toList();
    }

    /** By when forms are due, for the desk. */
    public FormObligations obligations() {
        return new FormObligations(database, register, switches, hours);
    }

    /** The programme as it is sent in and handed out. */
    public ProgrammeIntake intake() {
        return intake;
    }

    /** The programme for the desk. */
    public OfficeProgramme office() {
        return office;
    }

    /** {@code /tasks} with its buttons, {@code /programme}, and in a rehearsal {@code /clock}. */
    public List<Feature> features() {
        return features;
    }

    /** Begins to remind; what fell due while the bot was down comes first. Returns at once. */
    public void start() {
        register.now().problems().forEach(problem -> LOG.warn("programme not used: {}", problem));
        // A task counts from the day on which it was first known, that morning's reminders included.
        Instant today = hours.startOf(hours.day(clock.instant()));
        database.change(tx -> switches.meet(tx, register.in(tx).all(), today));
        reminders.start();
    }

    /** Whether everything that is due has been processed, and the clock stands where it was moved to. */
    public boolean idle() {
        return reminders.idle();
    }

    /** Waits until {@link #idle}; false where that took longer. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return reminders.awaitIdle(atMost);
    }

    /** Ends reminding, after the batch that is being processed; the rest is done at the next start. */
    @Override
    public void close() {
        reminders.close();
    }
}

package danvan.task.office;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import danvan.desk.port.Decided;
import danvan.desk.port.ProgrammeOffice;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.storage.Database;
import danvan.task.Occurrence;
import danvan.task.Quotes;
import danvan.task.Task;
import danvan.task.chat.ExtensionApproval;
import danvan.task.chat.OwnerNames;
import danvan.task.programme.TaskSwitches;
import danvan.task.programme.TaskSwitching;
import danvan.task.reminder.Extensions;
import danvan.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The tasks of the year for the desk. Safe for use by several threads. */
public final class OfficeProgramme implements ProgrammeOffice {
    private final Database database;
    private final Organization organization;
    private final Reading reading;
    private final Standings standings;
    private final Words words;
    private final TaskSwitching switching;
    private final ExtensionApproval approval;

    /** What is shown in words. */
    public record Words(OwnerNames owners, Quotes quotes) {}

    public OfficeProgramme(
            Database database,
            Organization organization,
            Reading reading,
            Words words,
            TaskSwitching switching,
            ExtensionApproval approval) {
        this.database = database;
        this.organization = organization;
        this.reading = reading;
        this.standings = new Standings(database, reading);
        this.words = words;
        this.switching = switching;
        this.approval = approval;
    }

    @Override
    public List<Integer> years() {
        TreeSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        reading.register().now().all().forEach(task -> years.add(task.year()));
        return List.copyOf(years);
    }

    @Override
    public List<Due> due(Person by, Texts.Phrases phrases, LocalDate from, LocalDate to, Instant now) {
        TaskSwitches.State state = database.read(reading.switches()::state);
        SeenMembers seen = new SeenMembers(organization, by);
        List<Due> due = new ArrayList<>();
        for (Task task : reading.register().now().all()) {
            for (Occurrence occurrence : task.occurrences()) {
                if (!occurrence.due().isBefore(from) && !occurrence.due().isAfter(to)) {
                    due.add(standings.counted(task, occurrence, phrases, state.on(task), seen, now));
                }
            }
        }
        due.sort(Comparator.comparing(Due::day).thenComparing(Due::title));
        return due;
    }

    @Override
    public List<Line> tasks(Texts.Phrases phrases, int year) {
        TaskSwitches.State state = database.read(reading.switches()::state);
        return reading.register().now().all().stream()
                .filter(task -> task.year() == year)
                .map(task -> line(task, phrases, state.on(task)))
                .toList();
    }

    @Override
    public List<Line> withForm(Texts.Phrases phrases, String form) {
        TaskSwitches.State state = database.read(reading.switches()::state);
        return reading.register().now().all().stream()
                .filter(task -> task.form().filter(form::equals).isPresent())
                .map(task -> line(task, phrases, state.on(task)))
                .toList();
    }

    private Line line(Task task, Texts.Phrases phrases, boolean on) {
        return new Line(
                task.key(),
                task.title().in(phrases.language()),
                phrases.plain("task.status", "status", task.status().name()),
                on,
                new AudienceWords(organization, phrases).of(task.audience()),
                task.occurrences().stream()
                        .map(one -> new Day(one.period(), one.due()))
                        .toList(),
                task.leadDays(),
                task.evidence() == Task.Evidence.NONE
                        ? ""
                        : phrases.plain("task.evidence", "kind", task.evidence().name()));
    }

    @Override
    public Optional<Sheet> sheet(Person by, Texts.Phrases phrases, String key, String period, Instant now) {
        return reading.register()
                .now()
                .task(key)
                .flatMap(task -> task.occurrences().stream()
                        .filter(one -> period.isEmpty() || one.period().equals(period))
                        .min(Comparator.comparing(
                                one -> Math.abs(reading.hours().day(now).toEpochDay()
                                        - one.due().toEpochDay())))
                        .map(occurrence -> sheet(by, phrases, task, occurrence, now)));
    }

    private Sheet sheet(Person by, Texts.Phrases phrases, Task task, Occurrence occurrence, Instant now) {
        boolean on = database.read(reading.switches()::state).on(task);
        List<Doer> doers = on ? standings.of(task, occurrence, new SeenMembers(organization, by), now) : List.of();
        return new Sheet(
                line(task, phrases, on),
                Standings.due(task, occurrence, phrases, on, doers),
                task.text().in(phrases.language()),
                task.dueNote().map(note -> note.in(phrases.language())).orElse(""),
                task.owner()
                        .flatMap(owner -> words.owners().name(owner, phrases))
                        .orElse(""),
                task.source()
                        .flatMap(source -> words.quotes().quote(source, phrases.language()))
                        .map(quote -> new Source(quote.text(), quote.citation())),
                doers.stream()
                        .map(doer -> Standings.noted(doer, task, phrases))
                        .sorted(Comparator.comparing(Doer::state)
                                .thenComparing(Doer::unit)
                                .thenComparing(Doer::name))
                        .toList());
    }

    @Override
    public Answered<Decided> turn(Turn turn, String key, boolean on) {
        Optional<Task> task = reading.register()
                .now()
                .task(key)
                .filter(one -> !one.archived(reading.hours().day(turn.now())));
        if (task.isEmpty() || !turn.person().role().atLeast(Role.ADMINISTRATOR)) {
            return Decided.notFound();
        }
        return database.read(reading.switches()::state).on(task.get()) == on
                ? Decided.not(Decided.Outcome.STALE, turn.plain("desk.programme.already"))
                : Decided.of(switching.turned(turn, task.get(), on));
    }

    @Override
    public List<Request> requests(Person by, Texts.Phrases phrases) {
        SeenMembers seen = new SeenMembers(organization, by);
        return database.read(Extensions::open).stream()
                .flatMap(waiting -> request(by, phrases, seen, waiting).stream())
                .toList();
    }

    @Override
    public long asked(Person by) {
        SeenMembers seen = new SeenMembers(organization, by);
        return database.read(Extensions::open).stream()
                .map(Extensions.Waiting::request)
                .filter(one -> organization
                        .member(one.member())
                        .filter(member -> seen.sees(member.unit()))
                        .isPresent())
                .filter(one -> reading.register().now().task(one.key().task()).stream()
                        .flatMap(task -> task.occurrences().stream())
                        .anyMatch(each -> each.period().equals(one.key().period())))
                .count();
    }

    private Optional<Request> request(Person by, Texts.Phrases phrases, SeenMembers seen, Extensions.Waiting waiting) {
        Extensions.Request asked = waiting.request();
        Optional<Member> member = organization.member(asked.member()).filter(one -> seen.sees(one.unit()));
        Optional<Task> task = reading.register().now().task(asked.key().task());
        Optional<Occurrence> occurrence = task.flatMap(one -> one.occurrences().stream()
                .filter(each -> each.period().equals(asked.key().period()))
                .findFirst());
        return member.flatMap(who -> occurrence.map(one -> new Request(
                asked.id(),
                asked.key().task(),
                asked.key().period(),
                task.orElseThrow().title().in(phrases.language()),
                one.due(),
                asked.wanted(),
                asked.reason(),
                who.name(),
                seen.unit(who.unit()),
                waiting.askedAt(),
                approval.decides(by, asked))));
    }

    @Override
    public Answered<Decided> answer(Turn turn, long request, Optional<LocalDate> until, String reason) {
        Optional<Extensions.Request> asked =
                database.read(tx -> Extensions.find(tx, request)).filter(one -> approval.decides(turn.person(), one));
        if (asked.isEmpty()) {
            return Decided.notFound();
        }
        return asked.get().state().isOpen()
                ? Decided.of(approval.answered(turn, request, until, reason))
                : Decided.not(
                        Decided.Outcome.STALE,
                        turn.plain(
                                "task.extensionOver",
                                "state",
                                asked.get().state().name()));
    }
}

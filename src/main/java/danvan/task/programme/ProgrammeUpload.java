package danvan.task.programme;

import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Member;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.task.Audience;
import danvan.task.AudienceMembers;
import danvan.task.Quotes;
import danvan.task.ReferenceCheck;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.chat.CardReply;
import danvan.task.reminder.Agenda;
import danvan.task.reminder.Reminders;
import danvan.text.Problem;
import danvan.text.Texts;
import danvan.workbook.Reviewer;
import danvan.workbook.SentFile;
import danvan.workbook.UploadCheck;
import danvan.workbook.UploadKind;
import danvan.workbook.UploadReview;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A programme that is sent in as a workbook or as YAML: the whole of a year, so that what it lacks is withdrawn. */
final class ProgrammeUpload implements UploadKind<ProgrammeUpload.Proposal> {
    static final String NAME = "programme";
    private static final Pattern CALLED_SO = Pattern.compile("program|chuong-?trinh");
    private static final Pattern LISTS_TASKS = Pattern.compile("(?m)^tasks:");
    private static final int MOST_LACKING = 10;

    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final AuditNote audit;
    private final AudienceMembers members;
    private final ReferenceCheck known;
    private final Quotes quotes;
    private final ReminderHours hours;
    private final Reminders reminders;

    /** What was sent, and what it would take the place of. */
    record Proposal(Programme sent, Optional<Programme> running) {
        ProgrammeDiff diff() {
            return new ProgrammeDiff(running, sent);
        }
    }

    ProgrammeUpload(
            Database database,
            ProgrammeStore register,
            TaskSwitching switching,
            AudienceMembers members,
            ReferenceCheck known,
            Quotes quotes) {
        this.database = database;
        this.register = register;
        this.switches = switching.switches();
        this.audit = switching.audit();
        this.members = members;
        this.known = known;
        this.quotes = quotes;
        this.hours = switching.hours();
        this.reminders = switching.reminders();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "task.programme";
    }

    @Override
    public List<String> endings() {
        return List.of(".xlsx", ".yml", ".yaml");
    }

    @Override
    public boolean takes(Incoming.File file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|ya?ml)");
    }

    @Override
    public UploadCheck<Proposal> check(Reviewer by, String fileName, byte[] content) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean workbook = name.endsWith(".xlsx");
        List<Problem> problems = new ArrayList<>();
        try {
            Optional<Programme> programme = workbook ? workbook(content, problems) : yaml(fileName, content, problems);
            return programme.isPresent() && problems.isEmpty()
                    ? new UploadCheck.Sound<>(new Proposal(
                            programme.get(), register.now().of(programme.get().year())))
                    : new UploadCheck.Faulty<>(problems);
        } catch (ForeignFile e) {
            // Called as a programme, it is told what it lacks; else it may be another feature's workbook.
            boolean meant = CALLED_SO.matcher(name).find()
                    || (!workbook
                            && LISTS_TASKS
                                    .matcher(new String(content, StandardCharsets.UTF_8))
                                    .find());
            return meant ? new UploadCheck.Unreadable<>(e.why()) : new UploadCheck.Foreign<>();
        }
    }

    private Optional<Programme> workbook(byte[] content, List<Problem> problems) throws ForeignFile {
        ProgrammeWorkbook.Content read = ProgrammeWorkbook.read(content);
        problems.addAll(read.problems());
        return ProgrammeReader.read(read.tree(), known, problems::add, read.places());
    }

    private Optional<Programme> yaml(String name, byte[] content, List<Problem> problems) throws ForeignFile {
        Yaml tree = ProgrammeReader.tree(new String(content, StandardCharsets.UTF_8));
        return ProgrammeReader.read(tree, known, problems::add, ProgrammePlaces.lines(name));
    }

    @Override
    public UploadReview review(Reviewer by, Proposal proposal) {
        ProgrammeDiff diff = proposal.diff();
        Programme programme = proposal.sent();
        String year = Integer.toString(programme.year());
        if (diff.isEmpty()) {
            return UploadReview.nothing(by.texts().say("task.intakeSame", "year", year));
        }
        TaskSwitches.State state = database.read(switches::state);
        Set<String> units = new HashSet<>();
        String text = by.texts()
                        .say(
                                "task.intakeDiff",
                                "year",
                                year,
                                "added",
                                diff.added().size(),
                                "changed",
                                diff.changed().size(),
                                "withdrawn",
                                diff.withdrawn().size(),
                                "reminders",
                                reminding(programme, state, by.now(), units),
                                "units",
                                units.size())
                + diff.named(by.texts())
                + off(by.texts(), diff, state)
                + unquoted(by.texts(), programme);
        return UploadReview.of(
                text,
                diff.differences(by.texts()),
                ProgrammeTree.yaml(programme.tree())
                        + proposal.running()
                                .map(running -> ProgrammeTree.yaml(running.tree()))
                                .orElse(""));
    }

    /** How many reminders there will be from today on, and for members of which units. */
    private long reminding(Programme programme, TaskSwitches.State state, Instant now, Set<String> units) {
        Instant from = hours.startOf(hours.day(now));
        long reminding = 0;
        // Many tasks are for the same people, and there may be 20,000 of them.
        Map<Audience, List<Member>> audiences = new HashMap<>();
        for (Task task : programme.tasks()) {
            List<Member> people = state.on(task) ? audiences.computeIfAbsent(task.audience(), members::in) : List.of();
            people.forEach(one -> units.add(one.unit()));
            long rounds = Agenda.rounds(task, hours)
                    .filter(round -> !round.escalation() && !round.at().isBefore(from))
                    .count();
            reminding += rounds * people.size();
        }
        return reminding;
    }

    /** New proposals stay off until they are turned on, which the author may well not expect. */
    private static String off(Texts.Phrases texts, ProgrammeDiff diff, TaskSwitches.State state) {
        long off = diff.added().stream().filter(task -> !state.on(task)).count();
        return off == 0 ? "" : "\n\n" + texts.say("task.intakeOff", "count", off);
    }

    /** Sources that the library lacks: nothing would be quoted from them, and nobody would know why. */
    private String unquoted(Texts.Phrases texts, Programme programme) {
        List<String> lacking = new ArrayList<>();
        for (Task task : programme.tasks()) {
            task.source()
                    .filter(source -> quotes.quote(source, texts.language()).isEmpty())
                    .ifPresent(source ->
                            lacking.add(task.id() + " (" + source.document() + ", " + source.passage() + ")"));
        }
        int shown = Math.min(MOST_LACKING, lacking.size());
        return lacking.isEmpty()
                ? ""
                : "\n\n"
                        + texts.say(
                                "task.intakeUnquoted",
                                "tasks",
                                String.join(", ", lacking.subList(0, shown)),
                                "more",
                                lacking.size() - shown);
    }

    @Override
    public Reply apply(Turn turn, Proposal proposal, SentFile file) {
        String text = turn.say(
                        "task.intakeApplied",
                        "year",
                        Integer.toString(proposal.sent().year()))
                + off(turn.texts(), proposal.diff(), database.read(switches::state));
        return CardReply.inPlace(turn, text, List.of()).andDo(tx -> put(tx, turn, proposal));
    }

    private void put(Tx tx, Turn turn, Proposal proposal) {
        Programme sent = proposal.sent();
        Optional<Programme> running = register.in(tx).of(sent.year());
        if (!running.map(Programme::tree).equals(proposal.running().map(Programme::tree))) {
            throw new Conflict("the programme was changed meanwhile");
        }
        Instant today = hours.startOf(hours.day(turn.now()));
        Map<String, Task> before = ProgrammeDiff.tasks(running);
        switches.meet(tx, sent.tasks(), today);
        // What would have been due earlier by the new dates is none of the bot's; nor is what was due while a task that
        // comes back was withdrawn.
        sent.tasks().stream()
                .filter(task -> !task.equals(before.get(task.key())))
                .forEach(task -> switches.renew(tx, task, today));
        ProgrammeStore.put(
                tx, sent.year(), ProgrammeTree.yaml(sent.tree()), turn.person().id(), turn.now());
        ProgrammeDiff diff = proposal.diff();
        audit.note(
                tx,
                turn.now(),
                turn.person().id(),
                "programme changed",
                sent.year() + ": +" + diff.added().size() + " ~"
                        + diff.changed().size() + " -" + diff.withdrawn().size());
        reminders.askAfter(tx);
    }
}

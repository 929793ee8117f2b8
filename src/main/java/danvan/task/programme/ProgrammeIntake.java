package danvan.task.programme;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Downloads;
import danvan.conversation.Enclosures;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Member;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.task.Audience;
import danvan.task.AudienceMembers;
import danvan.task.Quotes;
import danvan.task.ReferenceCheck;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.chat.CardReply;
import danvan.task.reminder.Agenda;
import danvan.task.reminder.Reminders;
import danvan.text.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

/** A programme that the office sends in as a workbook or as YAML: checked as a whole, shown as a difference, applied at its word. */
public final class ProgrammeIntake {
    private static final Pattern CALLED_SO = Pattern.compile("program|chuong-?trinh");
    private static final Pattern LISTS_TASKS = Pattern.compile("(?m)^tasks:");

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_PROBLEMS = 10;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final AudienceMembers members;
    private final ReferenceCheck known;
    private final Quotes quotes;
    private final ReminderHours hours;
    private final Reminders reminders;
    private final Files files;
    private final Enclosures enclosures;
    private final Downloads downloads;

    public ProgrammeIntake(
            Database database,
            ProgrammeStore register,
            TaskSwitches switches,
            AudienceMembers members,
            ReferenceCheck known,
            Quotes quotes,
            ReminderHours hours,
            Reminders reminders,
            Files files,
            Downloads downloads) {
        this.database = database;
        this.register = register;
        this.switches = switches;
        this.members = members;
        this.known = known;
        this.quotes = quotes;
        this.hours = hours;
        this.reminders = reminders;
        this.files = files;
        this.enclosures = new Enclosures(files);
        this.downloads = downloads;
    }

    /** Takes a file that is a programme, from the office; empty where it is anything else. */
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        boolean readable = file.name().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|ya?ml)");
        if (!readable || !turn.person().role().atLeast(Role.OFFICE)) {
            return Optional.empty();
        }
        try {
            StoredFile stored = downloads.fetch(turn.address(), file);
            try (InputStream content = files.open(stored.id())) {
                return taken(turn, file.name(), content.readAllBytes());
            }
        } catch (FileTooLarge e) {
            return Optional.of(Reply.say(turn.say("task.fileTooLarge", "megabytes", downloads.most() >> 20)));
        } catch (IOException e) {
            return Optional.of(Reply.say(turn.say("task.fileNotHad")));
        }
    }

    /** The same for a content that was fetched already; empty where it is no programme. */
    private Optional<Reply> taken(Turn turn, String name, byte[] content) {
        List<ProgrammeProblem> problems = new ArrayList<>();
        boolean workbook = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        try {
            Yaml tree = workbook
                    ? ProgrammeWorkbook.read(content, problems, name)
                    : ProgrammeReader.tree(new String(content, StandardCharsets.UTF_8));
            Optional<Programme> programme = workbook
                    ? ProgrammeReader.read(name, tree, known, problems::add, ProgrammeWorkbook::cell)
                    : ProgrammeReader.read(name, tree, known, problems::add);
            return Optional.of(
                    problems.isEmpty() && programme.isPresent()
                            ? proposed(turn, programme.get())
                            : workbook ? marked(turn, content, problems) : Reply.say(told(turn, problems, false)));
        } catch (ForeignFile e) {
            // Called as a programme, it is told what it lacks; else it may be another feature's workbook.
            boolean meant = CALLED_SO.matcher(name.toLowerCase(Locale.ROOT)).find()
                    || (!workbook
                            && LISTS_TASKS
                                    .matcher(new String(content, StandardCharsets.UTF_8))
                                    .find());
            return meant
                    ? Optional.of(Reply.say(
                            turn.say("task.intakeForeign", "why", e.why().in(turn.language()))))
                    : Optional.empty();
        }
    }

    /** The programme in force as a workbook. */
    public Reply asWorkbook(Turn turn, int year) {
        return register.now()
                .of(year)
                .map(programme -> workbook(
                        Reply.nothing(),
                        ProgrammeWriter.bytes(programme.tree(), Optional.of(turn.texts())),
                        turn.plain("task.intakeFile", "year", Integer.toString(year)),
                        turn.say("task.intakeWorkbook", "year", Integer.toString(year))))
                .orElseGet(() -> none(turn, year));
    }

    /** There is none of the year yet: another year's is where to start from. */
    private Reply none(Turn turn, int year) {
        Optional<Integer> other = register.now().all().stream().map(Task::year).max(Integer::compare);
        return Reply.say(turn.say(
                "task.intakeNone",
                "year",
                Integer.toString(year),
                "known",
                other.isPresent() ? "yes" : "no",
                "other",
                other.map(String::valueOf).orElse("")));
    }

    private Reply marked(Turn turn, byte[] content, List<ProgrammeProblem> problems) {
        return workbook(
                Reply.say(told(turn, problems, true)),
                MarkedProgramme.of(content, problems, turn.language()),
                turn.plain("task.intakeMarked"),
                "");
    }

    /** What is wrong, by cell or by line. */
    private static String told(Turn turn, List<ProgrammeProblem> problems, boolean cells) {
        StringBuilder text = new StringBuilder(
                turn.say(cells ? "task.intakeProblems" : "task.intakeFaults", "count", problems.size()));
        for (ProgrammeProblem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            String where = cells
                    ? ProgrammeWorkbook.cell(problem.line())
                    : Fault.of("line", "line", problem.line()).in(turn.language());
            text.append("\n• ")
                    .append(Markup.escape(where + (problem.task().isEmpty() ? "" : " (" + problem.task() + ")") + ": "
                            + problem.said(turn.language())));
        }
        if (problems.size() > MOST_PROBLEMS) {
            text.append('\n').append(turn.say("task.andMore", "count", problems.size() - MOST_PROBLEMS));
        }
        return text.toString();
    }

    private Reply workbook(Reply reply, byte[] content, String name, String caption) {
        return enclosures.with(reply, content, name, TYPE, caption, List.of(), KEPT);
    }

    private Reply proposed(Turn turn, Programme programme) {
        ProgrammeDiff diff = new ProgrammeDiff(register.now().of(programme.year()), programme);
        if (diff.isEmpty()) {
            return Reply.say(turn.say("task.intakeSame", "year", Integer.toString(programme.year())));
        }
        Instant from = hours.startOf(hours.day(turn.now()));
        TaskSwitches.State state = database.read(switches::state);
        Set<String> units = new HashSet<>();
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
        long number = turn.now().toEpochMilli();
        String yaml = ProgrammeWorkbook.yaml(programme.tree());
        String text = turn.say(
                        "task.intakeDiff",
                        "year",
                        Integer.toString(programme.year()),
                        "added",
                        diff.added().size(),
                        "changed",
                        diff.changed().size(),
                        "withdrawn",
                        diff.withdrawn().size(),
                        "reminders",
                        reminding,
                        "units",
                        units.size())
                + diff.named(turn.texts())
                + off(turn, diff, state)
                + unquoted(turn, programme);
        return Reply.say(
                        text,
                        List.of(List.of(
                                new Button(turn.plain("task.intakeApply"), "programme:a:" + number),
                                new Button(turn.plain("task.intakeDrop"), "programme:x:" + number))))
                .andDo(tx -> {
                    tx.update(
                            "DELETE FROM programme_proposed WHERE member_id = ?",
                            turn.person().id());
                    tx.update(
                            "INSERT INTO programme_proposed (member_id, number, year, yaml) VALUES (?, ?, ?, ?)",
                            turn.person().id(),
                            number,
                            programme.year(),
                            yaml);
                });
    }

    private String applied(Turn turn, Programme programme) {
        ProgrammeDiff diff = new ProgrammeDiff(register.now().of(programme.year()), programme);
        return turn.say("task.intakeApplied", "year", Integer.toString(programme.year()))
                + off(turn, diff, database.read(switches::state));
    }

    /** New proposals stay off until they are turned on, which the author may well not expect. */
    private static String off(Turn turn, ProgrammeDiff diff, TaskSwitches.State state) {
        long off = diff.added().stream().filter(task -> !state.on(task)).count();
        return off == 0 ? "" : "\n\n" + turn.say("task.intakeOff", "count", off);
    }

    /** Sources that the library lacks: nothing would be quoted from them, and nobody would know why. */
    private String unquoted(Turn turn, Programme programme) {
        List<String> lacking = new ArrayList<>();
        for (Task task : programme.tasks()) {
            task.source()
                    .filter(source -> quotes.quote(source, turn.language()).isEmpty())
                    .ifPresent(source ->
                            lacking.add(task.id() + " (" + source.document() + ", " + source.passage() + ")"));
        }
        int shown = Math.min(MOST_PROBLEMS, lacking.size());
        return lacking.isEmpty()
                ? ""
                : "\n\n"
                        + turn.say(
                                "task.intakeUnquoted",
                                "tasks",
                                String.join(", ", lacking.subList(0, shown)),
                                "more",
                                lacking.size() - shown);
    }

    /** The sender's word on what was proposed. */
    public Reply answered(Turn turn, boolean apply, String number) {
        Optional<String> yaml = number.matches("\\d{1,18}")
                ? database.read(tx -> tx.one(
                        "SELECT yaml FROM programme_proposed WHERE member_id = ? AND number = ?",
                        row -> row.text("yaml"),
                        turn.person().id(),
                        Long.parseLong(number)))
                : Optional.empty();
        // Read again: a unit or a form may have gone since.
        Optional<Programme> programme =
                yaml.flatMap(text -> ProgrammeReader.read("programme", text, known, problem -> {}));
        if (programme.isEmpty()) {
            return Reply.say(turn.say("task.intakeOld"));
        }
        Reply reply = CardReply.inPlace(
                turn, apply ? applied(turn, programme.get()) : turn.say("task.intakeDropped"), List.of());
        return reply.andDo(tx -> {
            int waiting = tx.update(
                    "DELETE FROM programme_proposed WHERE member_id = ? AND number = ?",
                    turn.person().id(),
                    Long.parseLong(number));
            if (waiting == 0) {
                throw new Conflict("the proposed programme was answered meanwhile");
            }
            if (apply) {
                Instant today = hours.startOf(hours.day(turn.now()));
                Map<String, Task> before =
                        ProgrammeDiff.tasks(register.in(tx).of(programme.get().year()));
                switches.meet(tx, programme.get().tasks(), today);
                // What would have been due earlier by the new dates is none of the bot's; nor is what was due while a
                // task that comes back was withdrawn.
                programme.get().tasks().stream()
                        .filter(task -> !task.equals(before.get(task.key())))
                        .forEach(task -> switches.renew(tx, task, today));
                ProgrammeStore.put(
                        tx,
                        programme.get().year(),
                        yaml.orElseThrow(),
                        turn.person().id(),
                        turn.now());
                reminders.askAfter(tx);
            }
        });
    }
}

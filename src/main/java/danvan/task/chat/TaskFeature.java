package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.task.AudienceMembers;
import danvan.task.Occurrence;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.WorkingCalendar;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.TaskSwitches;
import danvan.task.reminder.CompletionStore;
import danvan.task.reminder.ReminderBatch;
import danvan.task.reminder.ReminderTiming;
import danvan.task.reminder.Reminders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /tasks}, the buttons below reminders and lists, and what is asked when one of them was tapped. */
public final class TaskFeature implements Feature {
    /** In a button: the list goes on behind so many. */
    private static final String MORE = "p";

    private static final int MOST_LINES = 15;

    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final CompletionStore doings;
    private final AudienceMembers members;
    private final SubjectLookup subjects;
    private final CompletionDialog finishing;
    private final ExtensionDialog moreTime;
    private final ExtensionApproval granting;
    private final MyTasks mine;
    private final Cards cards;
    private final ReminderHours hours;
    private final Reminders reminders;

    public TaskFeature(
            Database database,
            ProgrammeStore register,
            TaskSwitches switches,
            CompletionStore doings,
            AudienceMembers members,
            SubjectLookup subjects,
            CompletionDialog finishing,
            ExtensionDialog moreTime,
            ExtensionApproval granting,
            Cards cards,
            ReminderHours hours,
            Reminders reminders) {
        this.database = database;
        this.register = register;
        this.switches = switches;
        this.doings = doings;
        this.members = members;
        this.subjects = subjects;
        this.finishing = finishing;
        this.moreTime = moreTime;
        this.granting = granting;
        this.mine = new MyTasks(members);
        this.cards = cards;
        this.hours = hours;
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return Act.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("tasks", List.of("nhiemvu", "viec", "gorevler"), "task.helpTasks", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (command.equals("cancel")) {
            return Reply.say(turn.say("task.askingLeft")).andClose();
        }
        return list(turn, 0);
    }

    private Reply list(Turn turn, int from) {
        LocalDate today = hours.day(turn.now());
        LocalDate since = hours.day(members.since(turn.person()));
        List<MyTasks.Line> lines = database.read(tx -> {
            TaskSwitches.State state = switches.state(tx);
            List<Task> on = register.in(tx).all().stream().filter(state::on).toList();
            return mine.of(turn.person(), on, doings.standing(tx, turn.person().id()), today, since);
        });
        return from >= lines.size() ? Reply.say(turn.say("task.listEmpty")) : list(turn, lines, from, today);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", -1);
        if (parts[0].equals(MORE)) {
            return list(turn, parts.length == 2 && parts[1].matches("\\d{1,4}") ? Integer.parseInt(parts[1]) : 0);
        }
        Optional<Act> act = Act.of(parts[0]);
        if (act.filter(Act::decides).isPresent() && parts.length == 2 && parts[1].matches("\\d{1,18}")) {
            return granting.decided(turn, act.get(), Long.parseLong(parts[1]));
        }
        Optional<Subject> subject =
                parts.length >= 3 ? subjects.find(turn.person(), parts[1], parts[2]) : Optional.empty();
        if (act.isEmpty() || act.get().decides() || subject.isEmpty()) {
            return Reply.say(turn.say("task.gone"));
        }
        return refused(turn, act.get(), subject.get()).orElseGet(() -> switch (act.get()) {
            case DETAILS -> details(turn, subject.get());
            case LATER -> later(turn, subject.get());
            case EXTEND -> moreTime.ask(turn, subject.get());
            case UNTIL -> moreTime.askedUntil(turn, subject.get(), parts.length > 3 ? parts[3] : "");
            case NOT_APPLICABLE -> finishing.askWhyNot(turn, subject.get());
            case REOPEN -> finishing.reopened(turn, subject.get());
            default -> finishing.done(turn, subject.get());
        });
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        PendingQuestion asking = dialog.state(PendingQuestion.class);
        if (asking.request() > 0) {
            return Optional.of(granting.heardFromLead(turn, asking));
        }
        Optional<Subject> subject = subjects.find(turn.person(), asking.task(), asking.period());
        if (subject.isEmpty()) {
            return Optional.of(Reply.say(turn.say("task.gone")).andClose());
        }
        Optional<Reply> refusal = refused(turn, Act.DONE, subject.get()).map(Reply::andClose);
        return refusal.or(() -> Optional.of(
                switch (asking.what()) {
                    case EXTENSION_DAY, EXTENSION_REASON -> moreTime.heard(turn, asking, subject.get());
                    default -> finishing.heard(turn, asking, subject.get());
                }));
    }

    /** Why nothing can be done about it now; empty where something can. */
    private Optional<Reply> refused(Turn turn, Act act, Subject subject) {
        if (!members.belongs(turn.person(), subject.task().audience())) {
            return Optional.of(Reply.say(turn.say("task.notYours")));
        }
        if (act == Act.DETAILS) {
            return Optional.empty();
        }
        if (subject.doneAt().isPresent() && act != Act.REOPEN) {
            String at = cards.time(turn.texts(), subject.doneAt().get());
            return Optional.of(Reply.say(turn.say("task.doneBefore", "time", at)));
        }
        if (!subject.standing().current(subject.task(), subject.occurrence(), hours.day(turn.now()))) {
            String due = cards.date(turn.texts(), subject.occurrence().due());
            return Optional.of(Reply.say(turn.say("task.past", "date", due)));
        }
        return Optional.empty();
    }

    /** One more reminder tomorrow. Where one is due at that hour anyway, that is the one. */
    private Reply later(Turn turn, Subject subject) {
        LocalDate tomorrow = hours.day(turn.now()).plusDays(1);
        Instant until = hours.on(tomorrow);
        Task task = subject.task();
        Occurrence occurrence = subject.occurrence();
        Reply reply = CardReply.inPlace(
                        turn,
                        cards.later(turn.texts(), task, occurrence, until),
                        cards.buttonsAfterLater(turn.texts(), task, occurrence))
                .andToast(turn.plain(
                        "task.laterNow",
                        "time",
                        cards.time(turn.texts(), until),
                        "date",
                        cards.date(turn.texts(), occurrence.due())));
        long lead = ChronoUnit.DAYS.between(tomorrow, occurrence.due());
        boolean anyway = WorkingCalendar.VIETNAM.works(tomorrow)
                && task.leadDays().stream().anyMatch(days -> days == lead);
        if (anyway) {
            return reply;
        }
        ReminderBatch.Key round =
                new ReminderBatch.Key(task.key(), occurrence.due(), new ReminderTiming.SnoozedTo(tomorrow));
        return reply.andDo(tx -> {
            doings.snooze(tx, round, turn.person().id(), turn.now());
            reminders.askFor(tx, round);
        });
    }

    private Reply details(Turn turn, Subject subject) {
        Task task = subject.task();
        Occurrence occurrence = subject.occurrence();
        boolean current = subject.standing().current(task, occurrence, hours.day(turn.now()));
        List<List<Button>> buttons = subject.standing()
                .finished(task, occurrence)
                .map(finished -> cards.buttonsAfterwards(turn.texts(), task, occurrence, finished))
                .orElseGet(() -> cards.allButtons(turn.texts(), task, occurrence));
        return Reply.say(cards.details(turn.texts(), subject, turn.now()), current ? buttons : List.of());
    }

    private Reply list(Turn turn, List<MyTasks.Line> lines, int from, LocalDate today) {
        StringBuilder text = new StringBuilder(turn.say("task.listTitle", "date", cards.date(turn.texts(), today)));
        List<Button> buttons = new ArrayList<>();
        Optional<MyTasks.Group> group = Optional.empty();
        int to = Math.min(from + MOST_LINES, lines.size());
        for (MyTasks.Line line : lines.subList(from, to)) {
            if (!group.equals(Optional.of(line.group()))) {
                group = Optional.of(line.group());
                text.append("\n\n")
                        .append(turn.say("task.group", "group", line.group().name()));
            }
            String number = Integer.toString(from + buttons.size() + 1);
            text.append('\n')
                    .append(turn.say(
                            line.finished().isPresent() ? "task.lineDone" : "task.line",
                            "how",
                            line.finished().map(Enum::name).orElse(""),
                            "number",
                            number,
                            "date",
                            cards.shortDate(turn.texts(), line.occurrence().due(), today),
                            "title",
                            line.task().title().in(turn.language())));
            buttons.add(cards.detailsButton(
                    line.finished().map(how -> Cards.mark(how) + " ").orElse("") + number,
                    line.task(),
                    line.occurrence()));
        }
        text.append("\n\n").append(turn.say("task.listHint"));
        List<List<Button>> rows = new ArrayList<>(TaskButtons.rows(buttons));
        if (to < lines.size()) {
            rows.add(List.of(new Button(
                    turn.plain("task.listMore", "count", lines.size() - to), Act.FEATURE + ":" + MORE + ":" + to)));
        }
        return Reply.say(text.toString(), rows);
    }
}

package danvan.task;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Conflict;
import danvan.storage.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /tasks}, and the buttons Done, Later and Details below reminders and lists. */
final class TaskFeature implements Feature {
    static final String NAME = "task";
    private static final int MOST_LINES = 15;
    private static final int BUTTONS_A_ROW = 5;

    /** What a button is about. */
    private record Subject(Task task, Occurrence occurrence, Optional<Instant> doneAt) {}

    private final Database database;
    private final Programmes programmes;
    private final Switches switches;
    private final Doings doings;
    private final Members members;
    private final MyTasks mine;
    private final Cards cards;
    private final ReminderHours hours;
    private final Reminders reminders;

    TaskFeature(
            Database database,
            Programmes programmes,
            Switches switches,
            Doings doings,
            Members members,
            Cards cards,
            ReminderHours hours,
            Reminders reminders) {
        this.database = database;
        this.programmes = programmes;
        this.switches = switches;
        this.doings = doings;
        this.members = members;
        this.mine = new MyTasks(members);
        this.cards = cards;
        this.hours = hours;
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("tasks", List.of("nhiemvu", "viec", "gorevler"), "task.helpTasks", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        LocalDate today = hours.day(turn.now());
        List<MyTasks.Line> lines = database.read(tx -> {
            Switches.State state = switches.state(tx);
            List<Task> on = programmes.all().stream().filter(state::on).toList();
            return mine.of(turn.person(), on, doings.doneBy(tx, turn.person().id()), today);
        });
        return lines.isEmpty() ? Reply.say(turn.say("task.listEmpty")) : list(turn, lines, today);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", -1);
        Optional<Act> act = Act.of(parts[0]);
        Optional<Subject> subject = parts.length == 3 ? subject(turn, parts[1], parts[2]) : Optional.empty();
        if (act.isEmpty() || subject.isEmpty()) {
            return Reply.say(turn.say("task.gone"));
        }
        Task task = subject.get().task();
        if (!members.belongs(turn.person(), task.audience())) {
            return Reply.say(turn.say("task.notYours"));
        }
        if (act.get() == Act.DETAILS) {
            return details(turn, subject.get());
        }
        if (subject.get().doneAt().isPresent()) {
            String at = cards.time(turn.texts(), subject.get().doneAt().get());
            return Reply.say(turn.say("task.doneBefore", "time", at));
        }
        if (!MyTasks.current(task, subject.get().occurrence(), hours.day(turn.now()))) {
            String due = cards.date(turn.texts(), subject.get().occurrence().due());
            return Reply.say(turn.say("task.past", "date", due));
        }
        return act.get() == Act.DONE ? done(turn, subject.get()) : later(turn, subject.get());
    }

    private Reply done(Turn turn, Subject subject) {
        Doings.Mark mark = Doings.Mark.of(subject.task(), subject.occurrence());
        String card = cards.done(turn.texts(), subject.task(), subject.occurrence(), turn.now());
        return rewritten(turn, card, List.of())
                .andToast(turn.plain("task.doneNow"))
                .andDo(tx -> {
                    if (!doings.done(tx, mark, turn.person().id(), turn.now())) {
                        throw new Conflict(mark + " was done meanwhile");
                    }
                });
    }

    /** One more reminder tomorrow. Where one is due at that hour anyway, that is the one. */
    private Reply later(Turn turn, Subject subject) {
        LocalDate tomorrow = hours.day(turn.now()).plusDays(1);
        Instant until = hours.on(tomorrow);
        Task task = subject.task();
        Occurrence occurrence = subject.occurrence();
        Reply reply = rewritten(
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
        if (task.leadDays().stream().anyMatch(days -> days == lead)) {
            return reply;
        }
        Round.Key round = new Round.Key(task.key(), occurrence.due(), Round.snoozedTo(tomorrow));
        return reply.andDo(tx -> {
            doings.snooze(tx, round, turn.person().id(), turn.now());
            reminders.askFor(tx, round);
        });
    }

    private Reply details(Turn turn, Subject subject) {
        Task task = subject.task();
        Occurrence occurrence = subject.occurrence();
        boolean open = subject.doneAt().isEmpty() && MyTasks.current(task, occurrence, hours.day(turn.now()));
        return Reply.say(
                cards.details(turn.texts(), task, occurrence, subject.doneAt(), turn.now()),
                open ? cards.buttons(turn.texts(), task, occurrence, false) : List.of());
    }

    private Reply list(Turn turn, List<MyTasks.Line> lines, LocalDate today) {
        StringBuilder text = new StringBuilder(turn.say("task.listTitle", "date", cards.date(turn.texts(), today)));
        List<Button> buttons = new ArrayList<>();
        Optional<MyTasks.Group> group = Optional.empty();
        for (MyTasks.Line line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            if (!group.equals(Optional.of(line.group()))) {
                group = Optional.of(line.group());
                text.append("\n\n")
                        .append(turn.say("task.group", "group", line.group().name()));
            }
            String number = Integer.toString(buttons.size() + 1);
            text.append('\n')
                    .append(turn.say(
                            line.done() ? "task.lineDone" : "task.line",
                            "number",
                            number,
                            "date",
                            cards.shortDate(turn.texts(), line.occurrence().due()),
                            "title",
                            line.task().title().in(turn.language())));
            buttons.add(cards.detailsButton((line.done() ? "✅ " : "") + number, line.task(), line.occurrence()));
        }
        if (lines.size() > MOST_LINES) {
            text.append('\n').append(turn.say("task.listMore", "count", lines.size() - MOST_LINES));
        }
        text.append("\n\n").append(turn.say("task.listHint"));
        return Reply.say(text.toString(), rows(buttons));
    }

    private static List<List<Button>> rows(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += BUTTONS_A_ROW) {
            rows.add(buttons.subList(from, Math.min(from + BUTTONS_A_ROW, buttons.size())));
        }
        return rows;
    }

    private Optional<Subject> subject(Turn turn, String key, String period) {
        return programmes
                .task(key)
                .flatMap(task -> task.occurrences().stream()
                        .filter(occurrence -> occurrence.period().equals(period))
                        .findFirst()
                        .flatMap(occurrence -> database.read(tx -> {
                            Map<Doings.Mark, Instant> done =
                                    doings.doneBy(tx, turn.person().id());
                            return Optional.of(new Subject(
                                            task,
                                            occurrence,
                                            Optional.ofNullable(done.get(Doings.Mark.of(task, occurrence)))))
                                    .filter(any -> switches.state(tx).on(task));
                        })));
    }

    /** In the place of the message whose button was tapped, or as a new one where the channel cannot name it. */
    private static Reply rewritten(Turn turn, String text, List<List<Button>> buttons) {
        boolean known =
                turn.incoming() instanceof Incoming.Tap tap && !tap.messageId().isEmpty();
        return known ? Reply.nothing().andRewrite(turn, text, buttons) : Reply.say(text, buttons);
    }
}

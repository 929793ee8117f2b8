package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Effect;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.programme.ProgrammeIntake;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.TaskSwitches;
import danvan.task.programme.TaskSwitching;
import danvan.text.Markup;
import danvan.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /programme}: the office sees which tasks are on, an administrator turns them on and off. Years that are over are
 * read, not turned.
 */
public final class ProgrammeFeature implements Feature {
    private static final int PAGE = 8;
    private static final int MOST_PROBLEMS = 10;

    private final Database database;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final ReminderHours hours;
    private final TaskSwitching switching;
    private final ProgrammeIntake intake;
    private final PastYears past;

    public ProgrammeFeature(
            Database database,
            ProgrammeStore register,
            TaskSwitches switches,
            ReminderHours hours,
            TaskSwitching switching,
            ProgrammeIntake intake,
            PastYears past) {
        this.intake = intake;
        this.past = past;
        this.database = database;
        this.register = register;
        this.switches = switches;
        this.hours = hours;
        this.switching = switching;
    }

    @Override
    public String name() {
        return ProgrammeAct.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("programme", List.of("chuongtrinh", "program"), "task.helpProgramme", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (rest.matches("20\\d\\d")) {
            return intake.asWorkbook(turn, Integer.parseInt(rest));
        }
        TaskSwitches.State state = database.read(switches::state);
        Reply reply = Reply.say(page(turn, state, 0), buttons(turn, state, 0));
        return register.now().problems().isEmpty() ? reply : reply.andSay(problems(turn));
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        return intake.sent(turn, file);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Reply.nothing().andToast(turn.plain("task.officeOnly"));
        }
        return ProgrammeAct.ACTIONS
                .tap(action)
                .map(tap -> tapped(turn, tap))
                .or(() -> intake.tapped(turn, action))
                .orElseGet(() -> gone(turn));
    }

    private Reply tapped(Turn turn, Actions.Tap<ProgrammeAct> tap) {
        return switch (tap.act()) {
            case PAGE -> shown(turn, database.read(switches::state), page(turn, tap.number(0)));
            case YEAR -> past.shown(turn, tap.number(0), tap.number(1));
            case WORKBOOK -> intake.asWorkbook(turn, tap.number(0));
            case SWITCH ->
                live(turn).stream()
                        .filter(task -> tap.values().size() == 3 && task.key().equals(tap.value(0)))
                        .findFirst()
                        .map(task -> switched(turn, task, tap))
                        .orElseGet(() -> gone(turn));
        };
    }

    private static Reply gone(Turn turn) {
        return Reply.nothing().andToast(turn.plain("task.gone"));
    }

    private Reply switched(Turn turn, Task task, Actions.Tap<ProgrammeAct> tap) {
        return turn.person().role().atLeast(Role.ADMINISTRATOR)
                ? turned(turn, task, tap.number(1) == 1, page(turn, tap.number(2)))
                : Reply.nothing().andToast(turn.plain("task.administratorOnly"));
    }

    /** The button says which way, so that a double tap does not turn the task back. */
    private Reply turned(Turn turn, Task task, boolean on, int page) {
        TaskSwitches.State after = database.read(tx -> switches.state(tx)).with(task, on);
        Reply turned = switching.turned(turn, task, on);
        Reply reply = shown(turn, after, page).andToast(turned.toast());
        for (Effect effect : turned.effects()) {
            reply = reply.andDo(effect);
        }
        return reply;
    }

    private Reply shown(Turn turn, TaskSwitches.State state, int page) {
        String text = page(turn, state, page);
        List<List<Button>> buttons = buttons(turn, state, page);
        boolean known =
                turn.incoming() instanceof Incoming.Tap tap && !tap.messageId().isEmpty();
        return known ? Reply.nothing().andRewrite(turn, text, buttons) : Reply.say(text, buttons);
    }

    private String page(Turn turn, TaskSwitches.State state, int page) {
        List<Task> all = live(turn);
        if (all.isEmpty()) {
            return turn.say(register.now().all().isEmpty() ? "task.programmeEmpty" : "task.programmeOver");
        }
        StringBuilder text = new StringBuilder(turn.say(
                "task.programmeTitle", "on", all.stream().filter(state::on).count(), "all", all.size()));
        for (Task task : on(turn, page)) {
            text.append("\n\n")
                    .append(state.on(task) ? "🟢 " : "⚪ ")
                    .append(Markup.bold(task.title().in(turn.language())))
                    .append('\n')
                    .append(Markup.escape(task.key()))
                    .append(" · ")
                    .append(turn.say("task.status", "status", task.status().name()));
        }
        return text.toString();
    }

    private List<List<Button>> buttons(Turn turn, TaskSwitches.State state, int page) {
        List<List<Button>> rows = new ArrayList<>();
        if (turn.person().role().atLeast(Role.ADMINISTRATOR)) {
            for (Task task : on(turn, page)) {
                boolean on = state.on(task);
                String label = turn.plain(
                        on ? "task.turnOff" : "task.turnOn",
                        "title",
                        task.title().in(turn.language()));
                rows.add(List.of(new Button(label, ProgrammeAct.SWITCH.action(task.key(), on ? 0 : 1, page))));
            }
        }
        List<Button> turns = new ArrayList<>();
        if (page > 0) {
            turns.add(new Button(turn.plain("task.pageBefore"), ProgrammeAct.PAGE.action(page - 1)));
        }
        if ((page + 1) * PAGE < live(turn).size()) {
            turns.add(new Button(turn.plain("task.pageAfter"), ProgrammeAct.PAGE.action(page + 1)));
        }
        if (!turns.isEmpty()) {
            rows.add(turns);
        }
        rows.addAll(past.buttons(turn));
        return rows;
    }

    private String problems(Turn turn) {
        List<Problem> all = register.now().problems();
        StringBuilder text = new StringBuilder(turn.say("task.problems", "count", all.size()));
        all.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> text.append("\n• ").append(Markup.escape(problem.in(turn.texts()))));
        return text.toString();
    }

    /** The tasks of the years that are not over. */
    private List<Task> live(Turn turn) {
        LocalDate today = hours.day(turn.now());
        return register.now().all().stream()
                .filter(task -> !task.archived(today))
                .toList();
    }

    private List<Task> on(Turn turn, int page) {
        List<Task> all = live(turn);
        return all.subList(Math.min(page * PAGE, all.size()), Math.min((page + 1) * PAGE, all.size()));
    }

    /** The page a button names, or the first where the programme has become shorter. */
    private int page(Turn turn, int page) {
        return page * PAGE < live(turn).size() ? page : 0;
    }
}

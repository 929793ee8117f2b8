package danvan.task.chat;

import danvan.chat.Button;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.programme.Programme;
import danvan.task.programme.ProgrammeStore;
import danvan.task.reminder.TimingColumn;
import danvan.text.Markup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The years that are over, as the office reads them: each task with what was done about it. Nothing is changed here. */
public final class PastYears {
    private static final int PAGE = 8;

    /** How often a task was done, found not to apply, and reminded of. */
    private record Kept(long done, long notApplicable, long reminders) {
        static final Kept NOTHING = new Kept(0, 0, 0);
    }

    private final Database database;
    private final ProgrammeStore register;
    private final ReminderHours hours;

    public PastYears(Database database, ProgrammeStore register, ReminderHours hours) {
        this.database = database;
        this.register = register;
        this.hours = hours;
    }

    /** A button for each year that is over; no row where there is none. */
    List<List<Button>> buttons(Turn turn) {
        LocalDate today = hours.day(turn.now());
        List<Button> years = register.now().programmes().stream()
                .filter(programme -> programme.tasks().stream().allMatch(task -> task.archived(today)))
                .map(programme -> Integer.toString(programme.year()))
                .map(year -> new Button(turn.plain("task.pastYear", "year", year), ProgrammeAct.YEAR.action(year, 0)))
                .toList();
        return TaskButtons.rows(years);
    }

    /** A year, page by page. */
    Reply shown(Turn turn, int year, int wanted) {
        Optional<Programme> programme = register.now().of(year);
        if (programme.isEmpty()) {
            return Reply.say(turn.say("task.intakeNone", "year", Integer.toString(year)));
        }
        List<Task> tasks = programme.get().tasks();
        int page = wanted * PAGE < tasks.size() ? wanted : 0;
        String text = text(turn, programme.get(), page);
        List<List<Button>> buttons = List.of(pages(turn, year, page, tasks.size()), List.of(workbook(turn, year)));
        List<List<Button>> rows = buttons.stream().filter(row -> !row.isEmpty()).toList();
        return CardReply.inPlace(turn, text, rows);
    }

    private String text(Turn turn, Programme programme, int page) {
        List<Task> tasks = programme.tasks();
        Map<String, Kept> kept = kept(programme.year());
        StringBuilder text = new StringBuilder(
                turn.say("task.pastTitle", "year", Integer.toString(programme.year()), "count", tasks.size()));
        for (Task task : tasks.subList(page * PAGE, Math.min((page + 1) * PAGE, tasks.size()))) {
            Kept of = kept.getOrDefault(task.key(), Kept.NOTHING);
            text.append("\n\n")
                    .append(Markup.bold(task.title().in(turn.language())))
                    .append('\n')
                    .append(turn.say(
                            "task.pastLine",
                            "key",
                            task.key(),
                            "count",
                            task.occurrences().size(),
                            "done",
                            of.done(),
                            "none",
                            of.notApplicable(),
                            "reminders",
                            of.reminders()));
        }
        return text.toString();
    }

    private static List<Button> pages(Turn turn, int year, int page, int all) {
        List<Button> pages = new ArrayList<>();
        if (page > 0) {
            pages.add(new Button(turn.plain("task.pageBefore"), ProgrammeAct.YEAR.action(year, page - 1)));
        }
        if ((page + 1) * PAGE < all) {
            pages.add(new Button(turn.plain("task.pageAfter"), ProgrammeAct.YEAR.action(year, page + 1)));
        }
        return pages;
    }

    private static Button workbook(Turn turn, int year) {
        return new Button(turn.plain("task.pastWorkbook"), ProgrammeAct.WORKBOOK.action(year));
    }

    private Map<String, Kept> kept(int year) {
        Map<String, Kept> kept = new HashMap<>();
        database.read(tx -> tx.list(
                """
                SELECT task, SUM(done) AS done, SUM(none) AS none, SUM(reminders) AS reminders FROM (
                    SELECT task, CASE how WHEN 'DONE' THEN 1 ELSE 0 END AS done,
                        CASE how WHEN 'DONE' THEN 0 ELSE 1 END AS none, 0 AS reminders
                        FROM task_done WHERE task LIKE ?
                    UNION ALL SELECT task, 0, 0, 1 FROM reminder WHERE task LIKE ? AND (lead >= 0 OR lead < ?)
                ) AS all_of_it GROUP BY task
                """,
                row -> kept.put(
                        row.text("task"), new Kept(row.number("done"), row.number("none"), row.number("reminders"))),
                year + "/%",
                year + "/%",
                TimingColumn.LAST_ESCALATION));
        return kept;
    }
}

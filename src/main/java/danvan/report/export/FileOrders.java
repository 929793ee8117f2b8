package danvan.report.export;

import danvan.report.Period;
import danvan.report.PeriodNames;
import danvan.chat.Button;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a file is ordered: a period typed or tapped, and in the end a job, once, that is written down. The way is by
 * buttons without a dialog of its own, so that a report being written stays open.
 *
 * @param name the feature's, its jobs' and the journal's
 */
public record FileOrders(String name, Jobs jobs, AuditLog journal, ZoneId zone) {

    /** What is said to a period that is none. */
    public Optional<Reply> unknown(Turn turn, String typed) {
        return typed.isEmpty() || Period.of(typed).isPresent()
                ? Optional.empty()
                : Optional.of(Reply.say(turn.say("out.notAPeriod", "typed", typed)));
    }

    /**
     * The periods one would ask for, two a row.
     *
     * @param before what stands before the period in each button's action, behind the feature's name
     */
    public List<List<Button>> periods(Turn turn, String before) {
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        for (Period period : Period.offered(today(turn))) {
            row.add(new Button(PeriodNames.period(period, turn.texts()), name + ":" + before + ":" + period.code()));
            if (row.size() == 2) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        return rows;
    }

    /** Says so in the place of the buttons; a second tap orders nothing. */
    public Reply ordered(Turn turn, String saying, Object order, String detail) {
        return Reply.nothing().andRewrite(turn, turn.say(saying), List.of()).andDo(tx -> {
            if (jobs.order(tx, name, turn.address(), order)) {
                journal.note(tx, turn.now(), turn.person().id(), name, detail);
            }
        });
    }

    public static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
    }

    public LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), zone);
    }
}

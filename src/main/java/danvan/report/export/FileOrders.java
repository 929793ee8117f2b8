package danvan.report.export;

import danvan.chat.Button;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.report.Period;
import danvan.report.PeriodNames;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How a file is ordered: a period typed or tapped, and in the end a job, once, that is written down. The way is by
 * buttons without a dialog of its own, so that a report being written stays open.
 */
public record FileOrders(Jobs jobs, AuditLog audit, ZoneId zone) {
    private static final int A_ROW = 2;

    /** What is said to a period that is none. */
    public Optional<Reply> unknown(Turn turn, String typed) {
        return typed.isEmpty() || Period.of(typed).isPresent()
                ? Optional.empty()
                : Optional.of(Reply.say(turn.say("out.notAPeriod", "typed", typed)));
    }

    /**
     * The periods one would ask for, two a row.
     *
     * @param button given its label
     */
    public List<List<Button>> periods(Turn turn, BiFunction<String, Period, Button> button) {
        List<Button> all = Period.offered(today(turn)).stream()
                .map(period -> button.apply(PeriodNames.of(period, turn.texts()), period))
                .toList();
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i += A_ROW) {
            rows.add(all.subList(i, Math.min(i + A_ROW, all.size())));
        }
        return rows;
    }

    /**
     * Says so in the place of the buttons; a second tap orders nothing.
     *
     * @param name the feature's, its jobs' and the audit log's
     */
    public Reply ordered(Turn turn, String name, String saying, Object order, String detail) {
        return with(Reply.nothing().andRewrite(turn, turn.say(saying), List.of()), turn, name, order, detail);
    }

    /** Says so where there are no buttons; for the rest as {@link #ordered}. */
    public Reply said(Turn turn, String name, String saying, Object order, String detail) {
        return with(Reply.say(turn.say(saying)), turn, name, order, detail);
    }

    private Reply with(Reply reply, Turn turn, String name, Object order, String detail) {
        return reply.andDo(tx -> {
            if (jobs.order(tx, name, turn.address(), order)) {
                audit.note(tx, turn.now(), turn.person().id(), name, detail);
            }
        });
    }

    /** What is said to a button that is not good any more. */
    public static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
    }

    public LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), zone);
    }
}

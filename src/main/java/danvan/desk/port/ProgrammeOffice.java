package danvan.desk.port;

import danvan.chat.Person;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import danvan.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The tasks of the year as the office and the leads see them: when they are due, who has done them, and who asks for more time.
 * A lead sees the people of the own unit and below. Implementations are safe for use by several threads.
 */
public interface ProgrammeOffice {

    /** The years that have a programme, the latest first. */
    List<Integer> years();

    /** What is due in some days. */
    List<Due> due(Person by, Texts.Phrases words, LocalDate from, LocalDate to, Instant now);

    /**
     * One deadline.
     *
     * @param task its key
     * @param period what it is for
     * @param on whether the task is on
     * @param all how many it is for, of those who look sees
     * @param done how many of them have done it, or said that it does not concern them
     * @param late how many have not, and had to
     * @param later how many have more time
     */
    record Due(
            String task,
            String period,
            String title,
            LocalDate day,
            boolean on,
            long all,
            long done,
            long late,
            long later) {}

    /** The tasks of a year, in its order. */
    List<Line> tasks(Texts.Phrases words, int year);

    /** The tasks whose evidence is a report by a form. */
    List<Line> withForm(Texts.Phrases words, String form);

    /**
     * A task.
     *
     * @param status on what authority it stands there, in words
     * @param audience whom it is for, in words
     * @param days when it is due
     * @param leads how many days before its people are reminded
     * @param evidence what shows that it is done, in words; may be empty
     */
    record Line(
            String task,
            String title,
            String status,
            boolean on,
            String audience,
            List<Day> days,
            List<Integer> leads,
            String evidence) {}

    /** A deadline of a task. */
    record Day(String period, LocalDate due) {}

    /** How somebody stands with a deadline. */
    enum State {
        LATE,
        OPEN,
        DONE,
        NOT_APPLICABLE
    }

    /**
     * Somebody whom a deadline is for.
     *
     * @param until a later deadline that was granted
     * @param at when it was done
     * @param note what was said with it
     */
    record Doer(
            long member,
            String name,
            String unit,
            State state,
            Optional<LocalDate> until,
            Optional<Instant> at,
            Optional<String> note) {}

    /**
     * A task and one of its deadlines.
     *
     * @param text what is to be done
     * @param note what is to be known about the deadline; may be empty
     * @param owner who answers for it; may be empty
     * @param source what the rule says, and where; empty where none is quoted
     * @param doers late ones first
     */
    record Sheet(
            Line line, Due due, String text, String note, String owner, Optional<Source> source, List<Doer> doers) {}

    /** What a rule says. */
    record Source(String text, String citation) {}

    Optional<Sheet> sheet(Person by, Texts.Phrases words, String task, String period, Instant now);

    /** Turns a task on or off; administrators do. */
    Answered<Decided> turn(Turn turn, String task, boolean on);

    /**
     * Somebody asks for more time.
     *
     * @param due the deadline that there is
     * @param decides whether who looks may answer it: nobody does so for oneself
     */
    record Request(
            long id,
            String task,
            String period,
            String title,
            LocalDate due,
            LocalDate wanted,
            String reason,
            String name,
            String unit,
            Instant at,
            boolean decides) {}

    /** The requests that wait for an answer, the oldest first. */
    List<Request> requests(Person by, Texts.Phrases words);

    /** How many {@link #requests} there are for somebody to see. */
    long asked(Person by);

    /**
     * Answers a request.
     *
     * @param until empty to refuse
     * @param reason may be empty where it is granted
     */
    Answered<Decided> answer(Turn turn, long request, Optional<LocalDate> until, String reason);
}

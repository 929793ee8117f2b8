package danvan.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A task of a programme.
 *
 * @param year the programme's year
 * @param id unique within the year
 * @param label on what authority it stands there
 * @param dueNote what is to be known about the deadline
 * @param leadDays how many days before the deadline its people are reminded
 * @param form the id of the form whose report shows that it is done
 * @param owner who answers for it
 * @param escalateAfter how many days after the deadline the lead hears of who is late, and as many again the level above
 */
public record Task(
        int year,
        String id,
        LocalizedText title,
        LocalizedText text,
        Optional<Source> source,
        Status status,
        Optional<LocalizedText> label,
        Schedule schedule,
        Optional<LocalizedText> dueNote,
        Audience audience,
        List<Integer> leadDays,
        Evidence evidence,
        Optional<String> form,
        Optional<Owner> owner,
        Optional<Integer> escalateAfter) {
    /** Short and plain, because it goes into buttons. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,30}");

    /** On what authority a task stands in the programme. */
    public enum Status {
        /** A rule says so, or the date was announced. */
        OFFICIAL,
        /** The press reported it. */
        NEWS,
        /** Custom only: off until an administrator turns it on. */
        PROPOSED
    }

    /** What shows that it is done. */
    public enum Evidence {
        NONE,
        TEXT,
        PHOTO,
        FILE,
        FORM
    }

    public Task {
        leadDays = List.copyOf(leadDays);
    }

    /** Its name in tables and buttons, unique over all programmes. */
    public String key() {
        return year + "/" + id;
    }

    /** Whether its year is over for a month: what was not done then is not overdue for ever. */
    public boolean archived(LocalDate today) {
        return today.minusMonths(1).getYear() > year;
    }

    public List<Occurrence> occurrences() {
        return schedule.in(year);
    }
}

package danvan.task;

/**
 * What the tasks need from the other rooms.
 *
 * @param missed told of reminders that come too late to be sent; the office hears of them besides
 */
public record Others(
        Members members, Quotes quotes, ReportForms forms, Known known, DigestChart chart, MissedReminders missed) {}

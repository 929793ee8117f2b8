package danvan.task;

import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.task.reminder.DigestChart;

/**
 * What the tasks need from the other rooms.
 *
 * @param reports what the digest tells of reports
 * @param missed told of reminders that come too late to be sent; the office hears of them besides
 * @param audit told of each task that is turned on or off
 */
public record TaskPorts(
        Organization organization,
        Quotes quotes,
        ReportForms forms,
        ReferenceCheck known,
        DigestChart chart,
        WeekReports reports,
        MissedReminders missed,
        AuditNote audit) {}

package danvan.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * At what hours reminders go out.
 *
 * @param zone the time zone of deadlines and hours
 * @param hour when the day's reminders go out
 * @param quietFrom from when on nobody is disturbed; the same as {@code quietTo} for never
 * @param quietTo until when nobody is disturbed
 * @param grace how long after its hour a missed reminder is still sent
 */
public record ReminderHours(ZoneId zone, LocalTime hour, LocalTime quietFrom, LocalTime quietTo, Duration grace) {
    public ReminderHours {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("the grace period is negative: " + grace);
        }
    }

    /** When the reminders of a day go out: at the hour, or where that is quiet, as near to it as the day allows. */
    public Instant on(LocalDate day) {
        LocalTime time = hour;
        if (quiet(hour)) {
            time = hour.isBefore(quietTo) ? quietTo : quietFrom.minusMinutes(1);
        }
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** Whether nobody is to be disturbed then. */
    public boolean quiet(Instant instant) {
        return quiet(instant.atZone(zone).toLocalTime());
    }

    /** The end of the quiet hours, on or after the given time. */
    public Instant endOfQuiet(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        ZonedDateTime end = local.with(quietTo);
        return (end.isBefore(local) ? end.plusDays(1) : end).toInstant();
    }

    /** Whether a deadline is one of somebody who came at a time: what was due on an earlier day was asked of others. */
    public boolean concerned(Instant since, LocalDate due) {
        return !day(since).isAfter(due);
    }

    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private boolean quiet(LocalTime time) {
        boolean overnight = quietTo.isBefore(quietFrom);
        boolean begun = !time.isBefore(quietFrom);
        boolean notOver = time.isBefore(quietTo);
        return overnight ? begun || notOver : begun && notOver;
    }
}

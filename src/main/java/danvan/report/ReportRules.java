package danvan.report;

import java.time.Duration;
import java.time.Period;

/**
 * How long things last.
 *
 * @param remindAfter when the writer of an untouched draft is reminded, once
 * @param draftsKept when an untouched draft is deleted
 * @param withdrawWithin how long a reporter may take a report back
 * @param kept how long a report is kept
 * @param news when leads hear of reports
 */
public record ReportRules(
        Duration remindAfter, Duration draftsKept, Duration withdrawWithin, Period kept, NewsRules news) {}

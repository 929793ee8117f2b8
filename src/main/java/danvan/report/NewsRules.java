package danvan.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When leads hear of the reports of their unit.
 *
 * @param hours when they hear of new ones, all since the last hour in one message; none for never
 * @param chaseAfter how long a report lies open before its leads are told, and once more before the level above is; of an
 *     urgent one a few hours
 */
public record NewsRules(List<LocalTime> hours, Duration chaseAfter, ZoneId zone) {
    private static final Duration URGENT = Duration.ofHours(2);

    public NewsRules {
        hours = hours.stream().sorted().toList();
    }

    /** The first of the hours at or after a moment; the moment itself where there are none. */
    public Instant hourAfter(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return hours.stream()
                .map(local::with)
                .filter(hour -> !hour.isBefore(local))
                .findFirst()
                .or(() ->
                        hours.stream().findFirst().map(hour -> local.plusDays(1).with(hour)))
                .orElse(local)
                .toInstant();
    }

    /** When a report that is still open is chased for the first or the second time. */
    public Instant chase(Instant submitted, boolean urgent, int time) {
        return urgent
                ? submitted.plus(URGENT.multipliedBy(time))
                : hourAfter(submitted.plus(chaseAfter.multipliedBy(time)));
    }
}

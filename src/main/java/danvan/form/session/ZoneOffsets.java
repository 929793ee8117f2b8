package danvan.form.session;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the person's own offset behind times and timestamps, and takes it away before the engine reads them, which would
 * turn them into the machine's time. Inside the engine they are wall-clock times that carry the machine's offset
 * ({@link SessionClock}).
 */
final class ZoneOffsets {
    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d{4}-\\d\\d-\\d\\d)T)?(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})(?:Z|[+-]\\d\\d(?::?\\d\\d)?)?");

    private ZoneOffsets() {}

    /** The value with the right offset; empty when it is no time. */
    static Optional<String> corrected(String value, ZonedDateTime now) {
        var matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var date = matcher.group(1);
        var local = LocalDateTime.parse((date == null ? now.toLocalDate().toString() : date) + "T" + matcher.group(2));
        return Optional.of((date == null ? "" : date + "T") + matcher.group(2) + offset(local, now));
    }

    /** The value as the person's wall clock showed it; empty when it is no time. */
    static Optional<String> without(String value) {
        var matcher = TIME.matcher(value);
        return matcher.matches()
                ? Optional.of((matcher.group(1) == null ? "" : matcher.group(1) + "T") + matcher.group(2))
                : Optional.empty();
    }

    private static String offset(LocalDateTime local, ZonedDateTime now) {
        ZoneOffset offset = now.getZone().getRules().getOffset(local);
        return offset.getId();
    }
}

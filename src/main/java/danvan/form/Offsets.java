package danvan.form;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the person's own offset behind times and timestamps. Inside the engine they are wall-clock times that carry the
 * machine's offset ({@link SittingClock}).
 */
final class Offsets {
    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d{4}-\\d\\d-\\d\\d)T)?(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})(?:Z|[+-]\\d\\d(?::?\\d\\d)?)?");

    private Offsets() {}

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

    private static String offset(LocalDateTime local, ZonedDateTime now) {
        ZoneOffset offset = now.getZone().getRules().getOffset(local);
        return offset.getId();
    }
}

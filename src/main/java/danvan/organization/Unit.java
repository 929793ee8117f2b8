package danvan.organization;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An administrative unit.
 *
 * @param code lower case ASCII words joined by hyphens, at most 40 letters, such as {@code xa-tien-duc}
 * @param name in Vietnamese, with its kind, such as "xã Tiến Đức"
 * @param parent the code of the unit above; empty for the root
 * @param validTo the last day it existed; empty while it exists
 * @param successor the code or the name of what took its place
 */
public record Unit(
        String code,
        String name,
        Level level,
        Optional<String> parent,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<String> successor) {

    /** The tiers. The district tier ended on 30/6/2025. */
    public enum Level {
        PROVINCE,
        DISTRICT,
        COMMUNE,
        VILLAGE
    }

    public Unit {
        if (!code.matches("[a-z0-9-]{1,40}") || name.isBlank()) {
            throw new IllegalArgumentException("a unit needs a code such as xa-tien-duc and a name, not " + code);
        }
    }

    /** Whether it exists on a day. */
    public boolean existsOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }

    /** Whether its last day is over. */
    public boolean hasEnded(LocalDate today) {
        return validTo.filter(end -> end.isBefore(today)).isPresent();
    }
}

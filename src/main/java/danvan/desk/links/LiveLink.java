package danvan.desk.links;

import java.time.Instant;
import java.util.Optional;

/**
 * A live link.
 *
 * @param member whose it is: it shows what that member may see
 * @param access as the member's {@code access_no} was
 * @param unit the unit's code, with those below it
 * @param labels whether choices are given as people read them
 * @param until when it ends
 * @param usedAt when it was last read
 */
public record LiveLink(
        long id,
        long member,
        long access,
        String name,
        String form,
        String unit,
        boolean labels,
        Instant madeAt,
        Instant until,
        Optional<Instant> usedAt) {}

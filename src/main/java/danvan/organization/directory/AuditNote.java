package danvan.organization.directory;

import danvan.storage.Tx;
import java.time.Instant;

/** Writes down who did what, in the transaction that does it. */
@FunctionalInterface
public interface AuditNote {
    void note(Tx tx, Instant at, long member, String action, String detail);
}

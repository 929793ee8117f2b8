package danvan.report.export;

import danvan.storage.Tx;
import java.time.Instant;

/** The record of who did what: that data left is written down. */
@FunctionalInterface
public interface AuditLog {
    void note(Tx tx, Instant at, long member, String action, String detail);
}

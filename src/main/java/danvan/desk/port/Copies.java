package danvan.desk.port;

import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;

/** Copies of reports on another server, such as ODK Central. Implementations are safe for use by several threads. */
public interface Copies {

    /**
     * A copy that the server does not have.
     *
     * @param refused whether it is not tried any more
     * @param next when it is tried next, or was refused
     * @param reason as the server said it
     */
    record Copy(String receipt, boolean refused, int attempts, Instant next, String reason) {}

    /** The latest of them. */
    List<Copy> open(int most);

    /** Has one tried once more; false where there is none of this receipt. */
    boolean tryAgain(Tx tx, String receipt);
}

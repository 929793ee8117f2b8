package danvan.desk.forms;

import danvan.desk.port.FormOffice.Tried;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forms that are being tried, one for each session, in memory and nowhere else: the latest of them; who comes back later, or
 * after a restart, begins anew. Safe for use by several threads.
 */
final class Trials {
    private static final int MOST = 100;
    /** A form of many repetitions is as large as this; a larger one is not tried to its end. */
    private static final int LARGEST = 2 << 20;

    private final Map<Long, Tried> bySession = new LinkedHashMap<>(16, 0.75f, true);

    /** Whether there was room for it. */
    synchronized boolean put(long session, Tried tried) {
        if (tried.instance().length() + tried.position().length() > LARGEST) {
            bySession.remove(session);
            return false;
        }
        bySession.put(session, tried);
        for (Iterator<Long> oldest = bySession.keySet().iterator(); bySession.size() > MOST; ) {
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    synchronized Optional<Tried> of(long session, String form) {
        return Optional.ofNullable(bySession.get(session))
                .filter(tried -> tried.id().equals(form));
    }
}

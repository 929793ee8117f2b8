package danvan.report;

import danvan.report.store.ReportStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Deletes what has been kept for long enough. */
public final class Retention {
    private static final int BATCH = 500;

    private final ReportStore store;
    private final ReportRules rules;

    Retention(ReportStore store, ReportRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** Deletes which message answered which question, once messages can no longer be edited; says how many. */
    public int deleteAnswerMessages(Instant now) {
        return store.messages().expire(now);
    }

    /** Deletes reports whose time is over, with their files, editions and history, and says how many. */
    public int deleteReports(Instant now, ZoneId zone) {
        Instant then = now.atZone(zone).minus(rules.kept()).toInstant();
        List<Long> old = store.reports().sentBefore(then, BATCH);
        old.forEach(store::deleteReport);
        return old.size();
    }
}

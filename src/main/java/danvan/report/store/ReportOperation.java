package danvan.report.store;

import static danvan.report.store.ReportStatus.IN_REVIEW;
import static danvan.report.store.ReportStatus.RECEIVED;
import static danvan.report.store.ReportStatus.RESOLVED;
import static danvan.report.store.ReportStatus.RETURNED;
import static danvan.report.store.ReportStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with a report: in which states, by whom, and what state it is in then. The buttons shown, the taps and
 * words that come in and the store all ask this table. It stands in docs/states.md too.
 */
public enum ReportOperation {
    REVIEW(Party.HANDLER, EnumSet.of(RECEIVED), Optional.of(IN_REVIEW)),
    RESOLVE(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW), Optional.of(RESOLVED)),
    RETURN(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW), Optional.of(RETURNED)),
    ASSIGN(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW, RETURNED), Optional.empty()),
    /** It comes in again as another edition. */
    CHANGE(Party.REPORTER, EnumSet.of(RETURNED), Optional.of(RECEIVED)),
    /** And only for a while, and before the first change; see {@link danvan.report.desk.ReportCard#mayWithdraw}. */
    WITHDRAW(Party.REPORTER, EnumSet.of(RECEIVED), Optional.of(WITHDRAWN)),
    REPLY(Party.BOTH, EnumSet.complementOf(EnumSet.of(WITHDRAWN)), Optional.empty()),
    LOOK(Party.BOTH, EnumSet.allOf(ReportStatus.class), Optional.empty());

    /** On which side of a report somebody is; nobody is on both. */
    public enum Party {
        REPORTER,
        HANDLER,
        BOTH
    }

    private final Party party;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of: never changed
    private final Set<ReportStatus> from;

    private final Optional<ReportStatus> to;

    ReportOperation(Party party, Set<ReportStatus> from, Optional<ReportStatus> to) {
        this.party = party;
        this.from = from;
        this.to = to;
    }

    public boolean isOf(Party side) {
        return party == Party.BOTH || party == side;
    }

    public boolean in(ReportStatus status) {
        return from.contains(status);
    }

    /** The state afterwards. */
    public ReportStatus after(ReportStatus before) {
        return to.orElse(before);
    }

    /** Whether it can be done by a button that does not say what it saw. */
    public boolean needsNoChange() {
        return this == LOOK || this == REPLY;
    }
}

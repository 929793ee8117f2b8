package danvan.report.store;

import static danvan.report.store.ReportTable.Status.IN_REVIEW;
import static danvan.report.store.ReportTable.Status.RECEIVED;
import static danvan.report.store.ReportTable.Status.RESOLVED;
import static danvan.report.store.ReportTable.Status.RETURNED;
import static danvan.report.store.ReportTable.Status.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with a report: in which states, by whom, and what state it is in then. The buttons shown, the taps and
 * words that come in and the store all ask this table. It stands in docs/states.md too.
 */
public enum ReportOperation {
    REVIEW(Party.HANDLER, EnumSet.of(RECEIVED), Optional.of(IN_REVIEW), "i"),
    RESOLVE(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW), Optional.of(RESOLVED), "d", "D"),
    RETURN(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW), Optional.of(RETURNED), "b"),
    ASSIGN(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW, RETURNED), Optional.empty(), "g", "G"),
    /** It comes in again as another edition. */
    CHANGE(Party.REPORTER, EnumSet.of(RETURNED), Optional.of(RECEIVED), "e"),
    /** And only for a while, and before the first change; see {@link danvan.report.desk.ReportCard#mayWithdraw}. */
    WITHDRAW(Party.REPORTER, EnumSet.of(RECEIVED), Optional.of(WITHDRAWN), "w", "W"),
    REPLY(Party.BOTH, EnumSet.complementOf(EnumSet.of(WITHDRAWN)), Optional.empty(), "y"),
    LOOK(Party.BOTH, EnumSet.allOf(ReportTable.Status.class), Optional.empty(), "o", "f", "h", "q");

    /** On which side of a report somebody is; nobody is on both. */
    public enum Party {
        REPORTER,
        HANDLER,
        BOTH
    }

    private final Party party;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of: never changed
    private final Set<ReportTable.Status> from;

    private final Optional<ReportTable.Status> to;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of: never changed
    private final Set<String> verbs;

    ReportOperation(Party party, Set<ReportTable.Status> from, Optional<ReportTable.Status> to, String... verbs) {
        this.party = party;
        this.from = from;
        this.to = to;
        this.verbs = Set.of(verbs);
    }

    /** What a button's verb does. */
    public static Optional<ReportOperation> of(String verb) {
        return Arrays.stream(values()).filter(deed -> deed.verbs.contains(verb)).findFirst();
    }

    Set<String> verbs() {
        return verbs;
    }

    public boolean isOf(Party side) {
        return party == Party.BOTH || party == side;
    }

    public boolean in(ReportTable.Status status) {
        return from.contains(status);
    }

    /** The state afterwards. */
    public ReportTable.Status after(ReportTable.Status before) {
        return to.orElse(before);
    }

    /** Whether it can be done by a button that does not say what it saw. */
    public boolean needsNoChange() {
        return this == LOOK || this == REPLY;
    }
}

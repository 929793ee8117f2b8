package danvan.report;

import static danvan.report.Reports.Status.IN_REVIEW;
import static danvan.report.Reports.Status.RECEIVED;
import static danvan.report.Reports.Status.RESOLVED;
import static danvan.report.Reports.Status.RETURNED;
import static danvan.report.Reports.Status.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with a report: in which states, by whom, and what state it is in then. The buttons shown, the taps and
 * words that come in and the store all ask this table. It stands in docs/states.md too.
 */
enum Deed {
    REVIEW(Party.HANDLER, EnumSet.of(RECEIVED), Optional.of(IN_REVIEW), "i"),
    RESOLVE(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW), Optional.of(RESOLVED), "d", "D"),
    RETURN(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW), Optional.of(RETURNED), "b"),
    ASSIGN(Party.HANDLER, EnumSet.of(RECEIVED, IN_REVIEW, RETURNED), Optional.empty(), "g", "G"),
    /** It comes in again as another edition. */
    CHANGE(Party.REPORTER, EnumSet.of(RETURNED), Optional.of(RECEIVED), "e"),
    /** And only for a while, and before the first change; see {@link ReportCard#mayWithdraw}. */
    WITHDRAW(Party.REPORTER, EnumSet.of(RECEIVED), Optional.of(WITHDRAWN), "w", "W"),
    REPLY(Party.BOTH, EnumSet.complementOf(EnumSet.of(WITHDRAWN)), Optional.empty(), "y"),
    LOOK(Party.BOTH, EnumSet.allOf(Reports.Status.class), Optional.empty(), "o", "f", "h", "q");

    /** On which side of a report somebody is; nobody is on both. */
    enum Party {
        REPORTER,
        HANDLER,
        BOTH
    }

    private final Party party;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of: never changed
    private final Set<Reports.Status> from;

    private final Optional<Reports.Status> to;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of: never changed
    private final Set<String> verbs;

    Deed(Party party, Set<Reports.Status> from, Optional<Reports.Status> to, String... verbs) {
        this.party = party;
        this.from = from;
        this.to = to;
        this.verbs = Set.of(verbs);
    }

    /** What a button's verb does. */
    static Optional<Deed> of(String verb) {
        return Arrays.stream(values()).filter(deed -> deed.verbs.contains(verb)).findFirst();
    }

    Set<String> verbs() {
        return verbs;
    }

    boolean isOf(Party side) {
        return party == Party.BOTH || party == side;
    }

    boolean in(Reports.Status status) {
        return from.contains(status);
    }

    /** The state afterwards. */
    Reports.Status after(Reports.Status before) {
        return to.orElse(before);
    }

    /** Whether it can be done by a button that does not say what it saw. */
    boolean needsNoChange() {
        return this == LOOK || this == REPLY;
    }
}

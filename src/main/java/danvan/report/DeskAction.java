package danvan.report;

import danvan.chat.Button;
import danvan.conversation.Actions;
import danvan.report.store.Receipt;
import danvan.report.store.Report;
import danvan.report.store.ReportOperation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a button of a report that was sent, or of a list of them, asks for. */
public enum DeskAction implements Actions.Coded {
    MINE("m"),
    LIST("l"),
    CHOOSE_STATE("cs"),
    CHOOSE_SPAN("cp"),
    CHOOSE_FORM("cf"),
    CHOOSE_UNIT("cu"),
    OPEN("o", ReportOperation.LOOK),
    FILES("f", ReportOperation.LOOK),
    HISTORY("h", ReportOperation.LOOK),
    SOURCES("q", ReportOperation.LOOK),
    WRITE_REPLY("y", ReportOperation.REPLY),
    REVIEW("i", ReportOperation.REVIEW),
    WRITE_RESULT("d", ReportOperation.RESOLVE),
    RESOLVE_WITHOUT_WORDS("D", ReportOperation.RESOLVE),
    WRITE_REASON("b", ReportOperation.RETURN),
    CHOOSE_ASSIGNEE("g", ReportOperation.ASSIGN),
    ASSIGN("G", ReportOperation.ASSIGN),
    CHANGE("e", ReportOperation.CHANGE),
    ASK_WITHDRAW("w", ReportOperation.WITHDRAW),
    WITHDRAW("W", ReportOperation.WITHDRAW);

    /** The feature that reads them. */
    public static final String FEATURE = "desk";

    private static final Actions<DeskAction> ACTIONS = new Actions<>(FEATURE, DeskAction.class);

    private static final int LONGEST_LABEL = 60;

    private final String code;
    private final @Nullable ReportOperation operation;

    DeskAction(String code) {
        this(code, null);
    }

    DeskAction(String code, @Nullable ReportOperation operation) {
        this.code = code;
        this.operation = operation;
    }

    /** Its letters in buttons. Buttons stay in chats for years: letters are not given a new meaning. */
    @Override
    public String code() {
        return code;
    }

    /** What it does with a report; empty for those of lists. */
    public Optional<ReportOperation> operation() {
        return Optional.ofNullable(operation);
    }

    public static Optional<DeskAction> of(String code) {
        return ACTIONS.tap(code).map(Actions.Tap::act);
    }

    /** A button of a list. */
    public Button button(String label, String filter) {
        return ACTIONS.button(label, this, filter);
    }

    /** A button of a report, which is good for as long as nothing is done with it. */
    public Button button(String label, Report report) {
        return button(label, report.receipt(), report.change());
    }

    /**
     * A button of a report.
     *
     * @param change as {@link Report#change} is where the button is good; any where that does not matter
     */
    public Button button(String label, Receipt receipt, long change) {
        String shown = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
        return ACTIONS.button(shown, this, receipt, change);
    }

    /** A button that assigns a report to a member. */
    public static Button assigning(String name, Report report, long member) {
        return ACTIONS.button(name, ASSIGN, report.receipt(), report.change(), member);
    }

    /**
     * A tap, as a button's text says it.
     *
     * @param rest what stands behind the letters
     */
    public record Tap(DeskAction what, String rest) {
        /** Behind the feature's name; empty where no button of today or earlier says so. */
        public static Optional<Tap> read(String action) {
            return ACTIONS.tap(action).map(tap -> new Tap(tap.act(), String.join(":", tap.values())));
        }

        public String receipt() {
            return part(0);
        }

        /** Whether the button was made when the report stood where it stands. */
        public boolean saw(long change) {
            return part(1).equals(Long.toString(change));
        }

        /** The member that {@link #ASSIGN} names. */
        public String member() {
            return part(2);
        }

        private String part(int index) {
            String[] parts = rest.split(":", -1);
            return index < parts.length ? parts[index] : "";
        }
    }
}

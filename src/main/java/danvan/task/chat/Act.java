package danvan.task.chat;

import danvan.conversation.Actions;
import java.util.Optional;

/** What a button of a task asks for. */
enum Act implements Actions.Coded {
    DONE("d"),
    LATER("l"),
    DETAILS("i"),
    /** More time is wanted. */
    EXTEND("x"),
    /** More time, until a day. */
    UNTIL("u"),
    NOT_APPLICABLE("n"),
    /** It was marked finished by mistake. */
    REOPEN("b"),
    /** A lead grants the day that was asked for. */
    GRANT("g"),
    /** A lead grants another day. */
    OTHER_DAY("o"),
    REFUSE("r");

    /** The feature that reads them. */
    static final String FEATURE = "task";

    private static final Actions<Act> ACTIONS = new Actions<>(FEATURE, Act.class);

    private final String code;

    Act(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether it is a lead's word on a request, named by its number. */
    boolean decides() {
        return this == GRANT || this == OTHER_DAY || this == REFUSE;
    }

    /** A button's action, asking for this. */
    String action(Object... values) {
        return ACTIONS.action(this, values);
    }

    static Optional<Act> of(String code) {
        return ACTIONS.tap(code).map(Actions.Tap::act);
    }
}

package danvan.task.chat;

import java.util.Optional;

/** What a button of a task asks for. */
enum Act {
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

    private final String code;

    Act(String code) {
        this.code = code;
    }

    /** Its letter in buttons. Buttons stay in chats for years: letters are not given a new meaning. */
    String code() {
        return code;
    }

    /** Whether it is a lead's word on a request, named by its number. */
    boolean decides() {
        return this == GRANT || this == OTHER_DAY || this == REFUSE;
    }

    static Optional<Act> of(String code) {
        for (Act act : values()) {
            if (act.code().equals(code)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}

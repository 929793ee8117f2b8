package danvan.task;

import java.util.Optional;

/** What a button of a task asks for. */
enum Act {
    DONE,
    LATER,
    DETAILS;

    /** Its letter in buttons. Buttons stay in chats for years: letters are not given a new meaning. */
    String code() {
        return switch (this) {
            case DONE -> "d";
            case LATER -> "l";
            case DETAILS -> "i";
        };
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

package danvan.task.chat;

import danvan.chat.Button;
import danvan.task.reminder.ProgressBoard;

/** What a button below a team's list asks for. */
enum TeamAct {
    /** How each unit's members stand with a task. */
    BY_UNIT("t"),
    /** Who has not finished, as text to paste elsewhere. */
    PASTE("c"),
    /** What members sent with it. */
    EVIDENCE("e");

    static final String FEATURE = "team";

    private final String code;

    TeamAct(String code) {
        this.code = code;
    }

    /** The button of a task's line. */
    Button button(String label, ProgressBoard.Line line) {
        return new Button(
                label,
                FEATURE + ":" + code + ":" + line.task().key() + ":"
                        + line.occurrence().period());
    }

    /** The same, from so many on. */
    Button button(String label, ProgressBoard.Line line, int from) {
        return new Button(label, button(label, line).action() + ":" + from);
    }

    /** What a code asks for; what is not known, such as a button of another version, shows the list. */
    static TeamAct of(String code) {
        for (TeamAct act : values()) {
            if (act.code.equals(code)) {
                return act;
            }
        }
        return BY_UNIT;
    }
}

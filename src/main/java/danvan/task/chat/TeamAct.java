package danvan.task.chat;

import danvan.chat.Button;
import danvan.conversation.Actions;
import danvan.task.reminder.ProgressBoard;

/** What a button below a team's list asks for. */
enum TeamAct implements Actions.Coded {
    /** How each unit's members stand with a task. */
    BY_UNIT("t"),
    /** Who has not finished, as text to paste elsewhere. */
    PASTE("c"),
    /** What members sent with it. */
    EVIDENCE("e");

    static final String FEATURE = "team";

    private static final Actions<TeamAct> ACTIONS = new Actions<>(FEATURE, TeamAct.class);

    private final String code;

    TeamAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The button of a task's line. */
    Button button(String label, ProgressBoard.Line line) {
        return ACTIONS.button(label, this, line.task().key(), line.occurrence().period());
    }

    /** The same, from so many on. */
    Button button(String label, ProgressBoard.Line line, int from) {
        return ACTIONS.button(label, this, line.task().key(), line.occurrence().period(), from);
    }

    /** What a code asks for; what is not known, such as a button of another version, shows the list. */
    static TeamAct of(String code) {
        return ACTIONS.tap(code).map(Actions.Tap::act).orElse(BY_UNIT);
    }
}

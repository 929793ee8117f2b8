package danvan.task.chat;

import danvan.conversation.Actions;

/** What a button of the programme's pages asks for. Buttons stay in chats for years: codes are not given a new meaning. */
enum ProgrammeAct implements Actions.Coded {
    /** Turns a task on or off: its key, 1 or 0, the page. */
    SWITCH("s"),
    /** A page of the tasks. */
    PAGE("p"),
    /** A year that is over, and a page of it. */
    YEAR("y"),
    /** A year's workbook. */
    WORKBOOK("w");

    static final String FEATURE = "programme";
    static final Actions<ProgrammeAct> ACTIONS = new Actions<>(FEATURE, ProgrammeAct.class);

    private final String code;

    ProgrammeAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** A button's action, asking for this. */
    String action(Object... values) {
        return ACTIONS.action(this, values);
    }
}

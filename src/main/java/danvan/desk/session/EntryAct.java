package danvan.desk.session;

import danvan.conversation.Actions;

/** What a button of the way in asks for. */
enum EntryAct implements Actions.Coded {
    /** The PC shows this number. */
    NUMBER("n"),
    /** The PC is not the member's. */
    REFUSE("x");

    static final Actions<EntryAct> ACTIONS = new Actions<>(EntryFeature.NAME, EntryAct.class);

    private final String code;

    EntryAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package danvan.broadcast;

import danvan.conversation.Actions;
import java.util.EnumSet;
import java.util.Set;

/** What a button below a broadcast asks for; each names the broadcast by its code. */
enum BroadcastAct implements Actions.Coded {
    /** A reader has read it. */
    READ("k"),
    /** Shows the units below one, to choose from. */
    UNITS("u"),
    /** For everybody of a unit and below. */
    FOR_UNIT("U"),
    /** Shows the roles; with one, takes it in or out. */
    ROLES("r"),
    /** Shows what would be sent. */
    PREVIEW("v"),
    /** Asks for a list of names. */
    LIST("l"),
    /** Asks when it is to be sent. */
    TIME("t"),
    /** It goes at a tap and not at a time. */
    AT_ONCE("w"),
    /** Asks for files to go with it. */
    FILES("f"),
    /** Takes all files off. */
    NO_FILES("F"),
    /** Asks for other words. */
    WORDS("T"),
    SEND("s"),
    DISCARD("x"),
    /** Of one that goes at a time: it waits for its author again, to be changed. */
    CHANGE("m"),
    /** Shows how it stands. */
    STANDING("V"),
    /** Names who has not read it. */
    UNREAD("n"),
    STOP("c"),
    /** Asks whether to delete it on the phones. */
    ASK_DELETE("d"),
    /** Asks whether to write over it on the phones. */
    ASK_EDIT("e"),
    /** Takes it back, in the way that was asked about. */
    RECALL("y"),
    KEEP("N");

    static final Actions<BroadcastAct> ACTIONS = new Actions<>(BroadcastFeature.NAME, BroadcastAct.class);

    /** What may be done with one that is not sent yet. */
    static final Set<BroadcastAct> PREPARING =
            EnumSet.of(UNITS, FOR_UNIT, ROLES, PREVIEW, LIST, TIME, AT_ONCE, FILES, NO_FILES, WORDS, SEND, DISCARD);

    /** What may be done with one that waits for its time. */
    static final Set<BroadcastAct> WAITING = EnumSet.of(STANDING, TIME, CHANGE, SEND, DISCARD);

    private final String code;

    BroadcastAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

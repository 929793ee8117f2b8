package danvan.report.dialog;

import danvan.chat.Button;
import danvan.conversation.Actions;
import java.util.Optional;

/** What a button of a report being written asks for. */
public enum DialogAction implements Actions.Coded {
    /** Begins a form. */
    BEGIN("f"),
    /** These three stood alone in the chats of earlier versions. */
    BEGIN_BLANK("F"),
    SEND_NIL("N"),
    BEGIN_LIKE_LAST("L"),
    /** "Nothing to report", in the place of the draft that was just begun. */
    NIL_INSTEAD("E"),
    LIKE_LAST_INSTEAD("P"),
    RESUME("u"),
    CHOOSE("n"),
    /** What an earlier report has said, by its place in the list. */
    AS_EARLIER("A"),
    TICK("t"),
    TICKS_DONE("m"),
    /** The last place of an order is taken back. */
    RANK_UNDO("U"),
    RANK_AGAIN("O"),
    /** Another page of choices. */
    PAGE("g"),
    /** No answer, or no further repetition. */
    NONE("k"),
    KEEP("p"),
    /** All figures of a group stay. */
    KEEP_GROUP("K"),
    /** A group of answers as the unit's last report has them; the argument says which one that is. */
    AS_LAST_GROUP("Y"),
    ANOTHER("a"),
    ACKNOWLEDGE("o"),
    TODAY("d"),
    YESTERDAY("y"),
    NOW("h"),
    /** The days of a month. */
    MONTH("c"),
    DAY("w"),
    REMOVE_FILES("X"),
    /** A button that is only read. */
    LABEL("z"),
    BACK("b"),
    SHOW("v"),
    EDIT("e"),
    EDIT_ANSWERED("r"),
    JUMP("j"),
    REPETITIONS("R"),
    ASK_REMOVE("i"),
    REMOVE("I"),
    SUBMIT("s"),
    LATER("l"),
    ASK_CANCEL("x"),
    DISCARD("q");

    /** The feature that reads them. */
    public static final String FEATURE = "report";

    private static final Actions<DialogAction> ACTIONS = new Actions<>(FEATURE, DialogAction.class);

    /** How every draft's id begins; the form puts it before the instance ID itself. */
    static final String DRAFT_PREFIX = "uuid:";

    /** What fits into a button beside the feature's name and a letter. */
    private static final int LONGEST_FORM_ID = 50;

    private final String code;

    DialogAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether it stands alone, without a draft that is open. */
    boolean begins() {
        return this == BEGIN || this == BEGIN_BLANK || this == SEND_NIL || this == BEGIN_LIKE_LAST || this == RESUME;
    }

    /** Whether the id of a form is short enough for a button. */
    static boolean fits(String form) {
        return form.length() <= LONGEST_FORM_ID;
    }

    /** A button that begins a form in one of the ways. */
    public Button ofForm(String label, String form) {
        return ACTIONS.button(label, this, form);
    }

    /** A button that goes on with a draft. */
    static Button resuming(String label, String draft) {
        String id = draft.startsWith(DRAFT_PREFIX) ? draft.substring(DRAFT_PREFIX.length()) : draft;
        return ACTIONS.button(label, RESUME, id);
    }

    /** A button that is good while the dialog is at a revision. */
    Button button(String label, long revision, String argument) {
        return ACTIONS.button(label, this, revision, argument);
    }

    /**
     * A tap, as a button's text says it.
     *
     * @param rest what stands behind the letter
     */
    record Tap(DialogAction what, String rest) {
        /** Behind the feature's name; empty where no button of today or earlier says so. */
        static Optional<Tap> read(String action) {
            return ACTIONS.tap(action).map(tap -> new Tap(tap.act(), String.join(":", tap.values())));
        }

        boolean isAt(long revision) {
            return rest.split(":", 2)[0].equals(Long.toString(revision));
        }

        /** What stands behind the revision; may be empty. */
        String argument() {
            String[] parts = rest.split(":", 2);
            return parts.length > 1 ? parts[1] : "";
        }

        /** The argument as a number; larger than any where it is none. */
        int number() {
            return argument().matches("\\d{1,6}") ? Integer.parseInt(argument()) : Integer.MAX_VALUE;
        }

        /** The argument as a page; the first one where it names none. */
        int page() {
            return number() == Integer.MAX_VALUE ? 0 : number();
        }
    }
}

package danvan.library.imports;

import java.util.Arrays;
import java.util.Optional;

/** What a tap on a document's button asks for. */
enum DocumentAct {
    /** The card of what waits. */
    SHOW,
    CONFIRM,
    REPLACE,
    BESIDE,
    DROP,
    /** A field to be typed; its number follows. */
    FIELD,
    /** The field is left empty; its number follows. */
    BLANK,
    /** A page of what waits; its number stands in the place of the document's. */
    WAITING,
    /** All that is sure goes live. */
    ALL_SURE,
    /** A page of what is live. */
    HELD,
    /** The card of what is live. */
    CARD,
    WITHDRAW,
    BRING_BACK;

    static final String FEATURE = "doc";

    String action(long id) {
        return FEATURE + ":" + name() + ":" + id;
    }

    static Optional<DocumentAct> named(String name) {
        return Arrays.stream(values()).filter(act -> act.name().equals(name)).findFirst();
    }
}

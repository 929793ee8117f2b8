package danvan.library.imports.desk;

import static danvan.library.imports.ImportedDocument.State.DROPPED;
import static danvan.library.imports.ImportedDocument.State.LIVE;
import static danvan.library.imports.ImportedDocument.State.WAITING;
import static danvan.library.imports.ImportedDocument.State.WITHDRAWN;

import danvan.conversation.Actions;
import danvan.library.imports.ImportedDocument.State;
import java.util.Optional;
import java.util.Set;

/**
 * What a tap on a document's button asks for, in which states of the document, and what state it is in then. It stands in
 * docs/states.md too. All of it is the office's.
 */
enum DocumentAct implements Actions.Coded {
    /** The card of what waits. */
    SHOW(Optional.empty(), WAITING),
    CONFIRM(Optional.of(LIVE), WAITING),
    REPLACE(Optional.of(LIVE), WAITING),
    BESIDE(Optional.of(LIVE), WAITING),
    DROP(Optional.of(DROPPED), WAITING),
    /** A field to be typed; its number follows. */
    FIELD(Optional.empty(), WAITING, LIVE),
    /** The field is left empty; its number follows. */
    BLANK(Optional.empty(), WAITING, LIVE),
    /** A page of what waits; its number stands in the place of the document's. */
    WAITING_LIST(Optional.empty()),
    /** All that is sure goes live. */
    ALL_SURE(Optional.empty()),
    /** A page of what is live. */
    HELD(Optional.empty()),
    /** The card of what is live. */
    CARD(Optional.empty(), LIVE, WITHDRAWN),
    WITHDRAW(Optional.of(WITHDRAWN), LIVE),
    BRING_BACK(Optional.of(LIVE), WITHDRAWN);

    static final String FEATURE = "doc";

    static final Actions<DocumentAct> ACTIONS = new Actions<>(FEATURE, DocumentAct.class);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of: never changed
    private final Set<State> from;

    private final Optional<State> to;

    DocumentAct(Optional<State> to, State... from) {
        this.from = Set.of(from);
        this.to = to;
    }

    /** Its name, as buttons have carried it from the first. */
    @Override
    public String code() {
        return name();
    }

    /** Whether it is about one document, and not a list of them. */
    boolean isAboutOne() {
        return !from.isEmpty();
    }

    boolean in(State state) {
        return from.contains(state);
    }

    /** The state afterwards. */
    State after(State before) {
        return to.orElse(before);
    }
}

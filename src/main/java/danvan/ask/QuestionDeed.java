package danvan.ask;

import danvan.chat.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with a question after it was asked: in which states, by whom, and what state it is in then. It stands in
 * docs/states.md too.
 */
enum QuestionDeed {
    HAND_OVER(Optional.empty(), EnumSet.of(State.ASKED), State.HANDED_OVER),
    /** Of those that were only asked, where nothing was found or it was of no use; {@link Asked#isForTheOffice}. */
    REPLY(Optional.of(Role.OFFICE), EnumSet.of(State.ASKED, State.HANDED_OVER), State.REPLIED),
    /** An administrator's is approved with it. */
    KEEP(Optional.of(Role.OFFICE), EnumSet.of(State.REPLIED, State.KEPT, State.APPROVED, State.ENDED), State.KEPT),
    APPROVE(Optional.of(Role.ADMINISTRATOR), EnumSet.of(State.KEPT), State.APPROVED),
    END(Optional.of(Role.OFFICE), EnumSet.of(State.KEPT, State.APPROVED), State.ENDED);

    /** Where a question, or the office's reply to it, stands. */
    enum State {
        ASKED,
        HANDED_OVER,
        REPLIED,
        /** The reply waits to be approved for others. */
        KEPT,
        APPROVED,
        ENDED
    }

    private final Optional<Role> role;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<State> from;

    private final State to;

    QuestionDeed(Optional<Role> role, Set<State> from, State to) {
        this.role = role;
        this.from = from;
        this.to = to;
    }

    /** The role it takes at least; empty: it is the asker's. */
    Optional<Role> role() {
        return role;
    }

    boolean in(State state) {
        return from.contains(state);
    }

    /** The state afterwards. Kept once more, what is approved stays so until its new day. */
    State after(State before) {
        return this == KEEP && before == State.APPROVED ? before : to;
    }
}

package danvan.conversation;

import danvan.storage.Tx;

/**
 * A change to be made when the turn is committed.
 *
 * @see danvan.storage.Conflict
 */
@FunctionalInterface
public interface Effect {
    /**
     * Makes the change.
     *
     * @throws danvan.storage.Conflict where what the feature had read has changed since: the turn is taken again
     */
    void apply(Tx tx);
}

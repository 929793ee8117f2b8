package danvan.conversation;

import danvan.storage.Json;

/**
 * The dialog a person is in: one at a time, on every channel the same.
 *
 * @param feature the feature it belongs to
 * @param state the feature's own state, as JSON
 * @param revision as {@link Turn#revision} was when it was last changed; buttons carry it, so that an old one is known as old
 */
public record Dialog(String feature, String state, long revision) {

    /** The state as the feature's own type. */
    public <T> T state(Class<T> type) {
        return Json.read(state, type);
    }
}

package danvan.chat;

import java.nio.charset.StandardCharsets;

/**
 * A button under a message.
 *
 * @param label plain text
 * @param action what comes back in {@link Incoming.Tap}: the feature's name, a colon, and what the feature wants; at
 *     most 64 bytes of UTF-8, which is Telegram's limit for {@code callback_data}
 */
public record Button(String label, String action) {
    private static final int MOST_BYTES = 64;

    public Button {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a button needs a label: " + action);
        }
        int bytes = action.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_BYTES || action.indexOf(':') < 1) {
            throw new IllegalArgumentException(
                    "a button's action is feature:rest in at most " + MOST_BYTES + " bytes, not " + action);
        }
    }
}

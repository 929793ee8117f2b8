package danvan.chat;

import java.nio.charset.StandardCharsets;

/**
 * A button under a message.
 *
 * @param label plain text
 * @param action what comes back in {@link Incoming.Tap}: the feature's name, a colon, and what the feature wants; at
 *     most 64 bytes of UTF-8, which is Telegram's limit for {@code callback_data}; or the address that it opens
 */
public record Button(String label, String action) {
    private static final int MOST_BYTES = 64;
    private static final String LINK = "https://";
    private static final int LONGEST_LINK = 2_000;

    /** One that opens a page and asks the bot for nothing. */
    public static Button link(String label, String url) {
        if (!url.startsWith(LINK)) {
            throw new IllegalArgumentException("a button opens https addresses only, not " + url);
        }
        return new Button(label, url);
    }

    /** Whether it opens its action as a page. */
    public boolean opensPage() {
        return action.startsWith(LINK);
    }

    public Button {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a button needs a label: " + action);
        }
        boolean link = action.startsWith(LINK) && action.length() <= LONGEST_LINK;
        int bytes = action.getBytes(StandardCharsets.UTF_8).length;
        if (!link && (bytes == 0 || bytes > MOST_BYTES || action.indexOf(':') < 1)) {
            throw new IllegalArgumentException(
                    "a button's action is feature:rest in at most " + MOST_BYTES + " bytes, not " + action);
        }
    }
}

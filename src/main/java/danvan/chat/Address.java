package danvan.chat;

/**
 * A chat on a channel, such as {@code telegram:4711}: where a message came from and where the answer goes.
 *
 * @param channel the channel's name, one word
 * @param chat the channel's own name for the chat
 */
public record Address(String channel, String chat) {
    public Address {
        if (channel.isBlank() || channel.indexOf(':') >= 0 || chat.isBlank()) {
            throw new IllegalArgumentException("not an address: " + channel + ":" + chat);
        }
    }

    /**
     * The address of a text {@code channel:chat}.
     *
     * @throws IllegalArgumentException where the text has not that form
     */
    public static Address parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("an address looks like telegram:4711, not like " + text);
        }
        return new Address(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return channel + ":" + chat;
    }
}

package danvan.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.inbox.Update;
import java.util.Optional;

/**
 * Telegram's updates in the chat's words, field by field: what is missing, null, unknown, of another type or out of range
 * spoils no more than itself. Every update has a word: what the bot has no use for is kept and skipped.
 */
final class UpdateReader {
    static final String CHANNEL = "telegram";
    private static final Address NOBODY = new Address(CHANNEL, "nobody");
    private static final int LONGEST_NAME = 200;

    private UpdateReader() {}

    /**
     * Reads an update.
     *
     * @param id the name under which it is kept once
     */
    static Update read(String id, JsonNode update) {
        return message(id, update.path("message"))
                .or(() -> edited(id, update.path("edited_message")))
                .or(() -> tap(id, update.path("callback_query")))
                .or(() -> presence(id, update.path("my_chat_member")))
                .orElseGet(() -> other(id, "update"));
    }

    /** An update that is kept for its name only. */
    static Update other(String id, String what) {
        return new Update(NOBODY, id, "", new Incoming.Other(what, false));
    }

    private static Optional<Update> message(String id, JsonNode message) {
        return chat(message).map(chat -> new Update(chat, id, name(message), said(message)));
    }

    private static Optional<Update> edited(String id, JsonNode message) {
        return chat(message).map(chat -> {
            Incoming now = said(message);
            Incoming what = isPrivate(message) ? new Incoming.Edited(messageId(message), now) : now;
            return new Update(chat, id, name(message), what);
        });
    }

    private static Incoming said(JsonNode message) {
        if (!isPrivate(message)) {
            return new Incoming.Other("group message", false);
        }
        String text = Fields.words(message, "text");
        return text.isEmpty()
                ? FileReader.file(message)
                        .or(() -> FileReader.place(message))
                        .orElseGet(() -> new Incoming.Other(kind(message), isSaid(message)))
                : new Incoming.Words(text, messageId(message));
    }

    private static Optional<Update> tap(String id, JsonNode tap) {
        // A private chat has its person's number, and buttons stand in private chats only.
        Optional<Address> person = address(tap.path("from"));
        Optional<Address> chat = chat(tap.path("message"));
        return person.filter(from -> chat.isEmpty() || chat.get().equals(from)).map(from -> {
            String action = Fields.text(tap, "data");
            return new Update(
                    from,
                    id,
                    name(tap),
                    action.isEmpty()
                            ? new Incoming.Other("game", false)
                            : new Incoming.Tap(Fields.text(tap, "id"), messageId(tap.path("message")), action));
        });
    }

    private static Optional<Update> presence(String id, JsonNode change) {
        String status = Fields.text(change.path("new_chat_member"), "status");
        return chat(change)
                .filter(chat -> !status.isEmpty() && isPrivate(change))
                .map(chat -> new Update(chat, id, name(change), new Incoming.Presence(!status.equals("kicked"))));
    }

    private static boolean isPrivate(JsonNode message) {
        return Fields.text(message.path("chat"), "type").equals("private");
    }

    private static Optional<Address> chat(JsonNode message) {
        return address(message.path("chat"));
    }

    private static Optional<Address> address(JsonNode chatOrUser) {
        JsonNode id = chatOrUser.path("id");
        return id.isIntegralNumber() && id.canConvertToLong() && id.longValue() != 0
                ? Optional.of(new Address(CHANNEL, id.asText()))
                : Optional.empty();
    }

    private static String messageId(JsonNode message) {
        JsonNode id = message.path("message_id");
        return id.isIntegralNumber() && id.canConvertToInt() ? id.asText() : "";
    }

    private static String name(JsonNode saying) {
        JsonNode user = saying.path("from");
        String name = (Fields.text(user, "first_name") + " " + Fields.text(user, "last_name")).strip();
        return name.length() <= LONGEST_NAME ? name : Fields.clean(name.substring(0, LONGEST_NAME));
    }

    private static String kind(JsonNode message) {
        return message.path("sticker").isObject() ? "sticker" : "other message";
    }

    /** Whether a person said it; Telegram's own notes (a pinned message, a changed picture) wait for no answer. */
    private static boolean isSaid(JsonNode message) {
        return message.path("sticker").isObject()
                || message.path("contact").isObject()
                || message.path("poll").isObject();
    }
}

package danvan.channel.telegram;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.inbox.Update;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Telegram's updates in the chat's words. Every update has a word: what the bot has no use for is kept and passed over. */
final class UpdateReader {
    static final String CHANNEL = "telegram";
    private static final Address NOBODY = new Address(CHANNEL, "nobody");

    private UpdateReader() {}

    static Update read(org.telegram.telegrambots.meta.api.objects.Update update) {
        String id = String.valueOf(update.getUpdateId());
        if (update.hasMessage()) {
            return message(id, update.getMessage());
        }
        if (update.hasCallbackQuery()) {
            return tap(id, update.getCallbackQuery());
        }
        if (update.hasMyChatMember()) {
            return presence(id, update.getMyChatMember());
        }
        return new Update(NOBODY, id, "", new Incoming.Other("update", false));
    }

    private static Update message(String id, Message message) {
        Address from = address(message.getChatId());
        String name = name(message.getFrom());
        if (!message.isUserMessage()) {
            return new Update(from, id, name, new Incoming.Other("group message", false));
        }
        Incoming incoming = message.hasText()
                ? new Incoming.Words(message.getText())
                : FileReader.file(message)
                        .or(() -> FileReader.place(message))
                        .orElseGet(() -> new Incoming.Other(kind(message), isSaid(message)));
        return new Update(from, id, name, incoming);
    }

    private static Update tap(String id, CallbackQuery tap) {
        @Nullable String action = tap.getData();
        boolean hasMessage = tap.getMessage() != null;
        // A private chat has its person's number.
        Address from = address(
                hasMessage ? tap.getMessage().getChatId() : tap.getFrom().getId());
        String messageId = hasMessage ? String.valueOf(tap.getMessage().getMessageId()) : "";
        return new Update(
                from,
                id,
                name(tap.getFrom()),
                action == null ? new Incoming.Other("game", false) : new Incoming.Tap(tap.getId(), messageId, action));
    }

    private static Update presence(String id, ChatMemberUpdated change) {
        Address from = address(change.getChat().getId());
        boolean reachable = change.getNewChatMember() != null
                && !change.getNewChatMember().getStatus().equals("kicked");
        return new Update(from, id, name(change.getFrom()), new Incoming.Presence(reachable));
    }

    private static Address address(Long chat) {
        return new Address(CHANNEL, String.valueOf(chat));
    }

    private static String name(@Nullable User user) {
        if (user == null) {
            return "";
        }
        return user.getLastName() == null ? user.getFirstName() : user.getFirstName() + " " + user.getLastName();
    }

    private static String kind(Message message) {
        return message.hasSticker() ? "sticker" : "other message";
    }

    /** Whether a person said it; Telegram's own notes (a pinned message, a changed picture) wait for no answer. */
    private static boolean isSaid(Message message) {
        return message.hasSticker() || message.hasContact() || message.getPoll() != null;
    }
}

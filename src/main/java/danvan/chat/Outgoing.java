package danvan.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the bot says or shows in a chat. Texts are {@linkplain danvan.text.Markup markup}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outgoing.Message.class, name = "message"),
    @JsonSubTypes.Type(value = Outgoing.Edit.class, name = "edit"),
    @JsonSubTypes.Type(value = Outgoing.File.class, name = "file"),
    @JsonSubTypes.Type(value = Outgoing.Menu.class, name = "menu"),
    @JsonSubTypes.Type(value = Outgoing.PlaceRequest.class, name = "placeRequest"),
    @JsonSubTypes.Type(value = Outgoing.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = Outgoing.Ack.class, name = "ack")
})
public sealed interface Outgoing {

    /**
     * A message with rows of buttons below it.
     *
     * @param text markup; a channel cuts it into several messages where it is too long for one
     * @param buttons rows, top to bottom; may be empty
     */
    record Message(String text, List<List<Button>> buttons) implements Outgoing {
        public Message {
            buttons = buttons.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A message that was sent before, said again.
     *
     * @param messageId the channel's name for it, as a {@link Incoming.Tap} carried it, or {@link #sent}
     */
    record Edit(String messageId, String text, List<List<Button>> buttons) implements Outgoing {
        public Edit {
            buttons = buttons.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A file, shown as a picture where it is one.
     *
     * @param file the name under which its content is stored; fetched through a {@link FileSource} when it is sent
     * @param name what the file is called on the phone, such as {@code bao-cao-quy-1.xlsx}
     * @param mediaType such as {@code image/png}
     * @param caption markup, at most 1,024 characters without its tags, which is Telegram's limit; may be empty
     */
    record File(String file, String name, String mediaType, String caption, List<List<Button>> buttons)
            implements Outgoing {
        public File {
            buttons = buttons.stream().map(List::copyOf).toList();
        }

        public boolean picture() {
            return mediaType.equals("image/png") || mediaType.equals("image/jpeg");
        }
    }

    /**
     * A message that also puts up fixed buttons beside the place where one writes; each of them says its label. Where a
     * channel shows them all the time anyway, it is a plain message.
     *
     * @param labels plain texts, from left to right; a feature that only wants the fixed buttons back leaves them empty
     */
    record Menu(String text, List<String> labels) implements Outgoing {
        public Menu {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A message whose button shares the place where the person is ({@link Incoming.Place}).
     *
     * @param label the button's label, plain text
     */
    record PlaceRequest(String text, String label) implements Outgoing {}

    /**
     * Takes back a message that was sent before. Telegram allows it for 48 hours.
     *
     * @param messageId as in {@link Edit}
     */
    record Delete(String messageId) implements Outgoing {}

    /**
     * The word that a tap arrived; the phone shows it for a moment.
     *
     * @param tapId as the {@link Incoming.Tap} carried it
     * @param toast plain text, may be empty
     */
    record Ack(String tapId, String toast) implements Outgoing {}

    /**
     * A name for a message by its number in the outbox, for an {@link Edit} or a {@link Delete} of a message that nobody
     * has tapped yet. Where that message was never delivered, the edit falls away.
     */
    static String sent(long outboxNumber) {
        return SENT + outboxNumber;
    }

    /** How the names that {@link #sent} makes begin. */
    String SENT = "outbox:";

    static Message message(String text) {
        return new Message(text, List.of());
    }

    static Message message(String text, List<List<Button>> buttons) {
        return new Message(text, buttons);
    }
}

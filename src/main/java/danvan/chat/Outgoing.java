package danvan.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the bot says or shows in a chat. Texts are {@linkplain Markup markup}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outgoing.Message.class, name = "message"),
    @JsonSubTypes.Type(value = Outgoing.Edit.class, name = "edit"),
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
     * A message that was sent before, said anew.
     *
     * @param messageId the channel's name for it, as a {@link Incoming.Tap} carried it
     */
    record Edit(String messageId, String text, List<List<Button>> buttons) implements Outgoing {
        public Edit {
            buttons = buttons.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The word that a tap arrived; the phone shows it for a moment.
     *
     * @param tapId as the {@link Incoming.Tap} carried it
     * @param toast plain text, may be empty
     */
    record Ack(String tapId, String toast) implements Outgoing {}

    static Message message(String text) {
        return new Message(text, List.of());
    }

    static Message message(String text, List<List<Button>> buttons) {
        return new Message(text, buttons);
    }
}

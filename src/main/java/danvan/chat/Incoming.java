package danvan.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a person did in a chat. A channel turns its updates into these; anything it has no word for is {@link Other}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Incoming.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Incoming.Tap.class, name = "tap"),
    @JsonSubTypes.Type(value = Incoming.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = Incoming.Other.class, name = "other")
})
public sealed interface Incoming {

    /** A typed message. */
    record Words(String text) implements Incoming {}

    /**
     * A tap on a button.
     *
     * @param tapId the channel's name for the tap, to acknowledge it by; empty where the channel needs none
     * @param messageId the channel's name for the message that carried the button
     * @param action the button's action
     */
    record Tap(String tapId, String messageId, String action) implements Incoming {}

    /** The person blocked the bot, or came back. */
    record Presence(boolean reachable) implements Incoming {}

    /**
     * Something the bot has no word for yet, such as a sticker.
     *
     * @param what the channel's word for it
     * @param addressed whether it was said to the bot, so that a person waits for an answer
     */
    record Other(String what, boolean addressed) implements Incoming {}
}

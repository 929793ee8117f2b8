package danvan.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** What a person did in a chat. A channel turns its updates into these; anything it has no word for is {@link Other}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Incoming.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Incoming.Tap.class, name = "tap"),
    @JsonSubTypes.Type(value = Incoming.File.class, name = "file"),
    @JsonSubTypes.Type(value = Incoming.Place.class, name = "place"),
    @JsonSubTypes.Type(value = Incoming.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = Incoming.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = Incoming.Other.class, name = "other")
})
public sealed interface Incoming {

    /**
     * A typed message.
     *
     * @param message the channel's name for the message, by which a later {@link Edited} is about it; may be empty
     */
    record Words(String text, String message) implements Incoming {
        public Words {
            // What was kept before messages had names.
            message = Objects.requireNonNullElse(message, "");
        }

        public Words(String text) {
            this(text, "");
        }
    }

    /**
     * The person has changed a message that was said before.
     *
     * @param message the channel's name for the message; may be empty
     * @param now what the message says now
     */
    record Edited(String message, Incoming now) implements Incoming {}

    /**
     * A tap on a button.
     *
     * @param tapId the channel's name for the tap, to acknowledge it by; empty where the channel needs none
     * @param messageId the channel's name for the message that carried the button; empty where it is not known. The
     *     names that {@link Outgoing#sent} makes are the bot's own and never come from outside: such a one is dropped
     * @param action the button's action
     */
    record Tap(String tapId, String messageId, String action) implements Incoming {
        public Tap {
            messageId = messageId.startsWith(Outgoing.SENT) ? "" : messageId;
        }
    }

    /**
     * A file the person sent. Its content stays with the channel until it is fetched through a {@link FileSource}.
     *
     * @param medium what the person sent it as
     * @param ref the channel's name for the content
     * @param name the file's name as the person has it; may be empty
     * @param mediaType such as {@code image/jpeg}; may be empty
     * @param bytes its size; 0 where the channel does not say
     * @param caption what the person wrote below it, plain text; may be empty
     * @param album the same for files that were sent as one album; empty for a single one
     */
    record File(Medium medium, String ref, String name, String mediaType, long bytes, String caption, String album)
            implements Incoming {}

    /** What a file was sent as. A picture sent as a document keeps its full size and is a document. */
    enum Medium {
        PICTURE,
        VIDEO,
        SOUND,
        DOCUMENT
    }

    /** The place where the person is, in degrees (WGS 84). */
    record Place(double latitude, double longitude) implements Incoming {}

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

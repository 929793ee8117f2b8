package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.util.List;

/** Where the answer to a tapped button is shown. */
public final class CardReply {
    private CardReply() {}

    /** In the place of the message whose button was tapped, or as a new one where there is none. */
    public static Reply inPlace(Turn turn, String text, List<List<Button>> buttons) {
        boolean known =
                turn.incoming() instanceof Incoming.Tap tap && !tap.messageId().isEmpty();
        return known ? Reply.nothing().andRewrite(turn, text, buttons) : Reply.say(text, buttons);
    }
}

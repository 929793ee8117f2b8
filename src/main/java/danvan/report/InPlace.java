package danvan.report;

import danvan.chat.Button;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.util.List;

/** A message in the place of the one whose button was tapped. */
public final class InPlace {
    private InPlace() {}

    /** Rewrites that message; where there is none, says it as a new one. */
    public static Reply of(Turn turn, String text, List<List<Button>> buttons) {
        Reply rewritten = Reply.nothing().andRewrite(turn, text, buttons);
        return rewritten.messages().isEmpty() ? Reply.say(text, buttons) : rewritten;
    }
}

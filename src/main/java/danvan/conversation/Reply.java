package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.storage.Json;
import danvan.storage.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a feature answers. Immutable; each {@code and…} returns a new one.
 *
 * @param messages what is said, in order, to the person who spoke
 * @param notices what others are told
 * @param effects what is changed, in order
 * @param dialog what becomes of the open dialog
 * @param toast what the phone shows for a moment after a tap, plain text; may be empty
 * @param numbered who wants to edit the last message with buttons later
 */
public record Reply(
        List<Outgoing> messages,
        List<Notice> notices,
        List<Effect> effects,
        Next dialog,
        String toast,
        Optional<Numbered> numbered) {

    /** Is told, in the turn's transaction, the outbox number of the last message that has buttons. */
    @FunctionalInterface
    public interface Numbered {
        void is(Tx tx, long number);
    }

    /** What somebody else is told. */
    public record Notice(Address to, Outgoing what) {}

    /** What becomes of the open dialog. */
    public sealed interface Next {
        /** It stays as it is. */
        record Keep() implements Next {}

        /** It ends. */
        record Close() implements Next {}

        /** It goes on, or begins, with this state. */
        record Open(String feature, String state) implements Next {}
    }

    public Reply {
        messages = List.copyOf(messages);
        notices = List.copyOf(notices);
        effects = List.copyOf(effects);
    }

    public static Reply nothing() {
        return new Reply(List.of(), List.of(), List.of(), new Next.Keep(), "", Optional.empty());
    }

    public static Reply say(String text) {
        return nothing().andSay(text);
    }

    public static Reply say(String text, List<List<Button>> buttons) {
        return nothing().andSay(text, buttons);
    }

    public Reply andSay(String text) {
        return and(Outgoing.message(text));
    }

    public Reply andSay(String text, List<List<Button>> buttons) {
        return and(Outgoing.message(text, buttons));
    }

    /** Rewrites the message whose button was tapped; nothing where the turn was no tap. */
    public Reply andRewrite(Turn turn, String text, List<List<Button>> buttons) {
        return tapped(turn)
                .map(messageId -> and(new Outgoing.Edit(messageId, text, buttons)))
                .orElse(this);
    }

    public Reply and(Outgoing message) {
        List<Outgoing> more = new ArrayList<>(messages);
        more.add(message);
        return new Reply(more, notices, effects, dialog, toast, numbered);
    }

    /** Tells somebody else something. */
    public Reply andTell(Address to, Outgoing what) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(new Notice(to, what));
        return new Reply(messages, more, effects, dialog, toast, numbered);
    }

    /** Tells others something, each of them. */
    public Reply andTell(List<Notice> others) {
        List<Notice> more = new ArrayList<>(notices);
        more.addAll(others);
        return new Reply(messages, more, effects, dialog, toast, numbered);
    }

    /** Says this before the rest. */
    public Reply afterSaying(String text) {
        List<Outgoing> more = new ArrayList<>();
        more.add(Outgoing.message(text));
        more.addAll(messages);
        return new Reply(more, notices, effects, dialog, toast, numbered);
    }

    public Reply andDo(Effect effect) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(effect);
        return new Reply(messages, notices, more, dialog, toast, numbered);
    }

    public Reply andToast(String plain) {
        return new Reply(messages, notices, effects, dialog, plain, numbered);
    }

    /** Has the number of the last message with buttons told. */
    public Reply andNumber(Numbered wanted) {
        return new Reply(messages, notices, effects, dialog, toast, Optional.of(wanted));
    }

    /** Opens the feature's dialog, or keeps it open, with this state. */
    public Reply andOpen(String feature, Object state) {
        return new Reply(messages, notices, effects, new Next.Open(feature, Json.write(state)), toast, numbered);
    }

    public Reply andClose() {
        return new Reply(messages, notices, effects, new Next.Close(), toast, numbered);
    }

    private static Optional<String> tapped(Turn turn) {
        return turn.incoming() instanceof Incoming.Tap tap
                ? Optional.of(tap.messageId()).filter(id -> !id.isEmpty())
                : Optional.empty();
    }
}

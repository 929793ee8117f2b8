package danvan.conversation;

import danvan.chat.Incoming;
import danvan.chat.Role;
import java.util.List;
import java.util.Optional;

/**
 * One thing the bot does. Implementations are safe for use by several threads, hold no state of a conversation, read
 * through the database and change nothing but through their {@link Reply}.
 */
public interface Feature {

    /** One word; the actions of its buttons begin with it and a colon. */
    String name();

    /** Whether auditors may use it, who change nothing. */
    default boolean isForAuditors() {
        return false;
    }

    /** Whether they may use one of its commands: those that every cadre has. */
    default boolean isForAuditors(Command command) {
        return isForAuditors() && command.from() == Role.CADRE;
    }

    /** The commands it answers. */
    default List<Command> commands() {
        return List.of();
    }

    /**
     * Answers one of its commands.
     *
     * @param command its {@linkplain Command#name name}, also where an alias was typed
     * @param rest what stood behind it
     */
    default Reply command(Turn turn, String command, String rest) {
        return Reply.nothing();
    }

    /**
     * Answers a tap on one of its buttons. Buttons may be of any age: what no longer fits is answered politely and
     * changes nothing.
     *
     * @param action the action without the feature's name and colon
     */
    default Reply tap(Turn turn, String action) {
        return Reply.nothing();
    }

    /**
     * Answers what was said while its dialog is open; empty where it is not meant for the dialog, so that others are
     * asked.
     */
    default Optional<Reply> heard(Turn turn, Dialog dialog) {
        return Optional.empty();
    }

    /**
     * Answers that a message said before was edited; empty where the message was not one of this feature's.
     *
     * @param edited which message, and what it says now
     */
    default Optional<Reply> edited(Turn turn, Incoming.Edited edited) {
        return Optional.empty();
    }

    /**
     * Answers a file that was not meant for a dialog; empty where the feature has nothing to say to it. Its content is
     * had from {@link Downloads}.
     */
    default Optional<Reply> sent(Turn turn, Incoming.File file) {
        return Optional.empty();
    }

    /** Answers words that were neither a command nor meant for a dialog; empty where the feature has nothing to say. */
    default Optional<Reply> said(Turn turn, String words) {
        return Optional.empty();
    }
}

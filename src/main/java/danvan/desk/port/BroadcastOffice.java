package danvan.desk.port;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import danvan.storage.StoredFile;
import danvan.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The broadcasts for the desk, by the very decisions of the chat: one is prepared, seen with the count of those it reaches, sent,
 * stopped, taken back. What is not sent yet is its author's. Implementations are safe for use by several threads.
 */
public interface BroadcastOffice {

    /** How far a broadcast is. */
    enum State {
        PREPARED,
        SCHEDULED,
        SENDING,
        SENT,
        CANCELLED,
        RECALLED
    }

    /**
     * A broadcast.
     *
     * @param unit whose it is
     * @param at when it was sent
     * @param sendAt when it is to be sent; empty: when its author says so
     * @param all how many are to get it
     */
    record Line(
            String code,
            String title,
            String author,
            String unit,
            Optional<Instant> at,
            Optional<Instant> sendAt,
            State state,
            long all,
            long waiting,
            long delivered,
            long unreachable,
            long cancelled,
            long read) {}

    /** Those that were sent, the latest first. */
    List<Line> list(Person by, int most, long skip);

    /** How many were sent. */
    long sent();

    /** Those that go out at a time, the next first. */
    List<Line> scheduled();

    /** Those that somebody has prepared and not sent, the latest first. */
    List<Line> prepared(Person by);

    /**
     * For whom one is.
     *
     * @param unit the code of the unit, with those below it
     * @param listed how many are named one by one; 0 where it is for all of the unit
     */
    record Addressed(String unit, Set<Role> roles, int listed) {}

    /**
     * One broadcast.
     *
     * @param audience for whom it is, in words
     * @param deletable whether the phones may still be told to delete it
     * @param own whether it is of who looks
     */
    record Sheet(
            Line line,
            String text,
            Addressed to,
            String audience,
            boolean deletable,
            boolean own,
            List<Attached> files) {}

    /**
     * A file that goes with it.
     *
     * @param file its name in the store
     */
    record Attached(long number, String file, String name, String mediaType, long bytes, String caption) {}

    Optional<Sheet> sheet(Person by, Texts.Phrases words, String code, Instant now);

    /** What became of the message to one. */
    enum Receipt {
        READ,
        UNREAD,
        WAITING,
        UNREACHABLE,
        CANCELLED
    }

    /** Somebody who is told; before it is sent nobody has a receipt. */
    record Reader(long member, String name, String unit, Optional<Receipt> receipt, Optional<Instant> readAt) {}

    /** A part of the readers, by unit and name. */
    record Readers(List<Reader> readers, long total) {}

    /**
     * Whom it reached.
     *
     * @param receipts if there are any, only these
     */
    Readers readers(String code, Set<Receipt> receipts, int most, long skip);

    /** The longest text. */
    int longest();

    /**
     * Prepares one.
     *
     * @param unreadOf a broadcast: those who have not read it are told, rather than a unit
     * @return with the code in {@link Prepared#code} where it is prepared
     */
    Answered<Prepared> prepare(Turn turn, String text, String unit, Set<Role> roles, Optional<String> unreadOf);

    /** What came of it. */
    record Prepared(String code, Decided decided) {}

    /** Has a file go with one that its author has not sent. */
    Answered<Decided> attach(Turn turn, String code, StoredFile stored, String name);

    /** The kinds that can go with one, in words. */
    String kinds();

    /** Takes a file off. */
    Answered<Decided> detach(Turn turn, String code, long number);

    /**
     * Has one go out at a time.
     *
     * @param at as the page's field has it, {@code 2026-12-02T07:30}, in the bot's zone
     * @param seen how many it was to reach when it was looked at
     */
    Answered<Decided> schedule(Turn turn, String code, String at, long seen);

    /** Something done with one. */
    enum Act {
        SEND,
        /** What waits for its time waits for its author again. */
        TAKE_BACK,
        DISCARD,
        STOP,
        /** The phones delete it. */
        DELETE,
        /** It is written over on the phones. */
        EDIT
    }

    /**
     * Decides something about it.
     *
     * @param seen for {@link Act#SEND}: how many it was to reach when it was looked at
     */
    Answered<Decided> act(Turn turn, Act act, String code, long seen);
}

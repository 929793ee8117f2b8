package danvan.channel.web;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was said on the phone page, the last {@value #KEPT} lines of each chat. Safe for use by several threads. */
final class TalkLog {
    static final int KEPT = 300;

    /** So many question marks fit in a statement of either database, with room to spare. */
    private static final int MOST_CHATS = 500;

    private final Database database;
    private final Clock clock;

    TalkLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Logs what a member said, once for each name its page gave it. */
    void said(Address from, String pageId, Incoming what) {
        database.change(
                tx -> tx.update("""
                INSERT INTO web_log (chat, change_no, who, page_id, body, at)
                VALUES (?, ?, 'MEMBER', ?, ?, ?) ON CONFLICT (chat, page_id) DO NOTHING
                """, from.chat(), nextChange(tx, from), pageId, Json.write(what), clock.instant()));
    }

    /** Logs a message of the bot and says its number. */
    long add(Tx tx, Address to, Outgoing message) {
        long id = tx.insert(
                        "INSERT INTO web_log (chat, change_no, who, body, at) VALUES (?, ?, 'BOT', ?, ?) RETURNING id",
                        to.chat(),
                        nextChange(tx, to),
                        Json.write(message),
                        clock.instant())
                .orElseThrow(() -> new StorageException("the log gave a line no number"));
        tx.update("""
                DELETE FROM web_log WHERE chat = ? AND id <= (
                    SELECT id FROM web_log WHERE chat = ? ORDER BY id DESC LIMIT 1 OFFSET ?)
                """, to.chat(), to.chat(), KEPT);
        return id;
    }

    /** Says a message of the bot again; a message that is not in the log any more is said again, at its end. */
    long edit(Tx tx, Address to, Outgoing.Edit edit) {
        Optional<Long> id = number(edit.messageId());
        Optional<Outgoing> before = id.flatMap(number -> tx.one(
                "SELECT body FROM web_log WHERE id = ? AND chat = ? AND who = 'BOT'",
                row -> Json.read(row.text("body"), Outgoing.class),
                number,
                to.chat()));
        if (before.isEmpty()) {
            return add(tx, to, new Outgoing.Message(edit.text(), edit.buttons()));
        }
        Outgoing after = before.get() instanceof Outgoing.File file
                ? new Outgoing.File(file.file(), file.name(), file.mediaType(), edit.text(), edit.buttons())
                : new Outgoing.Message(edit.text(), edit.buttons());
        tx.update(
                "UPDATE web_log SET body = ?, change_no = ?, edited_at = ? WHERE id = ?",
                Json.write(after),
                nextChange(tx, to),
                clock.instant(),
                id.get());
        return id.get();
    }

    /** Takes a message of the bot back. Its row stays, empty, to tell pages that were away. */
    void delete(Tx tx, Address to, Outgoing.Delete delete) {
        number(delete.messageId())
                .ifPresent(id -> tx.update(
                        "UPDATE web_log SET who = 'GONE', body = '', change_no = ? WHERE id = ? AND chat = ? AND who = 'BOT'",
                        nextChange(tx, to),
                        id,
                        to.chat()));
    }

    /** The file of a line. */
    Optional<Entry.Attached> file(Address chat, long id) {
        return database.read(tx ->
                        tx.one("SELECT * FROM web_log WHERE chat = ? AND id = ?", Entry::attached, chat.chat(), id))
                .flatMap(file -> file);
    }

    private static Optional<Long> number(String messageId) {
        return messageId.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(messageId)) : Optional.empty();
    }

    /** What is newer than a change, in the order of the changes. */
    List<Entry> since(Address chat, long change) {
        return database.read(tx -> tx.list(
                "SELECT * FROM web_log WHERE chat = ? AND change_no > ? ORDER BY change_no",
                Entry::of,
                chat.chat(),
                change));
    }

    /** The last lines before a line, oldest first. */
    List<Entry> before(Address chat, long id, int most) {
        List<Entry> newestFirst = database.read(tx -> tx.list(
                "SELECT * FROM web_log WHERE chat = ? AND id < ? AND who <> 'GONE' ORDER BY id DESC LIMIT ?",
                Entry::of,
                chat.chat(),
                id,
                most));
        return newestFirst.stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
    }

    /** The last change of a chat; 0 where nothing was said yet. */
    long lastChange(Address chat) {
        return lastChanges(List.of(chat.chat())).getOrDefault(chat.chat(), 0L);
    }

    /** The last change of each of these chats where anything was said. */
    Map<String, Long> lastChanges(Collection<String> chats) {
        Map<String, Long> changes = new HashMap<>();
        List<String> all = List.copyOf(chats);
        for (int from = 0; from < all.size(); from += MOST_CHATS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_CHATS));
            String marks = some.stream().map(chat -> "?").collect(Collectors.joining(", "));
            database.read(tx -> tx.list(
                            "SELECT chat, last_change FROM web_talk WHERE chat IN (" + marks + ")",
                            row -> Map.entry(row.text("chat"), row.number("last_change")),
                            some.toArray()))
                    .forEach(change -> changes.put(change.getKey(), change.getValue()));
        }
        return changes;
    }

    /** Deletes what was said before the given time. */
    int forget(Instant before) {
        return database.write(tx -> tx.update("DELETE FROM web_log WHERE at < ?", before));
    }

    /**
     * The chat's next number. Taking it locks the chat's row to the end of the transaction, so that a reader who sees a
     * change sees every earlier one too, also where several processes write.
     */
    private static long nextChange(Tx tx, Address chat) {
        return tx.one("""
                        INSERT INTO web_talk (chat, last_change) VALUES (?, 1)
                        ON CONFLICT (chat) DO UPDATE SET last_change = web_talk.last_change + 1
                        RETURNING last_change
                        """, row -> row.number("last_change"), chat.chat())
                .orElseThrow(() -> new StorageException("the talk " + chat + " has no next number"));
    }
}

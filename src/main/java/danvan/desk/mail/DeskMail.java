package danvan.desk.mail;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.text.Markup;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The outbox's courier to the desk: delivered is what stands in the member's list. An address is a member's number; no
 * member has one, so that reminders never go there. Safe for use by several threads.
 */
public final class DeskMail implements Courier {
    /** The channel's name in addresses. */
    public static final String CHANNEL = "office";

    private static final int MOST = 100;

    /** A file that arrived. */
    public record Attached(String file, String name, String mediaType) {}

    /** Something that arrived. */
    public record Notice(long id, Instant at, String text, Optional<Attached> file) {}

    private final Database database;
    private final Clock clock;

    /** @param clock the bot's */
    public DeskMail(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Delivery> deliver(Address to, Outgoing what) {
        return CompletableFuture.completedFuture(new Delivery.Delivered(kept(to, what)));
    }

    private String kept(Address to, Outgoing what) {
        if (what instanceof Outgoing.Message message) {
            return put(to, message.text(), Optional.empty());
        }
        if (what instanceof Outgoing.File file) {
            return put(to, file.caption(), Optional.of(new Attached(file.file(), file.name(), file.mediaType())));
        }
        if (what instanceof Outgoing.Edit edit) {
            number(edit.messageId())
                    .ifPresent(id -> database.change(tx -> tx.update(
                            "UPDATE desk_notice SET text = ? WHERE id = ? AND member_id = ?",
                            Markup.strip(edit.text()),
                            id,
                            owner(to))));
            return edit.messageId();
        }
        if (what instanceof Outgoing.Delete delete) {
            number(delete.messageId())
                    .ifPresent(id -> database.change(
                            tx -> tx.update("DELETE FROM desk_notice WHERE id = ? AND member_id = ?", id, owner(to))));
        }
        return "";
    }

    private String put(Address to, String markup, Optional<Attached> file) {
        return database.write(tx -> tx.insert(
                        """
                        INSERT INTO desk_notice (member_id, at, text, file_id, name, media_type)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        owner(to),
                        clock.instant(),
                        Markup.strip(markup),
                        file.map(Attached::file),
                        file.map(Attached::name),
                        file.map(Attached::mediaType)))
                .map(String::valueOf)
                .orElse("");
    }

    /** What arrived for a member, the latest first. */
    public List<Notice> of(long member) {
        return database.read(tx -> tx.list(
                "SELECT * FROM desk_notice WHERE member_id = ? ORDER BY id DESC LIMIT " + MOST,
                DeskMail::read,
                member));
    }

    /** One of a member's. */
    public Optional<Notice> find(long member, long id) {
        return database.read(
                tx -> tx.one("SELECT * FROM desk_notice WHERE member_id = ? AND id = ?", DeskMail::read, member, id));
    }

    /** Deletes what arrived before a moment. */
    public int forget(Instant before) {
        return database.write(tx -> tx.update("DELETE FROM desk_notice WHERE at < ?", before));
    }

    /** Whose an address of this channel is. */
    public static Optional<Long> member(Address to) {
        return number(to.chat());
    }

    private static long owner(Address to) {
        return member(to).orElse(-1L);
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text)
                .filter(figures -> figures.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static Notice read(Row row) {
        return new Notice(
                row.number("id"),
                row.instant("at"),
                row.text("text"),
                row.textIfAny("file_id")
                        .map(file -> new Attached(
                                file,
                                row.textIfAny("name").orElse("file"),
                                row.textIfAny("media_type").orElse("application/octet-stream"))));
    }
}

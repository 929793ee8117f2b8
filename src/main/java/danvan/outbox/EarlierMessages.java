package danvan.outbox;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Row;
import danvan.storage.StorageException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The messages that later ones edit or delete, found by their number in the outbox. */
final class EarlierMessages {
    private final Database database;
    private final Clock clock;
    private final String node;

    EarlierMessages(Database database, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /**
     * What to send for a parcel. An edit or a deletion that names its message by the number in the outbox gets the
     * channel's name for it. Where that message still waits, behind more urgent ones, it is changed where it waits, or
     * withdrawn, and there is nothing to send; nor is there where it never arrived, or went to another chat.
     *
     * @param to the chat the edit or deletion goes to
     * @throws StorageException where that message is just being sent by another process; a later attempt will do
     */
    Optional<Outgoing> resolved(Address to, Outgoing what) {
        if (what instanceof Outgoing.Edit edit && edit.messageId().startsWith(Outgoing.SENT)) {
            return named(to, edit.messageId(), waiting -> changed(waiting, edit))
                    .map(id -> new Outgoing.Edit(id, edit.text(), edit.buttons()));
        }
        if (what instanceof Outgoing.Delete delete && delete.messageId().startsWith(Outgoing.SENT)) {
            return named(to, delete.messageId(), waiting -> "").map(Outgoing.Delete::new);
        }
        return Optional.of(what);
    }

    private record Named(boolean waits, boolean elsewhere, String body, Optional<String> remoteId) {}

    /** The channel's name for a message; empty where it never had one, or where the message waited and was changed. */
    private Optional<String> named(Address to, String sent, UnaryOperator<String> change) {
        String figures = sent.substring(Outgoing.SENT.length());
        if (!figures.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(figures);
        return database.write(tx -> {
            Optional<Named> found = tx.one(
                    "SELECT * FROM outbox WHERE id = ? AND channel = ? AND chat = ?"
                            + (database.shared() ? " FOR UPDATE" : ""),
                    this::named,
                    number,
                    to.channel(),
                    to.chat());
            if (found.filter(Named::elsewhere).isPresent()) {
                throw new StorageException("the message it is about is under way in another process");
            }
            Optional<Named> waiting = found.filter(Named::waits);
            if (waiting.isPresent()) {
                String body = change.apply(waiting.get().body());
                tx.update(
                        "UPDATE outbox SET body = ?, state = ?, done_at = ? WHERE id = ?",
                        body,
                        body.isEmpty() ? "WITHDRAWN" : "QUEUED",
                        body.isEmpty() ? Optional.of(clock.instant()) : Optional.empty(),
                        number);
            }
            return found.flatMap(Named::remoteId).filter(id -> !id.isEmpty());
        });
    }

    private Named named(Row row) {
        boolean waits = row.text("state").equals("QUEUED");
        // This process has nothing under way in a chat while it hands over another message of that chat.
        boolean elsewhere = waits
                && !row.textIfAny("claimed_by").orElse(node).equals(node)
                && row.instantIfAny("claimed_until")
                        .filter(clock.instant()::isBefore)
                        .isPresent();
        return new Named(waits, elsewhere, row.text("body"), row.textIfAny("remote_id"));
    }

    private static String changed(String waiting, Outgoing.Edit edit) {
        Outgoing what = Json.read(waiting, Outgoing.class);
        Outgoing changed = what instanceof Outgoing.File file
                ? new Outgoing.File(file.file(), file.name(), file.mediaType(), edit.text(), edit.buttons())
                : new Outgoing.Message(edit.text(), edit.buttons());
        return Json.write(changed);
    }
}

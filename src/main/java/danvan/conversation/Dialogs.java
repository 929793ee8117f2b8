package danvan.conversation;

import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.Optional;

/** The open dialogs. A person's row stays when a dialog ends, so that its revision goes on counting. */
final class Dialogs {
    /** What is open, if anything, and the revision it stands at. */
    record Open(Optional<Dialog> dialog, long revision) {}

    private static final String CLOSED = "";

    private final Database database;

    Dialogs(Database database) {
        this.database = database;
    }

    Open of(long member) {
        return database.read(tx -> tx.one(
                        "SELECT feature, state, revision FROM dialog WHERE member_id = ?",
                        row -> {
                            Dialog dialog = new Dialog(row.text("feature"), row.text("state"), row.number("revision"));
                            return new Open(
                                    Optional.of(dialog).filter(d -> !d.feature().equals(CLOSED)), dialog.revision());
                        },
                        member))
                .orElse(new Open(Optional.empty(), 0));
    }

    /**
     * Brings the dialog forward.
     *
     * @param revision what the turn had read
     * @throws Conflict where it has moved on since
     */
    void move(Tx tx, long member, long revision, Reply.Next next, Instant now) {
        if (next instanceof Reply.Next.Open open) {
            put(tx, member, revision, open.feature(), open.state(), now);
        } else if (next instanceof Reply.Next.Close) {
            put(tx, member, revision, CLOSED, "", now);
        }
    }

    private static void put(Tx tx, long member, long revision, String feature, String state, Instant now) {
        int changed = revision == 0
                ? tx.update("""
                        INSERT INTO dialog (member_id, feature, state, revision, updated_at) VALUES (?, ?, ?, 1, ?)
                        ON CONFLICT DO NOTHING
                        """, member, feature, state, now)
                : tx.update("""
                        UPDATE dialog SET feature = ?, state = ?, revision = revision + 1, updated_at = ?
                        WHERE member_id = ? AND revision = ?
                        """, feature, state, now, member, revision);
        if (changed == 0) {
            throw new Conflict("the dialog of member " + member + " moved on");
        }
    }
}

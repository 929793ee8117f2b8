package danvan.broadcast;

import danvan.broadcast.Broadcasts.Broadcast;
import danvan.broadcast.Broadcasts.State;
import danvan.chat.Address;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is set for a time, and what else is changed of a broadcast before it goes. */
record SetTimes(Database database) {
    /** Where one was prepared, and in which language: there it is told how it goes. */
    record Origin(Address address, Language language) {}

    /** Those that go out at a time, the next first. */
    List<Broadcast> all() {
        return database.read(tx -> tx.list(
                "SELECT * FROM broadcast WHERE state = 'SCHEDULED' ORDER BY send_at, code", Broadcasts::broadcast));
    }

    static Optional<Origin> origin(Tx tx, String code) {
        return tx.one(
                "SELECT channel, chat, language FROM broadcast WHERE code = ?",
                row -> new Origin(
                        new Address(row.text("channel"), row.text("chat")),
                        Language.of(row.text("language")).orElse(Language.VI)),
                code);
    }

    /** Sets or takes away the time of one that is in a state; false where it is in another. */
    static boolean time(Tx tx, String code, State state, Optional<Instant> at) {
        return tx.update("UPDATE broadcast SET send_at = ? WHERE code = ? AND state = ?", at, code, state) == 1;
    }

    /** Other words, while its author prepares it. */
    static void text(Tx tx, String code, String text) {
        tx.update("UPDATE broadcast SET text = ? WHERE code = ? AND state = ?", text, code, State.PREPARED);
    }
}

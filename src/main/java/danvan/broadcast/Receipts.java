package danvan.broadcast;

import danvan.desk.port.BroadcastOffice.Receipt;
import danvan.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of a broadcast's message to each. Safe for use by several threads. */
record Receipts(Database database) {
    private static final String RECEIPT = "CASE WHEN acknowledged_at IS NOT NULL THEN 'READ' WHEN state = 'QUEUED' THEN"
            + " 'WAITING' WHEN state = 'DELIVERED' THEN 'UNREAD' ELSE state END";

    /** Somebody who was told, and whether it was read. */
    record Received(long member, String name, String unit, Receipt receipt, Optional<Instant> readAt) {}

    /** Those with some receipts, by unit and name. */
    List<Received> of(String code, Set<Receipt> receipts, int most, long skip) {
        return database.read(tx -> tx.list(
                "SELECT member_id, name, unit, acknowledged_at, " + RECEIPT
                        + " AS receipt FROM broadcast_person WHERE broadcast = ? AND " + RECEIPT + " IN ("
                        + names(receipts) + ") ORDER BY unit, name, member_id LIMIT ? OFFSET ?",
                row -> new Received(
                        row.number("member_id"),
                        row.text("name"),
                        row.text("unit"),
                        Receipt.valueOf(row.text("receipt")),
                        row.instantIfAny("acknowledged_at")),
                code,
                most,
                skip));
    }

    long count(String code, Set<Receipt> receipts) {
        return database.read(tx -> tx.count(
                "SELECT COUNT(*) AS n FROM broadcast_person WHERE broadcast = ? AND " + RECEIPT + " IN ("
                        + names(receipts) + ")",
                code));
    }

    private static String names(Set<Receipt> receipts) {
        return receipts.stream().map(one -> "'" + one.name() + "'").collect(Collectors.joining(", "));
    }
}

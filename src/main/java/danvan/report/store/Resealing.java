package danvan.report.store;

import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals again, under the key that is in use, what older keys sealed; some rows at a time, beside a bot at work. What is changed
 * meanwhile is sealed under the new key by that. Once all is done, the key's fingerprint is written down, and no start looks again.
 */
public final class Resealing {
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final String DONE = "reports.sealed-under";
    private static final int BATCH = 100;

    private final Database database;
    private final Files files;
    private final AnswerCipher cipher;

    private record Table(String name, String key, String text) {}

    private record Old(String key, String text, SealedPaths seals) {}

    private static final List<Table> INSTANCES = List.of(
            new Table("report", "id", "instance_xml"),
            new Table("report_draft", "id", "instance_xml"),
            new Table("report_edition", "report_id || '-' || edition", "instance_xml"));

    Resealing(Database database, Files files, AnswerCipher cipher) {
        this.database = database;
        this.files = files;
        this.cipher = cipher;
    }

    /** Does all that is left and says how many rows were sealed again. */
    public int run() {
        if (isDone()) {
            return 0;
        }
        int resealed = 0;
        for (Table table : INSTANCES) {
            resealed += instances(table);
        }
        resealed += captions();
        resealed += contents();
        database.change(tx -> tx.update(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                DONE,
                cipher.fingerprint()));
        if (resealed > 0) {
            LOG.info(
                    "{} rows with personal answers are sealed under the new key. Older keys in report.key are needed for backups"
                            + " of before, and for nothing else",
                    resealed);
        }
        return resealed;
    }

    private boolean isDone() {
        return database.read(tx -> tx.one("SELECT value FROM setting WHERE name = ?", row -> row.text("value"), DONE))
                .filter(cipher.fingerprint()::equals)
                .isPresent();
    }

    private int instances(Table table) {
        int resealed = 0;
        String last = "";
        while (true) {
            String after = last;
            List<Old> rows = database.read(tx -> tx.list(
                    "SELECT " + key(table) + " AS k, " + table.text() + " AS t, sealed FROM " + table.name() + " WHERE "
                            + key(table) + " > ? AND (sealed IS NULL OR sealed <> '[]') ORDER BY 1 LIMIT " + BATCH,
                    Resealing::old,
                    after));
            if (rows.isEmpty()) {
                return resealed;
            }
            last = rows.get(rows.size() - 1).key();
            List<Old> changed = new ArrayList<>();
            for (Old row : rows) {
                cipher.resealed(row.seals(), row.text())
                        .ifPresent(xml -> changed.add(new Old(row.key(), xml, row.seals())));
            }
            resealed += database.write(tx -> update(tx, table, rows, changed));
        }
    }

    private static int update(Tx tx, Table table, List<Old> before, List<Old> changed) {
        int updated = 0;
        for (Old row : changed) {
            String was = before.stream()
                    .filter(old -> old.key().equals(row.key()))
                    .findFirst()
                    .orElseThrow()
                    .text();
            // Changed meanwhile: then it was sealed anew by that.
            updated += tx.update(
                    "UPDATE " + table.name() + " SET " + table.text() + " = ? WHERE " + key(table) + " = ? AND "
                            + table.text() + " = ?",
                    row.text(),
                    row.key(),
                    was);
        }
        return updated;
    }

    private int captions() {
        List<Old> rows = database.read(tx -> tx.list(
                "SELECT CAST(id AS TEXT) AS k, caption AS t, NULL AS sealed FROM report_file WHERE caption <> ''"
                        + " AND (sealed IS NULL OR sealed = 1)",
                Resealing::old));
        return database.write(tx -> {
            int updated = 0;
            for (Old row : rows) {
                Optional<String> again = cipher.resealed(row.text());
                if (again.isPresent()) {
                    updated += tx.update(
                            "UPDATE report_file SET caption = ? WHERE CAST(id AS TEXT) = ? AND caption = ?",
                            again.get(),
                            row.key(),
                            row.text());
                }
            }
            return updated;
        });
    }

    /** Files: those of personal questions that were sent before files were sealed, and what older keys sealed. */
    private int contents() {
        record Held(String file, String ref, SealedPaths seals) {}
        List<Held> older = database.read(tx -> tx.list(
                "SELECT f.file_id, f.ref, r.sealed FROM report_file f JOIN report r ON r.id = f.report_id"
                        + " WHERE r.sealed IS NOT NULL AND r.sealed <> '[]'",
                row -> new Held(row.text("file_id"), row.text("ref"), SealedPaths.read(row.textIfAny("sealed")))));
        int changed = 0;
        for (Held held : older) {
            String path = held.ref().replaceAll("\\[\\d+]", "");
            if (held.seals().places().filter(places -> places.contains(path)).isPresent()) {
                database.change(tx -> files.seal(tx, held.file()));
            }
        }
        for (String file :
                database.read(tx -> tx.list("SELECT id FROM file WHERE sealed = 1", row -> row.text("id")))) {
            changed += database.write(tx -> files.reseal(tx, file)) ? 1 : 0;
        }
        return changed;
    }

    /** As a text, so that all tables are gone through alike; within a table the order does not matter, but that it is one. */
    private static String key(Table table) {
        return table.key().equals("id") ? "CAST(id AS TEXT)" : "CAST(" + table.key() + " AS TEXT)";
    }

    private static Old old(Row row) {
        return new Old(row.text("k"), row.text("t"), SealedPaths.read(row.textIfAny("sealed")));
    }
}

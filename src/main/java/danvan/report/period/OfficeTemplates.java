package danvan.report.period;

import danvan.report.export.UnitTree;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.Optional;

/** The offices' own templates. A unit without one has that of the nearest unit above. */
final class OfficeTemplates {
    /** A template, and the unit that put it there. */
    record Own(String file, String name, String unit) {}

    private final Database database;
    private final Files files;
    private final UnitTree area;

    OfficeTemplates(Database database, Files files, UnitTree area) {
        this.database = database;
        this.files = files;
        this.area = area;
    }

    Optional<Own> of(String unit) {
        return area.upwards(unit).stream()
                .flatMap(place -> database.read(tx -> find(tx, place.code())).stream())
                .findFirst();
    }

    void put(Tx tx, String unit, String file, String name, long by, Instant at) {
        find(tx, unit).ifPresent(old -> files.forget(tx, old.file()));
        files.keep(tx, file, Optional.empty());
        tx.update("""
                INSERT INTO report_template (unit, file_id, name, put_by, put_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (unit) DO UPDATE SET file_id = excluded.file_id, name = excluded.name,
                    put_by = excluded.put_by, put_at = excluded.put_at
                """, unit, file, name, by, at);
    }

    private static Optional<Own> find(Tx tx, String unit) {
        return tx.one(
                "SELECT * FROM report_template WHERE unit = ?",
                row -> new Own(row.text("file_id"), row.text("name"), row.text("unit")),
                unit);
    }
}

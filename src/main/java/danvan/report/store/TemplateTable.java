package danvan.report.store;

import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.Optional;

/** The units' own templates of the period's report. */
public final class TemplateTable {
    /** A template, and the unit that put it there. */
    public record Template(String file, String name, String unit) {}

    private final Database database;
    private final Files files;

    TemplateTable(Database database, Files files) {
        this.database = database;
        this.files = files;
    }

    public Optional<Template> of(String unit) {
        return database.read(tx -> find(tx, unit));
    }

    public void put(Tx tx, Template template, long by, Instant at) {
        find(tx, template.unit()).ifPresent(old -> files.forget(tx, old.file()));
        files.keep(tx, template.file(), Optional.empty());
        tx.update("""
                INSERT INTO report_template (unit, file_id, name, put_by, put_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (unit) DO UPDATE SET file_id = excluded.file_id, name = excluded.name,
                    put_by = excluded.put_by, put_at = excluded.put_at
                """, template.unit(), template.file(), template.name(), by, at);
    }

    private static Optional<Template> find(Tx tx, String unit) {
        return tx.one(
                "SELECT * FROM report_template WHERE unit = ?",
                row -> new Template(row.text("file_id"), row.text("name"), row.text("unit")),
                unit);
    }
}

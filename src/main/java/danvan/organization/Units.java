package danvan.organization;

import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tree of units. Safe for use by several threads. */
public final class Units {
    private final Database database;

    public Units(Database database) {
        this.database = database;
    }

    /**
     * Adds the units or brings them up to date, but for those that the office has {@linkplain #keep changed}; parents stand
     * before their children.
     */
    public void put(List<Unit> units) {
        database.change(tx -> units.forEach(unit -> put(tx, unit, false)));
    }

    /** Writes down what the office says of a unit, over whatever a file says; the parent is there. */
    public static void keep(Tx tx, Unit unit) {
        put(tx, unit, true);
    }

    /** All units that are or ever were, by level and name. */
    public List<Unit> all() {
        return database.read(Units::all);
    }

    /** As {@link #all()}, in a transaction. */
    public static List<Unit> all(Tx tx) {
        return tx.list("SELECT * FROM unit", Units::unit).stream()
                .sorted(Comparator.comparing(Unit::level)
                        .thenComparing(Unit::name)
                        .thenComparing(Unit::code))
                .toList();
    }

    public Optional<Unit> find(String code) {
        return database.read(tx -> tx.one("SELECT * FROM unit WHERE code = ?", Units::unit, code));
    }

    /** The unit at the top on a day. */
    public Optional<Unit> root(LocalDate day) {
        return database
                .read(tx -> tx.list("SELECT * FROM unit WHERE parent IS NULL ORDER BY code", Units::unit))
                .stream()
                .filter(unit -> unit.existsOn(day))
                .findFirst();
    }

    /** The units directly below, of those that exist on the day, by name. */
    public List<Unit> below(String code, LocalDate day) {
        return database
                .read(tx -> tx.list("SELECT * FROM unit WHERE parent = ? ORDER BY code", Units::unit, code))
                .stream()
                .filter(unit -> unit.existsOn(day))
                .sorted(Alphabet.words(Unit::name))
                .toList();
    }

    /** Whether a unit is another or stands anywhere below it. */
    public boolean isWithin(String code, String above) {
        return database.read(tx -> tx.count("""
                        WITH RECURSIVE up (code, parent) AS (
                            SELECT code, parent FROM unit WHERE code = ?
                            UNION ALL SELECT u.code, u.parent FROM unit u JOIN up ON u.code = up.parent)
                        SELECT COUNT(*) AS n FROM up WHERE code = ?
                        """, code, above)) > 0;
    }

    /** The unit and all below it, whether or not they still exist, parents first. */
    public List<Unit> within(String code) {
        return database.read(tx -> tx.list("""
                WITH RECURSIVE down (code, depth) AS (
                    SELECT code, 0 FROM unit WHERE code = ?
                    UNION ALL SELECT u.code, down.depth + 1 FROM unit u JOIN down ON u.parent = down.code)
                SELECT u.* FROM unit u JOIN down ON u.code = down.code ORDER BY down.depth, u.name
                """, Units::unit, code));
    }

    /** The unit and those above it, the nearest first. */
    public List<Unit> upwards(String code) {
        return database.read(tx -> tx.list("""
                WITH RECURSIVE up (code, parent, depth) AS (
                    SELECT code, parent, 0 FROM unit WHERE code = ?
                    UNION ALL SELECT u.code, u.parent, up.depth + 1 FROM unit u JOIN up ON u.code = up.parent)
                SELECT u.* FROM unit u JOIN up ON u.code = up.code ORDER BY up.depth
                """, Units::unit, code));
    }

    private static void put(Tx tx, Unit unit, boolean byOffice) {
        tx.update(
                """
                INSERT INTO unit (code, name, level, parent, valid_from, valid_to, successor, by_office)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level,
                    parent = excluded.parent, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    successor = excluded.successor, by_office = excluded.by_office
                WHERE excluded.by_office >= unit.by_office
                """,
                unit.code(),
                unit.name(),
                unit.level(),
                unit.parent(),
                unit.validFrom().map(LocalDate::toString),
                unit.validTo().map(LocalDate::toString),
                unit.successor(),
                byOffice);
    }

    private static Unit unit(Row row) {
        return new Unit(
                row.text("code"),
                row.text("name"),
                Unit.Level.valueOf(row.text("level")),
                row.textIfAny("parent"),
                row.textIfAny("valid_from").map(LocalDate::parse),
                row.textIfAny("valid_to").map(LocalDate::parse),
                row.textIfAny("successor"));
    }
}

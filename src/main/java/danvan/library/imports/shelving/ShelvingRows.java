package danvan.library.imports.shelving;

import danvan.storage.Database;
import danvan.storage.Tx;
import java.util.List;

/** What is to stand on the shelf, by the rows, and what was tried to put it there. */
final class ShelvingRows {
    /** Attempts at putting a document on the shelf, each of which failed or ended its process. */
    private static final int SHELVED_AT_MOST = 2;

    private final Database database;

    ShelvingRows(Database database) {
        this.database = database;
    }

    /** Writes down that a document is about to be put on the shelf, unless it stood there before. */
    void beginShelving(long id) {
        // Where several processes shelve the same document, one's beginning says nothing about the others.
        if (!database.shared() && database.read(tx -> number(tx, "shelving", id)) >= 0) {
            database.change(tx -> tx.update("UPDATE library_document SET shelving = shelving + 1 WHERE id = ?", id));
        }
    }

    void shelved(long id) {
        if (database.read(tx -> number(tx, "shelving", id)) >= 0) {
            database.change(tx -> tx.update("UPDATE library_document SET shelving = -1 WHERE id = ?", id));
        }
    }

    /** Writes down that putting it on the shelf failed; says whether it is set aside for that. */
    boolean shelvingFailed(long id) {
        return database.write(tx -> {
            int before = number(tx, "shelving", id);
            if (database.shared() || before < 0) {
                tx.update("UPDATE library_document SET shelving = ? WHERE id = ?", Math.max(before, 0) + 1, id);
            }
            return number(tx, "shelving", id) >= SHELVED_AT_MOST;
        });
    }

    private static int number(Tx tx, String column, long id) {
        return tx.one(
                        "SELECT " + column + " AS n FROM library_document WHERE id = ?",
                        row -> Math.toIntExact(row.number("n")),
                        id)
                .orElse(0);
    }

    /** Changes with the live rows that are not set aside; asked several times a second, and the rows only where it differs. */
    String mark() {
        return database.read(tx -> tx.one(
                        """
                        SELECT COUNT(*) AS n, CAST(COALESCE(SUM(id), 0) AS BIGINT) AS a,
                            CAST(COALESCE(SUM(id * id), 0) AS BIGINT) AS b,
                            CAST(COALESCE(SUM(revision), 0) AS BIGINT) AS c,
                            CAST(COALESCE(SUM(id * revision), 0) AS BIGINT) AS d
                        FROM library_document WHERE state = 'LIVE' AND shelving < ?
                        """,
                        row -> row.number("n") + " " + row.number("a") + " " + row.number("b") + " " + row.number("c")
                                + " " + row.number("d"),
                        SHELVED_AT_MOST)
                .orElseThrow());
    }

    /** A live row, without what it holds. */
    record Live(long id, String document, String language, long revision) {
        /** What the library is to hold of it. */
        public String version() {
            return id + "." + revision;
        }
    }

    List<Live> live() {
        return database.read(tx -> tx.list(
                "SELECT id, document, language, revision FROM library_document WHERE state = 'LIVE' AND shelving < ?"
                        + " ORDER BY id",
                row -> new Live(row.number("id"), row.text("document"), row.text("language"), row.number("revision")),
                SHELVED_AT_MOST));
    }
}

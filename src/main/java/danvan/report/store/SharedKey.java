package danvan.report.store;

import danvan.storage.Database;
import danvan.storage.StorageException;

/**
 * Whether the processes that share a database seal with the same key. Each makes one in its own data folder where none is
 * set, and what one sealed the others could not read.
 */
public final class SharedKey {
    private static final String PROBE = "report.key.probe";

    private SharedKey() {}

    /**
     * Compares the key with that of the process that came first.
     *
     * @throws StorageException where it is another, with the fix
     */
    public static void check(Database database, AnswerCipher cipher) {
        if (!database.shared()) {
            return;
        }
        String probe = database.write(tx -> {
            tx.update(
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    PROBE,
                    cipher.seal("probe"));
            return tx.one("SELECT value FROM setting WHERE name = ?", row -> row.text("value"), PROBE)
                    .orElse("");
        });
        if (cipher.open(probe).isEmpty()) {
            throw new StorageException(
                    "this process's key of personal answers is not the one that the other processes on"
                            + " this database use: set reports.key (DANVAN_REPORTS_KEY) to the same key in all of them; it is the"
                            + " content of report.key in the data folder of the first. Where that key is lost for good, delete the"
                            + " row " + PROBE + " of the table setting: what was sealed with it stays unreadable");
        }
    }
}

package danvan.report.store;

import danvan.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a report said, edition by edition. */
public final class EditionTable {
    private final Database database;
    private final AnswerCipher cipher;

    EditionTable(Database database, AnswerCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /**
     * An edition.
     *
     * @param submittedAt of the last one: when the report first came in; its history tells when it was changed
     */
    public record Edition(int number, Instant submittedAt, AnswerTree answers) {}

    /** All there are, the first one first, the one that counts last. */
    public List<Edition> of(Report report) {
        List<Edition> all = new ArrayList<>(database.read(tx -> tx.list(
                "SELECT edition, submitted_at, instance_xml, sealed FROM report_edition WHERE report_id = ?"
                        + " ORDER BY edition",
                row -> edition(
                        (int) row.number("edition"),
                        row.instant("submitted_at"),
                        row.text("instance_xml"),
                        SealedPaths.read(row.textIfAny("sealed"))),
                report.id())));
        all.add(edition(report.edition(), report.submittedAt(), report.instanceXml(), report.seals()));
        return all;
    }

    private Edition edition(int number, Instant at, String xml, SealedPaths seals) {
        return new Edition(number, at, AnswerTree.read(xml, (path, text) -> cipher.read(seals, path, text)));
    }
}

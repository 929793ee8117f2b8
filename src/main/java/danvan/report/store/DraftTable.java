package danvan.report.store;

import danvan.form.Form;
import danvan.form.FormState;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The reports being written, whether their dialog is open or was put off. Personal answers are sealed here. */
public final class DraftTable {
    private final Database database;
    private final AttachmentTable enclosures;
    private final AnswerCipher vault;

    public DraftTable(Database database, AttachmentTable enclosures, AnswerCipher vault) {
        this.database = database;
        this.enclosures = enclosures;
        this.vault = vault;
    }

    /** A draft that has lain for a while. */
    public record Left(String id, long member, String formId) {}

    public Optional<Draft> find(String id, long member) {
        return database.read(
                tx -> tx.one("SELECT * FROM report_draft WHERE id = ? AND member_id = ?", this::draft, id, member)
                        .map(draft -> draft.holding(AttachmentTable.ofDraft(tx, id))));
    }

    /** A member's drafts without their files, the latest first. */
    public List<Draft> of(long member) {
        return database.read(tx -> tx.list(
                "SELECT * FROM report_draft WHERE member_id = ? ORDER BY changed_at DESC, id", this::draft, member));
    }

    public void put(Tx tx, long member, Form form, Draft draft, Instant now) {
        SealedPaths.Sealed sealed = SealedPaths.seal(vault, form, draft.state().instanceXml());
        tx.update(
                """
                INSERT INTO report_draft (id, member_id, form_id, form_version, report_id, instance_xml, sealed, position,
                    ticked, album, album_ref, sources, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET instance_xml = excluded.instance_xml, sealed = excluded.sealed,
                    position = excluded.position,
                    ticked = excluded.ticked, album = excluded.album, album_ref = excluded.album_ref,
                    sources = excluded.sources, changed_at = excluded.changed_at, reminded_at = NULL,
                    warned_at = NULL
                """,
                draft.id(),
                member,
                draft.formId(),
                draft.version(),
                draft.report(),
                sealed.xml(),
                sealed.seals().written(),
                draft.state().position(),
                draft.ticked().map(Json::write),
                draft.album(),
                draft.albumRef(),
                draft.gathered().written(),
                now);
        enclosures.put(tx, draft.id(), draft.files());
    }

    /** Writes down which message of the outbox bears the buttons that the draft waits for. */
    public static void asked(Tx tx, String id, long number) {
        tx.update("UPDATE report_draft SET asked = ? WHERE id = ?", number, id);
    }

    static void remove(Tx tx, String id) {
        tx.update("DELETE FROM report_draft WHERE id = ?", id);
    }

    /** Drafts that nobody touched since, and on which this notice was not given. */
    public List<Left> withoutNotice(DraftNotice notice, Instant since) {
        return database.read(tx -> tx.list(
                "SELECT id, member_id, form_id FROM report_draft WHERE changed_at < ? AND " + notice.column()
                        + " IS NULL ORDER BY changed_at",
                DraftTable::left,
                since));
    }

    /** Drafts that nobody touched since {@code then} and whose writers were told before {@code told}, or never could be. */
    public List<Left> overdue(Instant then, Instant told, Instant anyway) {
        return database.read(tx -> tx.list("""
                SELECT id, member_id, form_id FROM report_draft
                WHERE (changed_at < ? AND warned_at < ?) OR changed_at < ? ORDER BY changed_at
                """, DraftTable::left, then, told, anyway));
    }

    /**
     * Gives a notice on a draft, where that is still to be done.
     *
     * @param since the draft was not touched
     * @param tell in the transaction that writes it down
     * @return whether it was done now
     */
    public boolean noticeOnce(DraftNotice notice, String id, Instant since, Instant now, Consumer<Tx> tell) {
        return database.write(tx -> {
            boolean first = tx.update(
                            "UPDATE report_draft SET " + notice.column() + " = ? WHERE id = ? AND changed_at < ? AND "
                                    + notice.column() + " IS NULL",
                            now,
                            id,
                            since)
                    == 1;
            if (first && notice == DraftNotice.DELETION) {
                // Who was told that it is about to be deleted needs no reminder any more.
                tx.update("UPDATE report_draft SET reminded_at = COALESCE(reminded_at, ?) WHERE id = ?", now, id);
            }
            if (first) {
                tell.accept(tx);
            }
            return first;
        });
    }

    private Draft draft(Row row) {
        String formId = row.text("form_id");
        String version = row.text("form_version");
        AnswerCipher.OpenedInstance opened = vault.open(
                SealedPaths.read(row.textIfAny("sealed")), row.text("instance_xml"), "the draft " + row.text("id"));
        return new Draft(
                row.text("id"),
                formId,
                version,
                row.numberIfAny("report_id"),
                new FormState(opened.xml(), row.text("position")),
                row.textIfAny("ticked").map(json -> Arrays.asList(Json.read(json, String[].class))),
                row.text("album"),
                row.text("album_ref"),
                SummedFigures.read(row.textIfAny("sources")),
                !opened.complete(),
                List.of(),
                row.numberIfAny("asked"));
    }

    private static Left left(Row row) {
        return new Left(row.text("id"), row.number("member_id"), row.text("form_id"));
    }
}

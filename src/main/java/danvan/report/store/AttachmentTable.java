package danvan.report.store;

import danvan.form.Submission;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that belong to drafts and reports. */
public final class AttachmentTable {
    private final Database database;
    private final Files files;

    public AttachmentTable(Database database, Files files) {
        this.database = database;
        this.files = files;
    }

    /** Writes down which files a draft has; those that nothing names any more are deleted. */
    public void put(Tx tx, String draft, List<Attachment> wanted) {
        List<Attachment> held = of(tx, "draft_id", draft);
        if (held.equals(wanted)) {
            return;
        }
        tx.update("DELETE FROM report_file WHERE draft_id = ?", draft);
        insert(tx, "draft_id", draft, wanted);
        release(tx, held);
    }

    /** Seals the contents of those that answer personal questions. */
    void seal(Tx tx, List<Attachment> of, Set<String> personalPaths) {
        for (Attachment enclosure : of) {
            if (personalPaths.contains(enclosure.ref().replaceAll("\\[\\d+]", ""))) {
                files.seal(tx, enclosure.file());
            }
        }
    }

    private void insert(Tx tx, String owner, Object id, List<Attachment> all) {
        for (Attachment enclosure : all) {
            files.keep(tx, enclosure.file(), Optional.empty());
            tx.update(
                    "INSERT INTO report_file (" + owner + ", ref, name, file_id, media_type, bytes, caption, sealed)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    enclosure.ref(),
                    enclosure.name(),
                    enclosure.file(),
                    enclosure.mediaType(),
                    enclosure.bytes(),
                    enclosure.caption(),
                    enclosure.sealed());
        }
    }

    public void discard(Tx tx, String draft) {
        List<Attachment> held = of(tx, "draft_id", draft);
        tx.update("DELETE FROM report_file WHERE draft_id = ?", draft);
        release(tx, held);
    }

    public void purge(Tx tx, long report) {
        List<Attachment> held = of(tx, "report_id", report);
        tx.update("DELETE FROM report_file WHERE report_id = ?", report);
        release(tx, held);
    }

    /**
     * Hands a draft's files over to its report, in the place of those that it had; those of questions that are no part of
     * it are deleted.
     */
    public void submit(Tx tx, Draft draft, long report, Submission submission) {
        Set<String> refs =
                submission.values().stream().map(Submission.Value::ref).collect(Collectors.toSet());
        List<Attachment> before = new ArrayList<>(of(tx, "report_id", report));
        before.addAll(of(tx, "draft_id", draft.id()));
        tx.update("DELETE FROM report_file WHERE report_id = ? OR draft_id = ?", report, draft.id());
        insert(
                tx,
                "report_id",
                report,
                draft.files().stream().filter(file -> refs.contains(file.ref())).toList());
        release(tx, before);
    }

    public static List<Attachment> ofDraft(Tx tx, String draft) {
        return of(tx, "draft_id", draft);
    }

    public List<Attachment> ofReport(long report) {
        return database.read(tx -> of(tx, "report_id", report));
    }

    private static List<Attachment> of(Tx tx, String owner, Object id) {
        return tx.list("SELECT * FROM report_file WHERE " + owner + " = ? ORDER BY id", AttachmentTable::read, id);
    }

    /** Deletes what nothing names any more: a draft that changes a report shares its files with it. */
    private void release(Tx tx, List<Attachment> gone) {
        for (Attachment enclosure : gone) {
            if (tx.count("SELECT COUNT(*) AS n FROM report_file WHERE file_id = ?", enclosure.file()) == 0) {
                files.forget(tx, enclosure.file());
            }
        }
    }

    private static Attachment read(Row row) {
        return new Attachment(
                row.text("ref"),
                row.text("name"),
                row.text("file_id"),
                row.text("media_type"),
                row.number("bytes"),
                row.text("caption"),
                // Before it was recorded, only the form of the caption told.
                row.numberIfAny("sealed")
                        .map(flag -> flag != 0)
                        .orElseGet(() -> AnswerCipher.hasForm(row.text("caption"))));
    }
}

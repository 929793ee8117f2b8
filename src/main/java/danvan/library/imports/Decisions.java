package danvan.library.imports;

import danvan.library.Document;
import danvan.library.imports.document.DocumentMetadata;
import danvan.storage.Files;
import danvan.storage.Tx;
import java.time.Clock;

/** What the office decides about documents: what goes live, in whose place, what is corrected, taken out and brought back. */
public final class Decisions {
    private final ImportedRows rows;
    private final Files files;
    private final Clock clock;

    Decisions(ImportedRows rows, Files files, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    /** Corrects what was read; false where it does not wait any more. */
    public boolean correct(Tx tx, long id, DocumentMetadata corrected) {
        return rows.find(tx, id)
                .filter(waiting -> rows.restate(tx, id, corrected, rows.nameOf(tx, waiting, corrected)))
                .isPresent();
    }

    /**
     * Makes a version that waits the live one; false where it does not wait any more, and where it would take the place of
     * another, which only {@link #replace} does.
     */
    public boolean confirm(Tx tx, ImportedDocument waiting) {
        return rows.liveOf(tx, waiting.document(), waiting.language()).isEmpty()
                && rows.goLive(tx, waiting, clock.instant());
    }

    /** Makes a version that waits the live one in the place of the one before; false where it does not wait any more. */
    public boolean replace(Tx tx, ImportedDocument waiting) {
        return rows.goLive(tx, waiting, clock.instant());
    }

    /** Makes a version that waits live beside the one that has its name: the office says they are two. */
    public boolean confirmBeside(Tx tx, ImportedDocument waiting) {
        String name = DocumentIdentity.beside(waiting.document(), waiting.sha256());
        rows.restate(tx, waiting.id(), waiting.metadata(), name);
        return rows.find(tx, waiting.id())
                .filter(renamed -> rows.goLive(tx, renamed, clock.instant()))
                .isPresent();
    }

    /** Makes a version that waits the live one of a document that is held; false where it does not wait any more. */
    public boolean confirmAs(Tx tx, ImportedDocument waiting, Document held) {
        rows.restate(tx, waiting.id(), waiting.metadata(), held.id());
        return rows.find(tx, waiting.id())
                .filter(renamed -> rows.goLive(tx, renamed, clock.instant()))
                .isPresent();
    }

    /** Corrects what is live; false where it is not live any more. */
    public boolean correctLive(Tx tx, long id, DocumentMetadata corrected) {
        return rows.restateLive(tx, id, corrected);
    }

    /** Takes a live document out of the library; it can be brought back. */
    public boolean withdraw(Tx tx, long id) {
        return rows.end(tx, id, ImportedDocument.State.LIVE, ImportedDocument.State.WITHDRAWN, clock.instant());
    }

    /** Brings back what was taken out; false where another version is live by now. */
    public boolean bringBack(Tx tx, long id) {
        return rows.find(tx, id)
                .filter(gone ->
                        rows.liveOf(tx, gone.document(), gone.language()).isEmpty())
                .filter(gone -> rows.end(
                        tx, id, ImportedDocument.State.WITHDRAWN, ImportedDocument.State.LIVE, clock.instant()))
                .isPresent();
    }

    /** Lets a version that waits go, with its file. */
    public boolean drop(Tx tx, ImportedDocument waiting) {
        boolean dropped = rows.end(
                tx, waiting.id(), ImportedDocument.State.WAITING, ImportedDocument.State.DROPPED, clock.instant());
        if (dropped) {
            files.forget(tx, waiting.file());
        }
        return dropped;
    }
}

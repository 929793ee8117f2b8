package danvan.library.imports;

import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.ImportFailure;
import danvan.storage.StoredFile;
import java.util.Optional;

/**
 * A version of a document that somebody brought.
 *
 * @param id of its row
 * @param document the name it is, or would be, held under
 * @param file its file's name in the store
 * @param failure why it could not be read
 * @param to where the one who sent it is told; empty where it came by the folder or the command line
 * @param inboxFile its name in the inbox folder's {@code done}, where it came by the folder
 */
public record ImportedDocument(
        long id,
        State state,
        String document,
        String language,
        String file,
        String sha256,
        String fileName,
        String mediaType,
        int pages,
        boolean recognised,
        DocumentMetadata metadata,
        Optional<ImportFailure> failure,
        Optional<Sender> to,
        Optional<String> inboxFile) {

    /** What has become of it. */
    public enum State {
        UNREAD,
        WAITING,
        LIVE,
        SUPERSEDED,
        /** Taken out by the office, which may bring it back. */
        WITHDRAWN,
        DROPPED,
        FAILED
    }

    ImportedDocument named(String name) {
        return new ImportedDocument(
                id,
                state,
                name,
                language,
                file,
                sha256,
                fileName,
                mediaType,
                pages,
                recognised,
                metadata,
                failure,
                to,
                inboxFile);
    }

    /** A file that nobody has read yet. */
    static ImportedDocument unread(StoredFile stored, String name, Optional<Sender> from, Optional<String> inboxFile) {
        return new ImportedDocument(
                0,
                State.UNREAD,
                "",
                "",
                stored.id(),
                stored.sha256(),
                name,
                "",
                0,
                false,
                DocumentMetadata.NONE,
                Optional.empty(),
                from,
                inboxFile);
    }

    ImportedDocument at(long row) {
        return new ImportedDocument(
                row,
                state,
                document,
                language,
                file,
                sha256,
                fileName,
                mediaType,
                pages,
                recognised,
                metadata,
                failure,
                to,
                inboxFile);
    }

    ImportedDocument failed(ImportFailure why) {
        return new ImportedDocument(
                id,
                State.FAILED,
                document,
                language,
                file,
                sha256,
                fileName,
                mediaType,
                0,
                false,
                DocumentMetadata.NONE,
                Optional.of(why),
                to,
                inboxFile);
    }

    /** A chat. */
    public record Sender(String channel, String chat) {}
}

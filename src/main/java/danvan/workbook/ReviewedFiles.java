package danvan.workbook;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One kind of files that are looked at before they are applied, as a page asks for them. Implementations are safe for use by several threads. */
public interface ReviewedFiles {

    /**
     * A file and how far it is.
     *
     * @param look what was found in it; empty while it is being examined, and of files that were sent before looks were kept
     */
    record Seen(String file, String name, long sentBy, Instant sentAt, Standing standing, Optional<UploadLook> look) {}

    /** How far a file is. */
    enum Standing {
        /** Nothing is to be decided: it is being examined, or was found to be faulty. */
        LOOKED_AT,
        WAITING,
        APPLIED,
        DROPPED
    }

    /** The name of the kind. */
    String kind();

    /** What its texts' keys begin with. */
    String texts();

    /** The endings of the names of such files, with their dots, for a page's file chooser. */
    List<String> endings();

    /**
     * Takes a file that is stored.
     *
     * @return empty where it is none of this kind
     * @throws IOException where it cannot be read now
     */
    Optional<Reply> sent(Turn turn, SentFile file) throws IOException;

    /** One of them. */
    Optional<Seen> seen(String file);

    /** Those that wait for a decision, the latest first. */
    List<Seen> waitingOnes(int most);

    /**
     * Applies a file, or drops it; what has become something else meanwhile is looked at anew instead, and kept so.
     *
     * @param mark of the changes that were shown
     */
    Reply decided(Turn turn, boolean apply, String file, String mark);
}

package danvan.workbook;

import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.io.IOException;

/**
 * One kind of file that the office sends in to change something. Its texts are {@code <texts>.kept} (nothing has changed
 * yet), {@code .apply}, {@code .drop}, {@code .dropped}, {@code .overtaken} and {@code .foreign} ({@code why}).
 *
 * @param <T> what is read of a sound file
 */
public interface UploadKind<T> {
    /** The name of its feature, with which the buttons begin. */
    String name();

    /** What its texts' keys begin with. */
    String texts();

    /** Whether a file of this name may be one. */
    boolean takes(Incoming.File file);

    /**
     * Checks a file as a whole.
     *
     * @throws IOException where it cannot be read now
     */
    UploadCheck<T> check(Reviewer by, String fileName, byte[] content) throws IOException;

    /** What it would change in what is so now. */
    UploadReview review(Reviewer by, T upload);

    /**
     * Applies what was shown. Its effects throw {@link danvan.storage.Conflict} where what is so has changed since the
     * review.
     */
    Reply apply(Turn turn, T upload);
}

package danvan.workbook;

import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.text.Folding;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /** The endings of their names, with the dots. */
    List<String> endings();

    /** Whether a file of this name may be one. */
    boolean takes(Incoming.File file);

    /**
     * Checks a file as a whole.
     *
     * @throws IOException where it cannot be read now
     */
    UploadCheck<T> check(Reviewer by, String fileName, byte[] content) throws IOException;

    /**
     * The same for a file that was sound when it was shown, at its button: what takes minutes, and cannot have changed since,
     * may be left out.
     */
    default UploadCheck<T> checkAgain(Reviewer by, String fileName, byte[] content) throws IOException {
        return check(by, fileName, content);
    }

    /** One heading of all its spellings: by it the column of a faulty cell is found. */
    default UnaryOperator<String> spelling() {
        return Folding::folded;
    }

    /** What it would change in what is so now. */
    UploadReview review(Reviewer by, T upload);

    /**
     * Applies what was shown. Its effects throw {@link danvan.storage.Conflict} where what is so has changed since the
     * review.
     */
    Reply apply(Turn turn, T upload, SentFile file);
}

package danvan.workbook;

import danvan.text.Problem;
import java.util.List;

/**
 * What a file is found to be.
 *
 * @param <T> what is read of a sound one
 */
public sealed interface UploadCheck<T> {

    /** It is none of this kind; another feature may know it. */
    record Foreign<T>() implements UploadCheck<T> {}

    /** It was meant as one of this kind, and cannot be read at all. */
    record Unreadable<T>(Problem why) implements UploadCheck<T> {}

    /** Something in it is wrong. */
    record Faulty<T>(List<Problem> problems) implements UploadCheck<T> {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    record Sound<T>(T upload) implements UploadCheck<T> {}
}

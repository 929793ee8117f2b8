package danvan.workbook;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a sound upload would change, as it is shown before it is applied.
 *
 * @param text as markup
 * @param mark the same for the same changes, also after a restart: short, for a button; empty where nothing changes
 */
public record UploadReview(String text, String mark) {
    private static final int LENGTH = 8;

    /** It says just what is so already. */
    public static UploadReview nothing(String text) {
        return new UploadReview(text, "");
    }

    /**
     * It changes something.
     *
     * @param changes all that is to be done, written in the same way each time
     */
    public static UploadReview of(String text, String changes) {
        String mark = UUID.nameUUIDFromBytes(changes.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, LENGTH);
        return new UploadReview(text, mark);
    }

    boolean changesNothing() {
        return mark.isEmpty();
    }
}

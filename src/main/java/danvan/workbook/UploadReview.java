package danvan.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What a sound upload would change, as it is shown before it is applied.
 *
 * @param text as markup
 * @param differences all that changes, for a page that has room for it
 * @param mark the same for the same changes, also after a restart: short, for a button; empty where nothing changes
 */
public record UploadReview(String text, List<Difference> differences, String mark) {
    private static final int LENGTH = 8;

    public UploadReview {
        differences = List.copyOf(differences);
    }

    /** It says just what is so already. */
    public static UploadReview nothing(String text) {
        return new UploadReview(text, List.of(), "");
    }

    /**
     * It changes something.
     *
     * @param changes all that is to be done, written in the same way each time
     */
    public static UploadReview of(String text, List<Difference> differences, String changes) {
        String mark = UUID.nameUUIDFromBytes(changes.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, LENGTH);
        return new UploadReview(text, differences, mark);
    }

    boolean changesNothing() {
        return mark.isEmpty();
    }
}

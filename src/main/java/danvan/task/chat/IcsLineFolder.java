package danvan.task.chat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Folds a calendar's lines at 75 octets (RFC 5545, 3.1). The library counts letters, of which a Vietnamese one has up to
 * three octets, and strict readers refuse what is longer.
 */
final class IcsLineFolder {
    private static final int MOST = 75;
    private static final byte[] BREAK = {'\r', '\n', ' '};

    private IcsLineFolder() {}

    /** The same calendar, in UTF-8. */
    static byte[] byOctets(String calendar) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream(calendar.length() * 2);
        int width = 0;
        int[] letters = calendar.replace("\r\n ", "").codePoints().toArray();
        for (int letter : letters) {
            byte[] octets = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
            boolean end = letter == '\r' || letter == '\n';
            if (!end && width + octets.length > MOST) {
                folded.writeBytes(BREAK);
                width = 1;
            }
            folded.writeBytes(octets);
            width = end ? 0 : width + octets.length;
        }
        return folded.toByteArray();
    }
}

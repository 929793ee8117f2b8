package danvan.form.xform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that may stand in XML, whatever a person has typed. */
public final class XmlText {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private XmlText() {}

    /** Whether an element may bear this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** NFC, line feeds only, and without what XML 1.0 forbids: most control characters, lone surrogates. */
    public static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || (c >= 0x20 && !isForbidden(c))) {
                kept.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isForbidden(int c) {
        return (c >= 0x7F && c <= 0x9F && c != 0x85)
                || (c >= 0xD800 && c <= 0xDFFF)
                || c == 0xFFFE
                || c == 0xFFFF
                || c == 0xFEFF;
    }
}

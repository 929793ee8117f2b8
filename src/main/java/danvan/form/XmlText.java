package danvan.form;

import java.text.Normalizer;

/** Text that may stand in XML, whatever a person has typed. */
final class XmlText {
    private XmlText() {}

    /** NFC, line feeds only, and without what XML 1.0 forbids: most control characters, lone surrogates. */
    static String clean(String text) {
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

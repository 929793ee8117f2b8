package danvan.form.xform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file's bytes as text: UTF-8, or UTF-16 as Excel saves «Unicode text», with or without a mark in front. Anything else is
 * refused: read wrongly, it would be a list of names nobody has.
 */
public final class TextDecoder {
    private static final int LOOKED_AT = 4_000;

    private TextDecoder() {}

    public static String text(byte[] content) throws CharacterCodingException {
        var text =
                charset(content).newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        // Letters of ASCII are half zeros in UTF-16, and there is no list without a comma, a digit or an end of line.
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            even += content[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += content[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        if (content.length % 2 != 0 || even + odd == 0) {
            return StandardCharsets.UTF_8;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}

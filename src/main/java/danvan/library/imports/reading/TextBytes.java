package danvan.library.imports.reading;

import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.LegacyEncodings;
import danvan.library.imports.document.UnreadableFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of which nobody says how it is encoded, or says it wrongly: the reading that makes Vietnamese of it. */
final class TextBytes {
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 4_096;

    private TextBytes() {}

    /**
     * The text.
     *
     * @throws UnreadableFile where it is no text
     */
    static String decoded(byte[] bytes) throws UnreadableFile {
        Optional<String> certain = certain(bytes);
        if (certain.isPresent()) {
            return refusedIfBinary(certain.get());
        }
        // TCVN3 bytes read as Latin-1 are what its table maps; VNI was made for Windows-1252.
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        String windows = new String(bytes, WINDOWS_1252);
        String vietnamese = new String(bytes, WINDOWS_1258);
        refusedIfBinary(latin);
        String composed = LegacyEncodings.composed(vietnamese);
        double tcvn3 = LegacyEncodings.vietnamese(LegacyEncodings.fromTcvn3(latin));
        double vni = LegacyEncodings.vietnamese(LegacyEncodings.fromVni(windows));
        double own = LegacyEncodings.vietnamese(composed);
        if (own >= tcvn3 && own >= vni) {
            return composed;
        }
        return tcvn3 >= vni ? LegacyEncodings.fromTcvn3(latin) : LegacyEncodings.fromVni(windows);
    }

    /** UTF-8 and UTF-16, with or without a mark: other text is neither by accident. */
    static Optional<String> certain(byte[] bytes) throws UnreadableFile {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return Optional.of(strict(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return Optional.of(strict(bytes, 2, StandardCharsets.UTF_16BE));
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            Optional<String> text = readable(bytes, wide.get());
            if (text.isPresent()) {
                return text;
            }
        }
        try {
            String text = decode(bytes, 0, StandardCharsets.UTF_8);
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            // It is older than UTF-8.
            return Optional.empty();
        }
    }

    /** In UTF-16 one byte of a blank, a digit and a plain letter is zero, always the same one of the two. */
    private static Optional<Charset> wide(byte[] bytes) {
        int[] zeros = new int[2];
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        for (int i = 0; i < sample; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int pairs = sample / 2;
        if (pairs == 0 || Math.max(zeros[0], zeros[1]) < pairs / 4 || Math.min(zeros[0], zeros[1]) > pairs / 50) {
            return Optional.empty();
        }
        return Optional.of(zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static Optional<String> readable(byte[] bytes, Charset charset) {
        try {
            String text = decode(bytes, 0, charset);
            long odd = text.chars()
                    .filter(c -> (Character.isISOControl(c) && !Character.isWhitespace(c)) || !Character.isDefined(c))
                    .count();
            return odd * 100 <= text.length() ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String strict(byte[] bytes, int from, Charset charset) throws UnreadableFile {
        try {
            return decode(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(ImportFailure.BROKEN, e);
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /** Before control characters are taken out: after that, garbage looks like text. */
    private static String refusedIfBinary(String text) throws UnreadableFile {
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFile(ImportFailure.UNKNOWN_KIND);
        }
        return text;
    }
}

package danvan.library.imports.reading;

import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Pages saved as one file, MHT: the page is one part of a message, its pictures the others. */
final class MhtReader {
    private static final int HEAD = 4_096;
    private static final int MOST_BYTES = 50 << 20;

    private MhtReader() {}

    /** Whether the file is one, whatever it is called. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            String start = head.stripLeading();
            return (start.startsWith("mime-version:") || start.startsWith("from:") || start.startsWith("content-type:"))
                    && head.contains("mime-version:")
                    && (head.contains("multipart/") || head.contains("text/html"));
        }
    }

    static Extract read(Path file) throws IOException, UnreadableFile {
        MimeTokenStream message = new MimeTokenStream();
        try (InputStream in = Files.newInputStream(file)) {
            message.parse(in);
            for (EntityState state = message.getState(); state != EntityState.T_END_OF_STREAM; state = message.next()) {
                if (state == EntityState.T_BODY
                        && "text/html".equals(message.getBodyDescriptor().getMimeType())) {
                    try (InputStream body = message.getDecodedInputStream()) {
                        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                        if (bytes.length > MOST_BYTES) {
                            throw new UnreadableFile(ImportFailure.TOO_LARGE);
                        }
                        return HtmlReader.read(
                                text(bytes, message.getBodyDescriptor().getCharset()), "multipart/related");
                    }
                }
            }
        } catch (MimeException e) {
            throw new UnreadableFile(ImportFailure.BROKEN, e);
        }
        throw new UnreadableFile(ImportFailure.UNKNOWN_KIND);
    }

    /** The part's own word for its encoding counts where the bytes do not say better. */
    private static String text(byte[] bytes, String charset) throws UnreadableFile {
        if (TextBytes.certain(bytes).isEmpty() && charset != null) {
            try {
                Charset told = Charset.forName(charset);
                if (!told.equals(StandardCharsets.UTF_8) && !told.equals(StandardCharsets.US_ASCII)) {
                    return new String(bytes, told);
                }
            } catch (IllegalArgumentException e) {
                return HtmlReader.decoded(bytes);
            }
        }
        return HtmlReader.decoded(bytes);
    }
}

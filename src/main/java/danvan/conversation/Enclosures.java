package danvan.conversation;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Files that the bot makes itself and says something with. Safe for use by several threads. */
public final class Enclosures {
    private final Files files;

    public Enclosures(Files files) {
        this.files = files;
    }

    /**
     * The reply with a file more.
     *
     * @param caption as markup
     * @param kept how long it can be fetched
     */
    public Reply with(
            Reply reply,
            byte[] content,
            String name,
            String mediaType,
            String caption,
            List<List<Button>> buttons,
            Duration kept) {
        try {
            StoredFile stored = files.store(new ByteArrayInputStream(content), content.length);
            return reply.and(new Outgoing.File(stored.id(), name, mediaType, caption, buttons))
                    .andDo(tx -> files.keepFor(tx, stored.id(), kept));
        } catch (IOException e) {
            throw new UncheckedIOException("storing " + name, e);
        } catch (FileTooLarge e) {
            throw new IllegalStateException(name + " is larger than its own " + content.length + " bytes", e);
        }
    }
}

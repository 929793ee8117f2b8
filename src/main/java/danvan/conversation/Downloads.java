package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.FileSource;
import danvan.chat.Incoming;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what members sent from the channel it came by into the store. The feature that wants to keep the file {@link
 * Files#keep keeps} it by an effect of its reply. Safe for use by several threads.
 */
public final class Downloads {
    private final Files files;
    private final long most;
    private final Map<String, FileSource> sources = new ConcurrentHashMap<>();

    /**
     * Downloads.
     *
     * @param most the largest file that is taken, in bytes
     */
    public Downloads(Files files, long most) {
        this.files = files;
        this.most = most;
    }

    /** Says where a channel's files are fetched. */
    public void from(String channel, FileSource source) {
        sources.put(channel, source);
    }

    /** The largest file that is taken, in bytes. */
    public long most() {
        return most;
    }

    /**
     * Fetches a file into the store, where it stays for a day unless it is kept.
     *
     * @throws FileTooLarge where it is larger than {@link #most}
     * @throws IOException where it cannot be had now
     */
    public StoredFile fetch(Address from, Incoming.File file) throws IOException, FileTooLarge {
        if (file.bytes() > most) {
            throw new FileTooLarge(most);
        }
        @Nullable FileSource source = sources.get(from.channel());
        if (source == null) {
            throw new IOException("the channel " + from.channel() + " has no files");
        }
        try (InputStream content = source.open(file.ref())) {
            return files.store(content, most);
        }
    }
}

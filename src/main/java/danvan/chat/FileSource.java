package danvan.chat;

import java.io.IOException;
import java.io.InputStream;

/** Where the content of files is fetched from: a channel for those that came in, the store for those that go out. */
@FunctionalInterface
public interface FileSource {
    /**
     * Opens a file's content; the caller closes it.
     *
     * @throws IOException where it is gone, too large for the channel, or cannot be reached now
     */
    InputStream open(String ref) throws IOException;
}

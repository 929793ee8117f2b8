package danvan.broadcast;

import danvan.chat.Incoming;
import danvan.conversation.Downloads;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Conflict;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file for a broadcast, from the chat or the desk: what it is called, what it is and what is said with it are checked. */
final class Attaching {
    private static final Logger LOG = LoggerFactory.getLogger(Attaching.class);
    private static final int MEGABYTE = 1 << 20;

    private final BroadcastFiles attached;
    private final Files files;
    private final Downloads downloads;

    /** What came of it: the file, or what speaks against it. */
    record Taken(Reply reply, boolean done) {}

    Attaching(BroadcastFiles attached, Files files, Downloads downloads) {
        this.attached = attached;
        this.files = files;
        this.downloads = downloads;
    }

    /** One that came by the chat. */
    Taken sent(Turn turn, String code, Incoming.File file) {
        Optional<Reply> refused = PrivacyCheck.officeRefusal(turn, file);
        if (refused.isPresent()) {
            return new Taken(refused.get(), false);
        }
        try {
            return stored(turn, code, downloads.fetch(turn.address(), file), file.name(), file.caption());
        } catch (FileTooLarge e) {
            return refused(turn, "office.fileTooLarge", "most", downloads.most() / MEGABYTE);
        } catch (IOException e) {
            LOG.warn("a file of {} was not fetched: {}", turn.address(), e.toString());
            return refused(turn, "office.notFetched", "file", file.name());
        }
    }

    /** One that is in the store. */
    Taken stored(Turn turn, String code, StoredFile stored, String name, String caption) {
        int count = attached.of(code).size();
        if (count >= BroadcastFiles.MOST) {
            return refused(turn, "office.filesEnough", "most", BroadcastFiles.MOST);
        }
        if (caption.length() > BroadcastFiles.MOST_CAPTION) {
            return refused(
                    turn, "office.captionTooLong", "length", caption.length(), "most", BroadcastFiles.MOST_CAPTION);
        }
        Optional<AttachedKind.Named> named =
                AttachedKind.of(name, turn.plain("office.fileName", "number", count + 1), stored.bytes(), head(stored));
        return named.map(one -> new Taken(
                        Reply.nothing().andDo(tx -> {
                            if (!attached.add(tx, code, stored, one, caption.strip())) {
                                throw new Conflict("broadcast " + code + " took another file, or left, meanwhile");
                            }
                        }),
                        true))
                .orElseGet(() -> refused(turn, "office.fileKind", "endings", AttachedKind.endings()));
    }

    private byte[] head(StoredFile stored) {
        try (InputStream content = files.open(stored.id())) {
            return content.readNBytes(AttachedKind.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a file that was just stored", e);
        }
    }

    private static Taken refused(Turn turn, String key, Object... values) {
        return new Taken(Reply.say(turn.say(key, values)), false);
    }
}

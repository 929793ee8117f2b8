package danvan.channel.web;

import danvan.chat.Address;
import danvan.storage.Json;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * One page that watches a chat: a stream of server-sent events that holds no thread and never waits for a slow phone. A
 * phone that falls too far behind is disconnected; it comes back by itself and names the last change it saw.
 */
final class Watcher implements WriteListener {
    /** Far more than a whole log: who has so many events unread is not reading. */
    private static final int MOST_UNREAD = 2 * TalkLog.KEPT;

    private final Address chat;
    private final ServletOutputStream out;
    private final Deque<byte[]> unread = new ArrayDeque<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private long seen;
    private boolean unflushed;

    /**
     * A watcher.
     *
     * @param seen the last change the page has seen
     */
    Watcher(Address chat, ServletOutputStream out, long seen) {
        this.chat = chat;
        this.out = out;
        this.seen = seen;
    }

    Address chat() {
        return chat;
    }

    /** Completed when the page has gone or was disconnected. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    synchronized long seen() {
        return seen;
    }

    /** Sends what the log has and the page has not seen. */
    synchronized void catchUp(TalkLog log) {
        for (Entry entry : log.since(chat, seen)) {
            seen = entry.change();
            enqueue("id: " + entry.change() + "\nevent: entry\n", entry);
        }
        pump();
    }

    /** Sends something of the moment, which is not repeated to a page that was away. */
    synchronized void tell(String event, Object data) {
        enqueue("event: " + event + "\n", data);
        pump();
    }

    /** Lets the page go. */
    void close() {
        gone.complete(null);
    }

    @Override
    public synchronized void onWritePossible() {
        pump();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    private void enqueue(String head, Object data) {
        unread.add((head + "data: " + Json.write(data) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes as long as that does not block. Where it would, the server calls {@link #onWritePossible} later. */
    private void pump() {
        try {
            while (!gone.isDone() && out.isReady()) {
                if (!unread.isEmpty()) {
                    out.write(unread.remove());
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            close();
        }
        if (unread.size() > MOST_UNREAD) {
            close();
        }
    }
}

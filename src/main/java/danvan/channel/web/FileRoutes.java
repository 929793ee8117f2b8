package danvan.channel.web;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Incoming.Medium;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Files of a chat, both ways: the content is streamed into the store and out of it. Safe for use by several threads. */
final class FileRoutes {
    /** A slow phone holds a thread while it sends; so many of them leave threads for the others. */
    static final int AT_ONCE = Server.THREADS / 3;

    /** One member's phones hold no more of them. */
    private static final int AT_ONCE_PER_CHAT = 3;

    private static final String BYTES = "application/octet-stream";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CAPTION = 1_024;

    private final Inside door;
    private final TalkLog log;
    private final ChatRoutes chats;
    private final Files files;
    private final long most;
    private final Allowance allowance;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<Address, Integer> sending = new ConcurrentHashMap<>();

    FileRoutes(Inside door, TalkLog log, ChatRoutes chats, Files files, long most, Allowance allowance) {
        this.door = door;
        this.log = log;
        this.chats = chats;
        this.files = files;
        this.most = most;
        this.allowance = allowance;
    }

    void send(Context request) throws IOException {
        door.checkSameOrigin(request, BYTES);
        Address chat = door.chat(request);
        String id = ChatRoutes.pageId(request.queryParam("id"));
        String album = Optional.ofNullable(request.queryParam("album")).orElse("");
        String name = plain(request.queryParam("name"), LONGEST_NAME).replaceAll("[/\\\\]", "_");
        String type = plain(request.queryParam("type"), LONGEST_NAME);
        String caption = plain(request.queryParam("caption"), LONGEST_CAPTION);
        StoredFile stored = stored(request, chat);
        if (stored.bytes() == 0) {
            throw new Refusal(400, "empty");
        }
        chats.says(
                request,
                chat,
                id,
                new Incoming.File(
                        medium(type),
                        stored.id(),
                        name,
                        type,
                        stored.bytes(),
                        caption,
                        album.isEmpty() ? "" : ChatRoutes.pageId(album)));
    }

    void open(Context request) throws IOException {
        Address chat = door.chat(request);
        Entry.Attached file = ChatRoutes.number(request.pathParam("line"))
                .flatMap(line -> log.file(chat, line))
                .orElseThrow(() -> new Refusal(404, "no-file"));
        StoredFile stored = files.find(file.ref()).orElseThrow(() -> new Refusal(404, "no-file"));
        request.contentType(file.picture() ? file.mediaType() : BYTES);
        request.header("Content-Length", Long.toString(stored.bytes()));
        request.header(
                "Content-Disposition", (file.picture() ? "inline" : "attachment") + "; filename*=UTF-8''" + name(file));
        // The link that leads here is the member's own; a phone need not load a picture twice.
        if (!door.isShared()) {
            request.header("Cache-Control", "private, max-age=604800, immutable");
        }
        request.result(files.open(file.ref()));
    }

    /**
     * The content in the store. Where the day has no room for it, it is deleted, and the bot, which finds none either, says
     * so in the chat.
     */
    private StoredFile stored(Context request, Address chat) throws IOException {
        if (!places.tryAcquire()) {
            throw new Refusal(503, "busy");
        }
        try {
            TimedStream body = new TimedStream(request.bodyInputStream(), System::nanoTime);
            if (sending.merge(chat, 1, Integer::sum) > AT_ONCE_PER_CHAT) {
                throw new Refusal(503, "busy");
            }
            if (request.req().getContentLengthLong() > most) {
                throw tooLarge(body);
            }
            long length = request.req().getContentLengthLong();
            if (!allowance.hasRoom(chat, length)) {
                body.drop(most);
                return new StoredFile("", "", Math.max(1, length), Optional.empty());
            }
            return kept(chat, body);
        } finally {
            sending.computeIfPresent(chat, (same, count) -> count > 1 ? count - 1 : null);
            places.release();
        }
    }

    private StoredFile kept(Address chat, TimedStream body) throws IOException {
        try {
            StoredFile stored = files.store(body, most);
            return stored.bytes() == 0 || allowance.arrived(chat, stored.id(), stored.bytes())
                    ? stored
                    : new StoredFile("", "", stored.bytes(), Optional.empty());
        } catch (FileTooLarge e) {
            throw tooLarge(body);
        }
    }

    /** Who is still sending does not hear the answer: as much again is let in and dropped before it is given. */
    private Refusal tooLarge(TimedStream body) throws IOException {
        body.drop(most);
        return new Refusal(413, "too-large");
    }

    private static Medium medium(String type) {
        if (type.equals("image/jpeg") || type.equals("image/png")) {
            return Medium.PICTURE;
        }
        return type.startsWith("video/") ? Medium.VIDEO : type.startsWith("audio/") ? Medium.SOUND : Medium.DOCUMENT;
    }

    private static String plain(@Nullable String text, int longest) {
        String plain = text == null
                ? ""
                : ChatRoutes.UNWANTED.matcher(text).replaceAll("").strip();
        return plain.length() > longest ? plain.substring(plain.length() - longest) : plain;
    }

    private static String name(Entry.Attached file) {
        String name = file.name().isEmpty() ? "file" : file.name();
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

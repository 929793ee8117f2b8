package danvan.desk.page;

import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.storage.Files;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers with a file that is saved rather than shown. */
public final class Downloaded {
    private Downloaded() {}

    /** The first file of a reply. */
    public static void from(Context request, Reply reply, Files files) {
        Outgoing.File file = reply.messages().stream()
                .filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast)
                .findFirst()
                .orElseThrow(Refused::notFound);
        stored(request, files, file.file(), file.name(), file.mediaType());
    }

    /** One of the store. */
    public static void stored(Context request, Files files, String id, String name, String mediaType) {
        request.header("Content-Security-Policy", "default-src 'none'; sandbox");
        request.header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        try {
            request.contentType(mediaType).result(files.open(id));
        } catch (IOException e) {
            // It was let go between the look and the opening.
            throw Refused.notFound();
        }
    }
}

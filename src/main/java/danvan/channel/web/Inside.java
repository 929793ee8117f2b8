package danvan.channel.web;

import danvan.chat.Address;
import io.javalin.http.Context;

/** Whose chat a request is for. Implementations are safe for use by several threads. */
public interface Inside {

    /**
     * The chat, on the channel {@link PhonePage#CHANNEL}.
     *
     * @throws Refusal where the request opens none
     */
    Address chat(Context request);

    /**
     * Refuses what another site's page has the browser do here.
     *
     * @param contentType what the page sends; a form of another site could send none of these types
     * @throws Refusal where it does
     */
    void checkSameOrigin(Context request, String contentType);

    /** Whether others sit at the same browser: it keeps no files, and a stream is asked again and again who listens. */
    default boolean isShared() {
        return false;
    }

    /** What a request that opens no chat is answered with. */
    static RuntimeException none() {
        return new Refusal(404, "unknown-link");
    }
}

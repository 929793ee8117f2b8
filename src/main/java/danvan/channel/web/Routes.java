package danvan.channel.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** Pages of another room that are served beside the phone page, on the same port. */
public interface Routes {

    /** Where they stand, such as {@code /desk}: that address and all below it. */
    String path();

    /** The Content-Security-Policy of every answer. */
    String contentPolicy();

    /** Who may talk to the bot at {@code /chat} below the path, by the phone page's own page; empty where nobody may. */
    default Optional<Inside> talk() {
        return Optional.empty();
    }

    /** Answers with the phone page's own page. */
    @FunctionalInterface
    interface ChatPage {
        /**
         * Answers.
         *
         * @param me tells one who sits there from the next
         * @param back the address that the page leads back to
         */
        void show(Context request, String me, String back);
    }

    /**
     * Adds the routes.
     *
     * @param chat the page of who may {@linkplain #talk talk}
     */
    void addTo(JavalinConfig javalin, ChatPage chat);

    /** Says in the room's own words that a request is not served: its own way, the server's, or after a failure. */
    void refused(Context request, int status);

    /** Whether an address is among them. */
    default boolean serves(String address) {
        return address.equals(path()) || address.startsWith(path() + "/");
    }
}

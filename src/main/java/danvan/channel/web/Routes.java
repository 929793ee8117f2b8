package danvan.channel.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

/** Pages of another room that are served beside the phone page, on the same port. */
public interface Routes {

    /** Where they stand, such as {@code /desk}: that address and all below it. */
    String path();

    /** The Content-Security-Policy of every answer. */
    String contentPolicy();

    /** Adds the routes. */
    void addTo(JavalinConfig javalin);

    /** Says in the room's own words that a request is not served: its own way, the server's, or after a failure. */
    void refused(Context request, int status);

    /** Whether an address is among them. */
    default boolean serves(String address) {
        return address.equals(path()) || address.startsWith(path() + "/");
    }
}

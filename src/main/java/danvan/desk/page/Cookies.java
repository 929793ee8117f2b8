package danvan.desk.page;

import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** Cookies that no script reads and no other site sends. */
public final class Cookies {
    private static final int BRIEFLY = 60;

    private Cookies() {}

    /** Of a session, until the browser ends; {@code __Host-} names need {@code secure}. */
    public static Cookie secret(String name, String value, boolean secure, int seconds) {
        return new Cookie(name, value, "/", seconds, secure, true, null, SameSite.STRICT);
    }

    /** For the next page only; no secret. */
    static Cookie brief(String name, String value) {
        return new Cookie(name, value, "/", BRIEFLY, false, true, null, SameSite.STRICT);
    }

    static Cookie gone(String name) {
        return new Cookie(name, "", "/", 0, false, true, null, SameSite.STRICT);
    }
}

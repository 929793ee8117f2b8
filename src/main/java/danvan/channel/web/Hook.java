package danvan.channel.web;

/** What the server of another channel posts to this bot, on the phone page's port. */
public interface Hook {
    /** Where it posts, such as {@code /telegram}. */
    String path();

    /** The header that bears the secret both know. */
    String secretHeader();

    /** Whether a secret is the right one; empty where the request bears none. */
    boolean knows(String secret);

    /**
     * Takes what was posted; when this returns, it is kept.
     *
     * @throws RuntimeException where it cannot be kept now, and must be posted again
     */
    void take(byte[] body);
}

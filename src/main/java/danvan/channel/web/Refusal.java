package danvan.channel.web;

/** A request is not served. The page turns the word into a sentence in the member's language. */
final class Refusal extends RuntimeException {
    private final int status;
    private final String word;

    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param word one of the words the page knows; see {@code refused} in page.js
     */
    Refusal(int status, String word) {
        super(word, null, false, false);
        this.status = status;
        this.word = word;
    }

    int status() {
        return status;
    }

    /** What the page is told, as JSON. */
    String json() {
        return "{\"error\":\"" + word + "\"}";
    }
}

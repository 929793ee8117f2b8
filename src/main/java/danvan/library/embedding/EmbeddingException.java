package danvan.library.embedding;

/** A model that cannot be loaded or fails on a text; the message says what to do. */
public final class EmbeddingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddingException(String message) {
        super(message);
    }

    EmbeddingException(String message, Throwable cause) {
        super(message, cause);
    }
}

package danvan.library.embedding;

/** Makes vectors of length 1 of texts. Safe for use by several threads. */
public interface Embedder extends AutoCloseable {
    /** Another model, or the same with other settings, has another name; vectors of different names do not compare. */
    String name();

    /**
     * Returns what a question means.
     *
     * @return a vector of length 1
     * @throws EmbeddingException if the model fails on it
     */
    float[] ofQuestion(String text);

    /**
     * Returns what a passage means.
     *
     * @return a vector of length 1
     * @throws EmbeddingException if the model fails on it
     */
    float[] ofPassage(String text);

    @Override
    void close();
}

package danvan.library.imports.shelving;

import danvan.library.Library;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library, for whoever asks. A question that comes with the start waits a little until what was imported is on the
 * shelf; where that takes longer, since a large library is put in again after an update, questions are answered from what
 * the index was left with.
 */
public final class OpenLibrary implements Supplier<Library> {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLibrary.class);

    private final CompletableFuture<Library> library;
    private final CompletableFuture<Void> ready;

    /**
     * Counts from now.
     *
     * @param stocked done when all that was imported is on the shelf
     * @param patience how long a question waits for that
     */
    public OpenLibrary(CompletableFuture<Library> library, CompletableFuture<?> stocked, Duration patience) {
        this.library = library;
        CompletableFuture<Void> whole = stocked.thenAccept(shelf -> {});
        // What an older index answers need not be waited for.
        this.ready = library.thenCompose(books -> whole.copy()
                .completeOnTimeout(null, books.isUnderway() ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(done -> tell(whole)));
    }

    private static void tell(CompletableFuture<Void> whole) {
        if (!whole.isDone()) {
            LOG.info(
                    "search index: questions are answered from what it was left with, while documents are put in again");
        }
    }

    @Override
    public Library get() {
        ready.join();
        return library.join();
    }
}

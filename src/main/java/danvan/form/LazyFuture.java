package danvan.form;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Work that begins when its result is first asked for, beside whatever else is done, and is done once. Safe for use by
 * several threads.
 */
public final class LazyFuture<T> implements Supplier<T> {
    private final Supplier<T> work;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    public LazyFuture(Supplier<T> work) {
        this.work = work;
    }

    /** What is there already. */
    public static <T> LazyFuture<T> done(T result) {
        LazyFuture<T> postponed = new LazyFuture<>(() -> result);
        postponed.begun.set(true);
        postponed.result.complete(result);
        return postponed;
    }

    /** Begins the work, unless it has begun. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            result.completeAsync(work);
        }
    }

    public boolean isDone() {
        return result.isDone();
    }

    /** The result, once the work is done; throws what the work threw as {@link CompletableFuture#join} does. */
    @Override
    public T get() {
        begin();
        return result.join();
    }
}

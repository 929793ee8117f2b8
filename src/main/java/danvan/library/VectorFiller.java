package danvan.library;

import danvan.library.embedding.Embedder;
import danvan.library.embedding.EmbeddingException;
import danvan.library.index.HeldDocument;
import danvan.library.index.PassageIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives passages the vectors of a model, a document at a time, on a thread of its own: those that came or changed, and all
 * where the model is another one. Until then they are found by their words.
 */
final class VectorFiller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VectorFiller.class);
    /** So many passages at most are looked at until what was written shows. */
    private static final int AT_ONCE = 50;

    private static final long TOLD_EVERY_NANOS = 30_000_000_000L;
    private static final long LONGEST_END_SECONDS = 30;

    private final PassageIndex index;
    private final Embedder embedder;
    private final Runnable show;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(VectorFiller::thread);
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean closed;

    /** @param show makes what was written show, and safe */
    VectorFiller(PassageIndex index, Embedder embedder, Runnable show) {
        this.index = index;
        this.embedder = embedder;
        this.show = show;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "search-vectors");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** Something was put in or changed. */
    void wake() {
        if (!closed && wanted.compareAndSet(false, true)) {
            beside.execute(this::fill);
        }
    }

    /** Waits until what was wanted so far is done. */
    void await() {
        CompletableFuture.runAsync(() -> {}, beside).join();
    }

    /** How many passages have no vector yet. */
    int missing() {
        return index.read(snapshot -> snapshot.store().countWithoutVectors(embedder.name()));
    }

    private void fill() {
        wanted.set(false);
        try {
            int begun = missing();
            long told = System.nanoTime();
            if (begun > 0) {
                LOG.info(
                        "passages without a vector of the embedding model: {}; they are made in the background", begun);
            }
            while (!closed && round()) {
                show.run();
                if (System.nanoTime() - told > TOLD_EVERY_NANOS) {
                    told = System.nanoTime();
                    LOG.info("passages without a vector: {} of {}", missing(), begun);
                }
            }
            if (begun > 0 && !closed && missing() == 0) {
                LOG.info("all passages have vectors of the embedding model");
            }
        } catch (RuntimeException e) {
            LOG.error("vectors of passages: what is missing is made after the next change or start", e);
        }
    }

    /** @return whether anything was done; what changed meanwhile is done after it shows */
    private boolean round() {
        List<HeldDocument> some = index.read(snapshot -> snapshot.store().withoutVectors(embedder.name(), AT_ONCE));
        boolean done = false;
        for (HeldDocument held : some) {
            List<DocumentContent.Entry> entries = index.read(snapshot -> snapshot.store()
                    .entries(held.original().id(), held.original().language()));
            List<Optional<float[]>> vectors = new ArrayList<>();
            for (DocumentContent.Entry entry : entries) {
                if (closed) {
                    return done;
                }
                vectors.add(vector(held.current(), entry.passage()));
            }
            done |= index.putVectors(held, entries, embedder.name(), vectors);
        }
        return done;
    }

    private Optional<float[]> vector(Document document, Passage passage) {
        try {
            return Optional.of(
                    embedder.ofPassage(document.title() + ". " + passage.heading() + ".\n" + passage.text()));
        } catch (EmbeddingException e) {
            LOG.warn("{} is found by its words alone: {}", passage.key(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Waits for the passage under way: what it uses may be closed then. */
    @Override
    public void close() {
        closed = true;
        beside.shutdown();
        try {
            if (!beside.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a passage's vector has taken more than {} s", LONGEST_END_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package danvan.library.imports.desk;

import danvan.library.Library;
import danvan.library.LibrarySource;
import danvan.library.imports.shelving.Shelving;
import danvan.storage.LastingWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads behind the library: they keep the shelf and the glossary in step with the rows, read what was sent and what
 * was put into the inbox folder.
 */
public final class Librarian implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Librarian.class);
    private static final long PAUSE_MILLIS = 300;
    private static final int ROUNDS_A_LOOK = 7;

    private final CompletableFuture<Shelving> shelving;
    private final CompletableFuture<Library> library;
    private final LibrarySource glossary;
    private final DocumentReader documents;
    private final BooleanSupplier allRead;
    private final Thread shelver = new Thread(this::shelve, "shelving");
    private final Thread reader = new Thread(this::read, "imports");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;

    /**
     * The librarian, to be {@linkplain #start started}.
     *
     * @param allRead whether nothing waits to be read
     */
    public Librarian(
            CompletableFuture<Shelving> shelving,
            CompletableFuture<Library> library,
            LibrarySource glossary,
            DocumentReader documents,
            BooleanSupplier allRead) {
        this.shelving = shelving;
        this.library = library;
        this.glossary = glossary;
        this.documents = documents;
        this.allRead = allRead;
        shelver.setDaemon(true);
        reader.setDaemon(true);
    }

    public void start() {
        shelver.start();
        reader.start();
    }

    /** Whether all that was sent is read, and all that is live is found. */
    public boolean idle() {
        return allRead.getAsBoolean() && (!shelving.isDone() || (shelving.join().inStep() && glossary.inStep()));
    }

    /** Apart from reading, which may take minutes: what is confirmed is found within a second all the same. */
    private void shelve() {
        while (!closing) {
            safely(() -> shelving.join().step());
            safely(() -> glossary.step(library.join()));
            pause();
        }
    }

    private void read() {
        for (int round = 0; !closing; round++) {
            safely(documents::readWhatWaits);
            if (round % ROUNDS_A_LOOK == 0) {
                safely(documents::lookIntoFolder);
            }
            pause();
        }
    }

    private void safely(Runnable work) {
        LastingWork.survive(LOG, "the library's background work", () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                if (!closing) {
                    throw e;
                }
            }
        });
    }

    private void pause() {
        try {
            var unused = closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A file that is being read is read again after the next start. */
    @Override
    public void close() {
        closing = true;
        closed.countDown();
        if (shelving.isDone() && !shelving.isCompletedExceptionally()) {
            shelving.join().interrupt();
        }
        // Not interrupted: that would close the index files it may be writing. It looks between two pieces of work
        // whether to end.
        reader.interrupt();
        try {
            shelver.join(5_000);
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean filled = shelving.isDone() && !shelving.isCompletedExceptionally();
        if (filled && library.join().isKept()) {
            library.join().close();
        } else if (filled) {
            shelving.join().clear();
            glossary.clear(library.join());
        }
    }
}

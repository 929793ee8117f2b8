package danvan.library.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;

/**
 * Hands out things in order, while other threads make the next ones: a document's passages are read by one core and written
 * by another. Only some are ahead, since each takes a hundred times the memory of its text.
 */
final class PreparedAhead<T> implements Iterator<T> {
    /** Fewer are made one by one by who asks for them. */
    private static final int FEWEST = 8;

    private static final int AHEAD = 24;

    private final int size;
    private final IntFunction<T> making;
    private final boolean shared;
    private final Deque<ForkJoinTask<T>> ahead = new ArrayDeque<>();
    private int begun;
    private int handedOut;

    PreparedAhead(int size, IntFunction<T> making) {
        this.size = size;
        this.making = making;
        this.shared = size >= FEWEST && Runtime.getRuntime().availableProcessors() > 1;
    }

    @Override
    public boolean hasNext() {
        return handedOut < size;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        handedOut++;
        if (!shared) {
            return making.apply(handedOut - 1);
        }
        while (begun < size && ahead.size() < AHEAD) {
            int place = begun++;
            Callable<T> work = () -> making.apply(place);
            ahead.add(ForkJoinPool.commonPool().submit(work));
        }
        return ahead.remove().join();
    }
}

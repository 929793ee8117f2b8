package danvan.form.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** The parsed copies of one form: each serves one session at a time; one more is parsed when all are in use. */
public final class EnginePool {
    /** Copies kept for later; more may be in use at once, and are dropped after it. */
    private static final int KEPT = 16;

    private final String xform;
    private final BlockingQueue<FormEngine> idle = new ArrayBlockingQueue<>(KEPT);
    private final AtomicInteger inUse = new AtomicInteger();
    private final LongAdder restores = new LongAdder();

    public EnginePool(String xform, FormEngine first) {
        this.xform = xform;
        first.counting(restores);
        idle.add(first);
    }

    /** A copy to work with; it is given back by {@link #give} or, after a failure, by {@link #drop}. */
    public FormEngine take() {
        var copy = idle.poll();
        if (copy == null) {
            copy = FormEngine.parse(xform);
            copy.counting(restores);
        }
        inUse.incrementAndGet();
        return copy;
    }

    public void give(FormEngine copy) {
        inUse.decrementAndGet();
        var kept = idle.offer(copy);
        assert kept || idle.remainingCapacity() == 0;
    }

    /** A copy that failed half way is not trusted again. */
    public void drop() {
        inUse.decrementAndGet();
    }

    public <T> T use(Function<FormEngine, T> work) {
        var copy = take();
        boolean done = false;
        try {
            T result = work.apply(copy);
            done = true;
            return result;
        } finally {
            if (done) {
                give(copy);
            } else {
                drop();
            }
        }
    }

    public int inUse() {
        return inUse.get();
    }

    public long restores() {
        return restores.sum();
    }
}

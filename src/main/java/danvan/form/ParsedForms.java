package danvan.form;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** The parsed copies of one form: each serves one call at a time; one more is parsed when all are in use. */
final class ParsedForms {
    /** Copies kept for later; more may be in use at once, and are dropped after it. */
    private static final int KEPT = 16;

    private final String xform;
    private final BlockingQueue<ParsedForm> idle = new ArrayBlockingQueue<>(KEPT);

    ParsedForms(String xform, ParsedForm first) {
        this.xform = xform;
        idle.add(first);
    }

    <T> T use(Function<ParsedForm, T> work) {
        var copy = idle.poll();
        if (copy == null) {
            copy = ParsedForm.parse(xform);
        }
        T result = work.apply(copy);
        // Not reached after an exception: a copy that failed half way is not trusted again.
        var kept = idle.offer(copy);
        assert kept || idle.remainingCapacity() == 0;
        return result;
    }
}

package danvan.form;

/**
 * Engines that know nothing of a draft. Each is parsed anew, as after a restart, while that is quick; of a form that
 * parses slowly, two are used by turns, so that none goes on with a draft it has just worked on.
 */
final class FreshEngines {
    private static final long ENOUGH_NANOS = 2_000_000_000L;

    private final String xform;
    private long spent;
    private ParsedForm last;
    private ParsedForm beforeLast;

    FreshEngines(String xform) {
        this.xform = xform;
        this.beforeLast = ParsedForm.parse(xform);
        this.last = ParsedForm.parse(xform);
    }

    ParsedForm next() {
        var next = beforeLast;
        if (spent < ENOUGH_NANOS) {
            long start = System.nanoTime();
            next = ParsedForm.parse(xform);
            spent += System.nanoTime() - start;
        }
        beforeLast = last;
        last = next;
        return next;
    }
}

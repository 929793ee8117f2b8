package danvan.form.check;

import danvan.form.session.FormEngine;

/**
 * Engines that know nothing of a draft. Each is parsed again, as after a restart, while that is quick; of a form that
 * parses slowly, two are used by turns, so that none goes on with a draft it has just used.
 */
final class EngineRotation {
    private static final long ENOUGH_NANOS = 2_000_000_000L;

    private final String xform;
    private long spent;
    private FormEngine last;
    private FormEngine beforeLast;

    EngineRotation(String xform) {
        this.xform = xform;
        this.beforeLast = FormEngine.parse(xform);
        this.last = FormEngine.parse(xform);
    }

    FormEngine next() {
        var next = beforeLast;
        if (spent < ENOUGH_NANOS) {
            long start = System.nanoTime();
            next = FormEngine.parse(xform);
            spent += System.nanoTime() - start;
        }
        beforeLast = last;
        last = next;
        return next;
    }
}

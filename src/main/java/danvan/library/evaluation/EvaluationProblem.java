package danvan.library.evaluation;

/** Data to measure on that cannot be used: one line, with its place and its fix. */
public final class EvaluationProblem extends RuntimeException {
    EvaluationProblem(Object place, String cause, String mend) {
        super(place + ": " + cause + " → " + mend);
    }
}

package danvan.task.programme;

import danvan.text.Problem;

/** Where the values of a tree were written, by the numbers they have there. */
public interface ProgrammePlaces {
    /**
     * A place.
     *
     * @param task the id of the task; may be empty
     * @param field the key that is to blame; may be empty
     */
    Problem.Place at(int number, String task, String field);

    /** What the place is called within a sentence. */
    Problem named(int number);

    /** Lines of a file. */
    static ProgrammePlaces lines(String file) {
        return new ProgrammePlaces() {
            @Override
            public Problem.Place at(int number, String task, String field) {
                return new Problem.Line(file, number, task, field);
            }

            @Override
            public Problem named(int number) {
                return Problems.of("line", "line", number);
            }
        };
    }
}

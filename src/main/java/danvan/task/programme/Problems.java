package danvan.task.programme;

import danvan.text.Problem;
import java.util.stream.Stream;

/** What is wrong with a programme: the texts {@code fault.…} of {@code texts/task.*.properties}. */
final class Problems {
    private Problems() {}

    /** Numbers as they were written: a year of 2.024 is none. */
    static Problem of(String key, Object... namesAndValues) {
        return Problem.of(
                "task.fault." + key,
                Stream.of(namesAndValues)
                        .map(value -> value instanceof Problem ? value : value.toString())
                        .toArray());
    }
}

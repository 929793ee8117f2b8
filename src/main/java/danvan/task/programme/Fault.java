package danvan.task.programme;

import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.util.List;

/**
 * What is wrong with a programme, in whichever language its author reads: a text {@code fault.…} of {@code
 * texts/task.*.properties} and what stands in it.
 *
 * @param values name, value, name, value …; a value is a word as it was written, or another such text
 */
record Fault(String key, List<Object> values) {
    private static final Texts TEXTS = new Texts();

    Fault {
        values = List.copyOf(values);
    }

    static Fault of(String key, Object... namesAndValues) {
        return new Fault(key, List.of(namesAndValues));
    }

    /** The sentence, as plain text. */
    String in(Language language) {
        // Numbers as they were written: a year of 2.024 is none.
        Object[] told = values.stream()
                .map(value -> value instanceof Fault part ? part.in(language) : value.toString())
                .toArray();
        return Markup.strip(TEXTS.say(language, "task.fault." + key, told));
    }
}

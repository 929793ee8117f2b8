package danvan.form.session;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a person is in a form.
 *
 * @param at the ref of the question, note or repeat prompt; {@link #END} behind the last
 * @param editing whether the person came back from the end to change something, and returns there
 * @param passed refs of what was seen and left without an answer: skipped questions, notes, closed repeats
 */
public record Cursor(String at, boolean editing, Set<String> passed) {
    public static final String END = "end";

    public Cursor {
        passed = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(passed));
    }

    /** Refs hold no line feeds, so lines keep the parts apart. */
    static Cursor read(String position) {
        var lines = position.split("\n", -1);
        boolean editing = lines[0].startsWith("!");
        return new Cursor(
                editing ? lines[0].substring(1) : lines[0],
                editing,
                new LinkedHashSet<>(Arrays.asList(lines).subList(1, lines.length)));
    }

    String write() {
        var first = (editing ? "!" : "") + at;
        return passed.isEmpty() ? first : first + "\n" + String.join("\n", passed);
    }

    boolean atEnd() {
        return at.equals(END);
    }

    Cursor to(String ref) {
        return new Cursor(ref, editing && !ref.equals(END), passed);
    }

    Cursor editing(String ref) {
        return new Cursor(ref, true, passed);
    }

    Cursor walking(String ref) {
        return new Cursor(ref, false, passed);
    }

    Cursor passing(String ref) {
        var more = new LinkedHashSet<>(passed);
        more.add(ref);
        return new Cursor(at, editing, more);
    }

    Cursor answering(String ref) {
        var fewer = new LinkedHashSet<>(passed);
        fewer.remove(ref);
        return new Cursor(at, editing, fewer);
    }
}

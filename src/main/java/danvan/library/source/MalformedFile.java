package danvan.library.source;

import danvan.text.Problem;

/** A file of the knowledge base that cannot be read: texts {@code library.…}, each with how to fix it. */
final class MalformedFile extends Exception {
    private final int line;
    private final Problem what;

    MalformedFile(int line, String key, Object... namesAndValues) {
        super(key);
        this.line = line;
        this.what = Problem.of("library." + key, namesAndValues);
    }

    Problem in(String file) {
        return at(file, line, what);
    }

    static Problem at(String file, int line, Problem what) {
        return what.at(new Problem.Line(file, line, "", ""));
    }
}

package danvan.library.source;

import danvan.library.LibraryProblem;

/** What is wrong with a file of the knowledge base, where, and how to fix it. */
final class MalformedFile extends Exception {
    private final int line;
    private final String mend;

    MalformedFile(int line, String cause, String mend) {
        super(cause);
        this.line = line;
        this.mend = mend;
    }

    LibraryProblem in(String file) {
        return new LibraryProblem(file, line, String.valueOf(getMessage()), mend);
    }
}

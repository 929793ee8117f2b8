package danvan.library;

/** Something kept outside of the library that changes it, such as the glossary the office puts live. Called by one thread. */
public interface LibrarySource {
    /** Whether the library holds everything that is there. */
    boolean inStep();

    /** Brings the library in step. */
    void step(Library library);

    /** Takes back what was brought in. */
    void clear(Library library);
}

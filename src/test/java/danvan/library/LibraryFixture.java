package danvan.library;

import danvan.text.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A library opened for a test, and short ways of asking it. */
final class LibraryFixture implements AutoCloseable {
    static final LocalDate SPRING_2024 = LocalDate.of(2024, 3, 1);
    static final LocalDate AUTUMN_2025 = LocalDate.of(2025, 10, 1);

    final List<Problem> problems = new ArrayList<>();
    final Library library;

    private final boolean shared;

    LibraryFixture(Path folder) {
        this(folder, false);
    }

    private LibraryFixture(Path folder, boolean shared) {
        this.shared = shared;
        library = Library.open(folder, problems::add);
    }

    /** A few small documents written to be mistaken for one another. */
    static LibraryFixture traps() {
        return new LibraryFixture(Path.of("src/test/resources/library/base"));
    }

    /** What the bot ships with: opened once for all tests, which only ask it. */
    static LibraryFixture starter() {
        return Starter.OPENED;
    }

    private static final class Starter {
        private static final LibraryFixture OPENED = new LibraryFixture(Path.of("knowledge-base"), true);
    }

    Finding ask(String text) {
        return library.find(new Question(text, null, SPRING_2024));
    }

    /** "document/passage" of the answer, "which", "near" or "nothing". */
    String answer(String text, LocalDate asOf) {
        return library.find(new Question(text, null, asOf)).accept(new Finding.Visitor<>() {
            @Override
            public String found(Finding.Found found) {
                Passage passage = found.best().passage();
                return passage.documentId() + '/' + passage.id();
            }

            @Override
            public String likely(Finding.Likely likely) {
                return "near";
            }

            @Override
            public String whichDocument(Finding.WhichDocument which) {
                return "which";
            }

            @Override
            public String notFound(Finding.NotFound notFound) {
                return "nothing";
            }
        });
    }

    String answer(String text) {
        return answer(text, SPRING_2024);
    }

    Optional<Gap> gap(String text) {
        return ask(text) instanceof Finding.NotFound none ? none.gap() : Optional.empty();
    }

    @Override
    public void close() {
        if (!shared) {
            library.close();
        }
    }
}

package danvan.library.imports.shelving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OpenLibraryTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Library books;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        books = Library.open(folder, problem -> {});
    }

    @AfterEach
    void close() {
        books.close();
    }

    /** After an update a library of some thousand documents was put in again, and nobody was answered until it was. */
    @Test
    @Timeout(20)
    void questionsAreAnsweredWhileALargeLibraryIsPutInAgain() {
        var open = new OpenLibrary(
                CompletableFuture.completedFuture(books), new CompletableFuture<>(), Duration.ofMillis(1));
        assertThat(open.get()).isSameAs(books);
    }

    @Test
    @Timeout(20)
    void aQuestionThatComesWithTheStartWaitsUntilWhatWasImportedIsOnTheShelf() throws Exception {
        CompletableFuture<Void> stocked = new CompletableFuture<>();
        var open = new OpenLibrary(CompletableFuture.completedFuture(books), stocked, LONG);
        CompletableFuture<Library> asked = CompletableFuture.supplyAsync(open);
        assertThat(asked).isNotDone();
        stocked.complete(null);
        assertThat(asked.get(10, TimeUnit.SECONDS)).isSameAs(books);
    }

    @Test
    @Timeout(20)
    void aShelfThatCannotBeFilledIsNoLibrary() {
        var open = new OpenLibrary(
                CompletableFuture.completedFuture(books),
                CompletableFuture.failedFuture(new IllegalStateException("no shelf")),
                LONG);
        assertThatThrownBy(open::get).hasRootCauseMessage("no shelf");
    }
}

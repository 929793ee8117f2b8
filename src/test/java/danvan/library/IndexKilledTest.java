package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.ChildJvm;
import danvan.storage.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while the index on disk is written: what was put in is there, nothing is there by halves, and it goes on. */
class IndexKilledTest {
    private static final List<Integer> MILLIS_INTO_IT = List.of(3, 25, 60);

    @TempDir
    Path folder;

    @Test
    void whatWasPutInIsThereAndNothingByHalves() throws Exception {
        Files.createDirectories(folder.resolve("base/documents"));
        int next = 0;
        for (int millis : MILLIS_INTO_IT) {
            int last = killed(next, millis);
            try (Library library = Library.open(folder.resolve("base"), folder.resolve("index"), problem -> {})) {
                for (int number = 0; number <= last; number++) {
                    assertThat(library.holds("vb-" + number, "vi", String.valueOf(number)))
                            .as("document %d of %d, killed %d ms later", number, last, millis)
                            .isTrue();
                    assertThat(library.passages("vb-" + number, "vi")).hasSize(FilledIndex.PASSAGES);
                }
                // One more may be there, whole, if it was killed before it could say so.
                assertThat(library.documents().size()).isBetween(last + 1, last + 2);
                assertThat(library.documents())
                        .allSatisfy(document -> assertThat(library.passages(document.id(), "vi"))
                                .hasSize(FilledIndex.PASSAGES));
            }
            next = last + 1;
        }
        assertThat(Files.exists(folder.resolve("index/copy-2")))
                .as("whoever was killed holds the index no longer")
                .isFalse();
    }

    /** The last document that was said to be safe. */
    private int killed(int first, int millis) throws IOException, InterruptedException {
        Path said = folder.resolve("put-from-" + first + ".log");
        Process process = ChildJvm.CLASS_PATH
                .process(
                        folder,
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        FilledIndex.class.getName(),
                        List.of(folder.toString(), Integer.toString(first)))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("err.log").toFile()))
                .redirectOutput(said.toFile())
                .start();
        Eventually.await("some documents put in", () -> put(said).size() >= 4);
        // Kills at some moment of the work: there is nothing to wait for.
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        List<Integer> put = put(said);
        return put.get(put.size() - 1);
    }

    private static List<Integer> put(Path said) {
        try {
            String text = Files.readString(said);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

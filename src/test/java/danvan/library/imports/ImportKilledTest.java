package danvan.library.imports;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.ChildJvm;
import danvan.storage.Database;
import danvan.storage.Eventually;
import danvan.storage.Files;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 while a new version comes in: what is live afterwards is one version, whole. */
class ImportKilledTest {
    private static final Pattern VERSION = Pattern.compile("phiên bản (\\d+)");
    /** Bringing one takes some hundred milliseconds, reading and writing about half each. */
    private static final List<Integer> MILLIS_INTO_IT = List.of(20, 120);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisabledIfSystemProperty(named = "danvan.postgres", matches = "true", disabledReason = "needs a SQLite file")
    void theOldVersionOrTheNewOneIsThereAndNeverHalf(ChildJvm launch) throws Exception {
        int version = 1;
        for (int millis : MILLIS_INTO_IT) {
            int begun = killed(launch, version, millis);
            int live = liveVersion(begun);
            assertThat(live).as("killed %d ms into version %d", millis, begun).isIn(begun - 1, begun);
            version = begun + 1;
        }
    }

    /** The version that was being brought. */
    private int killed(ChildJvm launch, int first, int millis) throws IOException, InterruptedException {
        Path said = folder.resolve("begun-" + first + ".log");
        Process process = launch.process(
                        folder,
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        KilledImport.class.getName(),
                        List.of(folder.toString(), Integer.toString(first)))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("err.log").toFile()))
                .redirectOutput(said.toFile())
                .start();
        Eventually.await("two versions begun", () -> begun(said).size() >= 2);
        // Kills at some moment of the work: there is nothing to wait for.
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        List<Integer> begun = begun(said);
        return begun.get(begun.size() - 1);
    }

    private static List<Integer> begun(Path said) {
        try {
            return java.nio.file.Files.readString(said)
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int liveVersion(int begun) throws Exception {
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            ImportedRows rows = new ImportedRows(database);
            List<Long> live = rows.in(ImportedDocument.State.LIVE).stream()
                    .map(ImportedDocument::id)
                    .toList();
            assertThat(live).as("live versions").hasSize(1);
            List<Shelved.Part> parts = rows.parts(live.get(0));
            List<Integer> versions = parts.stream()
                    .flatMap(part -> VERSION.matcher(part.body()).results())
                    .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                    .toList();
            assertThat(versions).hasSize(400);
            assertThat(versions.stream().distinct()).hasSize(1);
            assertThat(rows.in(ImportedDocument.State.WAITING))
                    .as("half brought")
                    .isEmpty();
            ImportedDocument imported = rows.find(live.get(0)).orElseThrow();
            assertThat(new Files(database, Clock.systemUTC())
                            .open(imported.file())
                            .readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .contains("phiên bản " + versions.get(0) + ".");
            assertThat(begun).isGreaterThan(1);
            return versions.get(0);
        }
    }
}

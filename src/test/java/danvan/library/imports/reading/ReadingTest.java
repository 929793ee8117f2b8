package danvan.library.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.ChildJvm;
import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.recognition.FirstPage;
import danvan.storage.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files read in another process: one for many files, replaced when one of them ends it, and found however the bot was started. */
class ReadingTest {
    @TempDir
    Path folder;

    /** Issue 11, C13: under the README's first command no file was read, and each was called unsafe. */
    @ParameterizedTest
    @EnumSource
    void aFileIsReadHoweverTheBotWasStarted(ChildJvm launch) throws Exception {
        Path file = TestFiles.file(folder, "qd.docx", TestFiles.docx(TestFiles.DECISION));
        Process process = launch.process(folder, List.of("-Xmx128m"), Reads.class.getName(), List.of(file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("READ 45/2025/QĐ-UBND");
        assertThat(process.waitFor()).isZero();
    }

    /** Reads its argument as the bot does. */
    static final class Reads {
        private Reads() {}

        public static void main(String[] args) throws Exception {
            try (Reading reading = Reading.usual()) {
                Extract extract = reading.read(Path.of(args[0]), "qd.docx");
                System.out.write(
                        ("READ " + FirstPage.read(extract.blocks()).number() + "\n").getBytes(StandardCharsets.UTF_8));
                System.out.flush();
            }
        }
    }

    @Test
    void oneProcessReadsManyFilesAndIsReplacedWhenOneOfThemEndsIt() throws Exception {
        Set<Long> before = children();
        Path good = TestFiles.file(folder, "qd.docx", TestFiles.docx(TestFiles.DECISION));
        Path bomb = TestFiles.file(folder, "bom.docx", TestFiles.bomb());
        try (Reading reading = new Reading(Duration.ofMinutes(1), 100L << 20, "no-such-tesseract")) {
            reading.read(good, "qd.docx");
            Set<Long> first = children();
            first.removeAll(before);
            assertThat(first).hasSize(1);
            reading.read(good, "qd.docx");
            assertThat(children()).containsAll(first);
            assertThatThrownBy(() -> reading.read(bomb, "bom.docx"))
                    .isInstanceOfSatisfying(
                            UnreadableFile.class, e -> assertThat(e.failure()).isEqualTo(ImportFailure.TOO_HUNGRY));
            assertThat(reading.read(good, "qd.docx").letters()).isPositive();
            Set<Long> next = children();
            next.removeAll(before);
            // Somebody, the kernel perhaps, ends it: the next file is read all the same, by another.
            ProcessHandle.of(next.iterator().next()).orElseThrow().destroyForcibly();
            assertThat(reading.read(good, "qd.docx").letters()).isPositive();
            assertThat(children()).doesNotContainAnyElementsOf(next);
        }
        Eventually.await("no process left", () -> before.containsAll(children()));
    }

    @Test
    void aProcessThatCannotStartIsToldAsWhatItIs() throws Exception {
        Path good = TestFiles.file(folder, "qd.docx", TestFiles.docx(TestFiles.DECISION));
        Path broken = folder.resolve("java");
        Files.writeString(broken, "#!/bin/sh\necho 'Error: no room for the heap' >&2\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        for (String java : List.of(broken.toString(), folder.resolve("nothing").toString())) {
            try (Reading reading = new Reading(Duration.ofMinutes(1), 100L << 20, "tesseract", java)) {
                assertThatThrownBy(() -> reading.read(good, "qd.docx"))
                        .isInstanceOfSatisfying(
                                UnreadableFile.class,
                                e -> assertThat(e.failure()).isEqualTo(ImportFailure.NO_READER))
                        .hasMessageContaining(java.equals(broken.toString()) ? "no room for the heap" : "nothing")
                        .hasMessageContaining("the file is not the problem")
                        .hasMessageNotContaining("safe");
            }
        }
    }

    /** Whatever ended the process, the office was told that the file "may not be safe": a kernel short of memory, for one. */
    @Test
    void aProcessEndedFromOutsideSaysNothingAboutTheFile() throws Exception {
        Path good = TestFiles.file(folder, "qd.docx", TestFiles.docx(TestFiles.DECISION));
        Path ending = folder.resolve("java");
        Files.writeString(ending, "#!/bin/sh\necho %s\nread order\nkill -9 $$\n".formatted(ReadingProcess.READY));
        assertThat(ending.toFile().setExecutable(true)).isTrue();
        try (Reading reading = new Reading(Duration.ofMinutes(1), 100L << 20, "tesseract", ending.toString())) {
            assertThatThrownBy(() -> reading.read(good, "qd.docx"))
                    .isInstanceOfSatisfying(
                            UnreadableFile.class, e -> assertThat(e.failure()).isEqualTo(ImportFailure.INTERRUPTED))
                    .hasMessageNotContaining("trust");
        }
    }

    /** It used to be told as "took too long": whoever stopped the bot while it read lost the file. */
    @Test
    void readingThatIsInterruptedSaysNothingAboutTheFile() throws Exception {
        Path good = TestFiles.file(folder, "qd.docx", TestFiles.docx(TestFiles.DECISION));
        try (Reading reading = Reading.usual()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> reading.read(good, "qd.docx")).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    private static Set<Long> children() {
        try (Stream<ProcessHandle> all = ProcessHandle.current().children()) {
            return new HashSet<>(
                    all.filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList());
        }
    }
}

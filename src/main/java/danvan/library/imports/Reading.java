package danvan.library.imports;

import danvan.storage.Json;
import danvan.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files, each in a process of its own with so much memory and time and no more: what a stranger made may be a
 * trap, and a trap must not take the bot with it. Safe for use by several threads.
 */
public final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final String MEMORY = "-Xmx512m";
    /** What 20 million letters come to. */
    private static final long MOST_OUT = 200L << 20;

    private final boolean apart;
    private final Duration patience;
    private final long most;
    private final String tesseract;

    /**
     * Reading.
     *
     * @param patience how long one file may take
     * @param most the largest file that is opened, in bytes
     * @param tesseract the command that recognises scans
     */
    public Reading(Duration patience, long most, String tesseract) {
        this(true, patience, most, tesseract);
    }

    private Reading(boolean apart, Duration patience, long most, String tesseract) {
        this.apart = apart;
        this.patience = patience;
        this.most = most;
        this.tesseract = tesseract;
    }

    /** With ten minutes' patience, which a long scan needs, and files up to 100 MB. */
    public static Reading usual() {
        return new Reading(Duration.ofMinutes(10), 100L << 20, "tesseract");
    }

    /** In this very process: quick, and for files one has made oneself. */
    static Reading ofOwnFiles() {
        return new Reading(false, Duration.ofMinutes(1), 100L << 20, "tesseract");
    }

    /** The largest file that is opened, in bytes. */
    public long most() {
        return most;
    }

    /**
     * Reads a file.
     *
     * @param name what it is called, which may help to tell what it is
     */
    Extract read(Path file, String name) throws UnreadableFile {
        Path out = out();
        try {
            if (!Files.isReadable(file)) {
                throw new UnreadableFile(ImportFailure.GONE);
            }
            if (Files.size(file) > most) {
                throw new UnreadableFile(ImportFailure.TOO_LARGE);
            }
            Extract extract = apart ? run(file.toAbsolutePath(), name, out) : TikaReader.read(file, name);
            return new Extract(
                    extract.mediaType(),
                    extract.title(),
                    extract.pages(),
                    extract.recognised(),
                    LegacyEncodings.mended(extract.blocks()));
        } catch (IOException e) {
            throw new UnreadableFile(ImportFailure.GONE, e);
        } finally {
            delete(out);
        }
    }

    private Extract run(Path file, String name, Path folder) throws IOException, UnreadableFile {
        Path out = folder.resolve("read.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.io.tmpdir=" + folder,
                        "-Djdk.xml.entityExpansionLimit=1000",
                        "-Ddanvan.tesseract=" + tesseract,
                        "-cp",
                        classPath(),
                        ReadingProcess.class.getName(),
                        file.toString(),
                        name,
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!ended(process)) {
            throw new UnreadableFile(ImportFailure.TOO_LONG);
        }
        if (process.exitValue() != 0 || !Files.exists(out) || Files.size(out) > MOST_OUT) {
            LOG.warn("reading {}: the process ended with {}", name, process.exitValue());
            throw new UnreadableFile(ImportFailure.TOO_HUNGRY);
        }
        ReadingProcess.Said said = said(out);
        if (!said.failure().isEmpty()) {
            LOG.debug("reading {}: {}", name, said.detail());
            throw new UnreadableFile(ImportFailure.valueOf(said.failure()));
        }
        return said.extract();
    }

    private boolean ended(Process process) {
        boolean ended = false;
        try {
            ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
        return ended;
    }

    private static ReadingProcess.Said said(Path out) throws IOException, UnreadableFile {
        try {
            return Json.read(Files.readString(out), ReadingProcess.Said.class);
        } catch (StorageException e) {
            throw new UnreadableFile(ImportFailure.BROKEN, e);
        }
    }

    /** Surefire starts its own tests from a jar that only names the class path, and says the class path here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    }

    private static Path out() {
        try {
            return Files.createTempDirectory("danvan-reading");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("making a folder to read a file in", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("the folder {} could not be removed: {}", folder, e.toString());
        }
    }
}

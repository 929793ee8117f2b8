package danvan.library.imports.reading;

import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.LegacyEncodings;
import danvan.library.imports.document.UnreadableFile;
import danvan.storage.Json;
import danvan.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files in another process, with so much memory and time and no more: what a stranger made may be a trap, and a trap
 * must not take the bot with it. The process reads file after file, ends when there is nothing to read, and is replaced
 * when a file ends it. Safe for use by several threads, which take turns.
 */
public final class Reading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    /** What 20 million letters come to. */
    private static final long MOST_OUT = 200L << 20;
    /** What libraries keep for themselves goes with the process. */
    private static final int FILES_A_PROCESS = 200;

    private final boolean apart;
    private final Duration patience;
    private final long most;
    private final String java;
    private final List<String> options;
    private @Nullable ReadingWorker worker;
    private Duration processorTime = Duration.ZERO;
    /** Why none could be started when it was last tried; each reason is logged once. */
    private String obstacle = "";

    /**
     * Reading.
     *
     * @param patience how long one file may take
     * @param most the largest file that is opened, in bytes
     * @param tesseract the command that recognises scans
     */
    public Reading(Duration patience, long most, String tesseract) {
        this(patience, most, tesseract, ownJava());
    }

    /**
     * Reading.
     *
     * @param java the command that starts the process
     */
    public Reading(Duration patience, long most, String tesseract, String java) {
        this(true, patience, most, tesseract, java);
    }

    private Reading(boolean apart, Duration patience, long most, String tesseract, String java) {
        this.apart = apart;
        this.patience = patience;
        this.most = most;
        this.java = java;
        this.options = List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djdk.xml.entityExpansionLimit=1000",
                "-Ddanvan.tesseract=" + tesseract);
    }

    private static String ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** With ten minutes' patience, which a long scan needs, and files up to 100 MB. */
    public static Reading usual() {
        return new Reading(Duration.ofMinutes(10), 100L << 20, "tesseract");
    }

    /** In this very process: quick, and for files one has made oneself. */
    public static Reading ofOwnFiles() {
        return new Reading(false, Duration.ofMinutes(1), 100L << 20, "tesseract", ownJava());
    }

    /** The largest file that is opened, in bytes. */
    public long most() {
        return most;
    }

    /** Why no file can be read now, whatever is in it; empty where files can be read. */
    public synchronized Optional<String> obstacle() {
        try {
            if (apart) {
                running();
            }
            return Optional.empty();
        } catch (UnreadableFile e) {
            return Optional.of(obstacle);
        }
    }

    /** The processor time that reading has taken, starts included, without the recognition of scans. */
    public synchronized Duration processorTime() {
        ReadingWorker current = worker;
        return current == null ? processorTime : processorTime.plus(current.processorTime());
    }

    /**
     * Reads a file.
     *
     * @param name what it is called, which may help to tell what it is
     * @throws CancellationException where the thread is interrupted: nothing is known about the file
     */
    public Extract read(Path file, String name) throws UnreadableFile {
        try {
            if (!Files.isReadable(file)) {
                throw new UnreadableFile(ImportFailure.GONE);
            }
            if (Files.size(file) > most) {
                throw new UnreadableFile(ImportFailure.TOO_LARGE);
            }
            Extract extract = apart ? readApart(file.toAbsolutePath(), name) : TikaReader.read(file, name);
            return extract.with(LegacyEncodings.mended(extract.blocks()));
        } catch (IOException e) {
            throw new UnreadableFile(ImportFailure.GONE, e);
        }
    }

    private synchronized Extract readApart(Path file, String name) throws IOException, UnreadableFile {
        while (true) {
            ReadingWorker current = running();
            boolean fresh = current.read() == 0;
            try {
                ReadingProcess.Said said = said(current.read(file, name, patience));
                if (current.read() >= FILES_A_PROCESS) {
                    close();
                }
                if (!said.failure().isEmpty()) {
                    LOG.debug("reading {}: {}", name, said.detail());
                    throw new UnreadableFile(ImportFailure.valueOf(said.failure()));
                }
                return said.extract();
            } catch (ReadingWorker.Ended e) {
                close();
                if (e.late) {
                    throw new UnreadableFile(ImportFailure.TOO_LONG, e);
                }
                // It may have been its time, or what an earlier file left: the file is to blame if it ends a fresh one.
                if (fresh) {
                    LOG.warn("reading {}: the reading process ended ({})", name, e.getMessage());
                    throw new UnreadableFile(e.starved ? ImportFailure.TOO_HUNGRY : ImportFailure.INTERRUPTED, e);
                }
            } catch (CancellationException e) {
                close();
                throw e;
            }
        }
    }

    private ReadingWorker running() throws UnreadableFile {
        ReadingWorker current = worker;
        if (current == null || !current.isAlive()) {
            close();
            try {
                current = ReadingWorker.start(java, options, OwnClassPath.get());
            } catch (ReadingWorker.Ended e) {
                String why = java + ": " + e.getMessage();
                if (!why.equals(obstacle)) {
                    LOG.error(
                            "the process that reads files cannot be started with {}. What was sent waits until it can:"
                                    + " check that this Java is whole and that the machine has memory to spare",
                            why);
                }
                obstacle = why;
                throw new UnreadableFile(ImportFailure.NO_READER, e);
            }
            worker = current;
            obstacle = "";
        }
        return current;
    }

    private static ReadingProcess.Said said(Path out) throws IOException, UnreadableFile {
        if (!Files.exists(out) || Files.size(out) > MOST_OUT) {
            throw new UnreadableFile(ImportFailure.TOO_HUNGRY);
        }
        try {
            return Json.read(Files.readString(out), ReadingProcess.Said.class);
        } catch (StorageException e) {
            throw new UnreadableFile(ImportFailure.BROKEN, e);
        }
    }

    /** Ends the process, if there is one; the next file starts another. */
    @Override
    public synchronized void close() {
        ReadingWorker current = worker;
        if (current != null) {
            worker = null;
            processorTime = processorTime.plus(current.processorTime());
            current.close();
        }
    }
}

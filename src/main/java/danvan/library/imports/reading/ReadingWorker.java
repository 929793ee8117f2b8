package danvan.library.imports.reading;

import danvan.storage.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One {@linkplain ReadingProcess reading process}, as this process sees it: it is handed file after file until it ends, by
 * itself or because it is ended. For one thread at a time.
 */
final class ReadingWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingWorker.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final int REMEMBERED = 2_000;

    /** It ended, or did not answer. */
    static final class Ended extends Exception {
        /** Whether it was ended because the time was over. */
        final boolean late;
        /** Whether it ended itself because its memory was full. */
        final boolean starved;

        private Ended(boolean late, boolean starved, String how) {
            super(how);
            this.late = late;
            this.starved = starved;
        }
    }

    private final Path folder;
    private final Process process;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private volatile String firstWords = "";
    private final Thread errors;
    private int read;

    private ReadingWorker(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.errors = new Thread(this::remember, "reading-process-errors");
        Thread output = new Thread(this::listen, "reading-process-answers");
        errors.setDaemon(true);
        output.setDaemon(true);
        errors.start();
        output.start();
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param java the command
     * @param options of the JVM, before the class path
     * @throws Ended where it cannot be started, with its own words
     */
    static ReadingWorker start(String java, List<String> options, String classPath) throws Ended {
        Path folder = null;
        ReadingWorker worker;
        try {
            folder = Files.createTempDirectory("danvan-reading");
            // A command line takes no class path of any length; a file does.
            Path arguments = folder.resolve("arguments");
            Files.writeString(
                    arguments,
                    "-Djava.io.tmpdir=" + quoted(folder.toString()) + "\n-cp " + quoted(classPath) + "\n",
                    Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
            List<String> command = new ArrayList<>(List.of(java));
            command.addAll(options);
            command.add("@" + arguments);
            command.add(ReadingProcess.class.getName());
            worker = new ReadingWorker(folder, new ProcessBuilder(command).start());
        } catch (IOException e) {
            delete(folder);
            throw new Ended(false, false, e.getMessage() == null ? e.toString() : e.getMessage());
        }
        try {
            worker.await(START, ReadingProcess.READY);
            return worker;
        } catch (Ended | CancellationException e) {
            worker.close();
            throw e;
        }
    }

    /** Within double quotes a backslash hides what follows. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time it has taken so far, without that of the processes it started; zero where the system does not tell. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How many files it has read. */
    int read() {
        return read;
    }

    /**
     * Lets it read a file.
     *
     * @return where its answer lies, until the next one
     * @throws Ended where it gave none; then it is of no more use
     */
    Path read(Path file, String name, Duration patience) throws Ended {
        Path out = folder.resolve("read.json");
        try {
            Files.deleteIfExists(out);
            OutputStream orders = process.getOutputStream();
            orders.write((Json.write(new ReadingProcess.Order(file.toString(), name, out.toString())) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new Ended(false, false, e.toString());
        }
        await(patience, ReadingProcess.DONE);
        read++;
        return out;
    }

    private void await(Duration patience, String expected) throws Ended {
        Optional<String> answer;
        try {
            answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // The bot is ending: nothing is known about the file.
            throw new CancellationException("reading was interrupted");
        }
        if (answer == null) {
            throw new Ended(true, false, "no answer within " + patience.toSeconds() + " s");
        }
        if (answer.filter(expected::equals).isEmpty()) {
            String how = how();
            throw new Ended(false, !process.isAlive() && process.exitValue() == ReadingProcess.STARVED, how);
        }
    }

    private String how() {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            errors.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String words = firstWords
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
        return "exit status " + (process.isAlive() ? "unknown" : process.exitValue())
                + (words.isEmpty() ? "" : ": " + words);
    }

    private void listen() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answers.add(Optional.of(line));
            }
        } catch (IOException e) {
            LOG.debug("the reading process was ended: {}", e.toString());
        }
        answers.add(Optional.empty());
    }

    /** Its first words say why it does not start; what a library complains of later is not kept. */
    private void remember() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            StringBuilder words = new StringBuilder();
            char[] some = new char[1_024];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                words.append(some, 0, Math.max(0, Math.min(REMEMBERED - words.length(), n)));
                firstWords = words.toString();
            }
        } catch (IOException e) {
            LOG.debug("the reading process was ended: {}", e.toString());
        }
    }

    /** Ends it, with what it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        delete(folder);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the folder {} could not be removed: {}", folder, e.toString());
        }
    }
}

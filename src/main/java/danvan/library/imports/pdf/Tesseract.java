package danvan.library.imports.pdf;

import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Tesseract as it is installed: a page by each processor. Its own threads cost three times the work and gain nothing. */
final class Tesseract implements AutoCloseable {
    private static final long PAGE_SECONDS = 60;

    private final String command = System.getProperty("danvan.tesseract", "tesseract");
    private final Path folder;
    private final ExecutorService pages =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()), work -> {
                Thread thread = new Thread(work, "tesseract");
                thread.setDaemon(true);
                return thread;
            });

    Tesseract() throws IOException {
        folder = Files.createTempDirectory("danvan-pages");
    }

    /** Whether it is there, with Vietnamese. */
    boolean knowsVietnamese() throws UnreadableFile {
        try {
            Path out = folder.resolve("languages");
            run(out, command, "--list-langs");
            return Files.readString(out).lines().anyMatch("vie"::equals);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The text of a page, in a while.
     *
     * @param otherwise what is wrong with the file where Tesseract fails at it
     */
    Future<String> textOf(BufferedImage page, ImportFailure otherwise) throws IOException {
        Path picture = Files.createTempFile(folder, "page", ".png");
        ImageIO.write(page, "png", picture.toFile());
        return pages.submit(() -> {
            Path out = folder.resolve(picture.getFileName() + ".txt");
            if (run(out, command, picture.toString(), "stdout", "-l", "vie") != 0) {
                throw new UnreadableFile(otherwise);
            }
            return Files.readString(out);
        });
    }

    static String await(Future<String> page) throws IOException, UnreadableFile {
        try {
            return page.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableFile unreadable) {
                throw unreadable;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("recognition was interrupted");
        }
    }

    private static int run(Path out, String... command) throws IOException, UnreadableFile {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            if (!process.waitFor(PAGE_SECONDS, TimeUnit.SECONDS)) {
                throw new UnreadableFile(ImportFailure.TOO_LONG);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("recognition was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Ends what runs and removes its files. */
    @Override
    public void close() throws IOException {
        pages.shutdownNow();
        try {
            pages.awaitTermination(PAGE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

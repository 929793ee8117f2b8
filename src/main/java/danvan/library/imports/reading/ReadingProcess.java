package danvan.library.imports.reading;

import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.pdf.Scan;
import danvan.storage.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The process that reads files: takes one {@link Order} a line on standard input, writes what it found to the order's
 * file, as JSON, and says {@value #DONE} on standard output. It ends when its input does, or when nothing came for a
 * while.
 */
public final class ReadingProcess {
    static final String READY = "ready";
    static final String DONE = "done";
    private static final long IDLE_SECONDS = 60;
    static final int STARVED = 3;

    /**
     * What is to be read.
     *
     * @param file its path
     * @param name what it is called
     * @param out where the answer goes
     */
    record Order(String file, String name, String out) {}

    /**
     * What came of it.
     *
     * @param failure the {@link ImportFailure}'s name, or empty
     * @param detail for the log
     */
    record Said(String failure, String detail, Extract extract) {}

    private static final Extract NOTHING = new Extract("", "", 0, false, List.of());

    private ReadingProcess() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        // Whatever a library prints must not be taken for an answer.
        System.setOut(System.err);
        LinkedBlockingQueue<String> orders = new LinkedBlockingQueue<>();
        Thread input = new Thread(() -> listen(orders), "orders");
        input.setDaemon(true);
        input.start();
        out.println(READY);
        out.flush();
        String line = orders.poll(IDLE_SECONDS, TimeUnit.SECONDS);
        while (line != null) {
            Order order = Json.read(line, Order.class);
            Files.writeString(Path.of(order.out()), Json.write(read(order)));
            out.println(DONE);
            out.flush();
            line = orders.poll(IDLE_SECONDS, TimeUnit.SECONDS);
        }
        // Libraries may have left threads behind.
        Runtime.getRuntime().halt(0);
    }

    private static void listen(LinkedBlockingQueue<String> orders) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                orders.add(line);
            }
        } catch (IOException e) {
            System.err.println("the orders cannot be read any more: " + e);
        }
        // Whoever wanted the answer is gone: nothing is finished for nobody.
        Runtime.getRuntime().halt(0);
    }

    private static Said read(Order order) {
        try {
            Path file = Path.of(order.file());
            Extract read = TikaReader.read(file, order.name());
            return new Said("", "", Scan.textOf(file, read));
        } catch (UnreadableFile e) {
            return new Said(e.failure().name(), String.valueOf(e.getCause()), NOTHING);
        } catch (OutOfMemoryError e) {
            // What this file left behind must not starve the next one.
            Runtime.getRuntime().halt(STARVED);
            throw e;
        } catch (StackOverflowError e) {
            return new Said(ImportFailure.TOO_HUNGRY.name(), "it is nested too deeply", NOTHING);
        } catch (RuntimeException | LinkageError e) {
            return new Said(ImportFailure.BROKEN.name(), e.toString(), NOTHING);
        }
    }
}

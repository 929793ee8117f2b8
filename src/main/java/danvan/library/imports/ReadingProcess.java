package danvan.library.imports;

import danvan.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process that reads one file: {@code FILE NAME OUT}. Writes what it found to OUT, as JSON. */
public final class ReadingProcess {
    /**
     * What the process says in the end.
     *
     * @param failure the {@link ImportFailure}'s name, or empty
     * @param detail for the log
     */
    record Said(String failure, String detail, Extract extract) {}

    private ReadingProcess() {}

    public static void main(String[] args) throws IOException {
        Said said;
        try {
            Extract read = TikaReader.read(Path.of(args[0]), args[1]);
            Extract whole = read.letters() == 0 || Scan.is(read) ? Scan.recognised(Path.of(args[0]), read) : read;
            said = new Said("", "", whole);
        } catch (UnreadableFile e) {
            said = new Said(
                    e.failure().name(),
                    String.valueOf(e.getCause()),
                    new Extract("", "", 0, false, java.util.List.of()));
        }
        Files.writeString(Path.of(args[2]), Json.write(said));
        // Libraries may have left threads behind.
        Runtime.getRuntime().halt(0);
    }
}

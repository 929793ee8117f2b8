package danvan.storage.backup;

import danvan.config.Config;
import danvan.storage.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells keys of personal answers apart without telling anything of them: they are random, and a fingerprint is one-way. */
final class KeyPrint {
    private static final int LENGTH = 16;

    private KeyPrint() {}

    /** The fingerprints of an installation's keys, the one in use first. */
    static List<String> of(Config config) {
        Path file = config.data().resolve(PrivateFiles.REPORT_KEY);
        try {
            Stream<String> inFile =
                    Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8).stream() : Stream.of();
            return Stream.concat(config.reports().key().stream(), inFile)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(KeyPrint::of)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static String of(String key) {
        return HexFormat.of()
                .formatHex(Archive.sha256().digest(key.getBytes(StandardCharsets.UTF_8)))
                .substring(0, LENGTH);
    }
}

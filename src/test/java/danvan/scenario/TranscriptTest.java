package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.App;
import danvan.channel.console.Console;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole chats in the piped terminal, compared to the letter. Lines that begin with "> " are what the member typed; the
 * file's name begins with the member's. {@code mvn test -Dtest=TranscriptTest -Ddanvan.transcripts=write} writes them
 * anew, for review.
 */
class TranscriptTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final Knowledge KNOWLEDGE = Knowledge.read(Path.of("knowledge-base"), problem -> {
        throw new AssertionError("the knowledge base has a problem: " + problem);
    });

    @TempDir
    Path data;

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void aChatReadsAsItDid(Path file) throws IOException {
        String expected = Files.readString(file);
        String typed = expected.lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
        String said = chat(file.getFileName().toString().split("-", 2)[0], typed);
        if ("write".equals(System.getProperty("danvan.transcripts"))) {
            Files.writeString(file, said);
        } else {
            assertThat(said).isEqualTo(expected);
        }
    }

    private String chat(String member, String typed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (App app = new App(
                ConfigReader.read(Optional.empty(), Optional.of(data), Map.of("DANVAN_REHEARSAL", "true")),
                KNOWLEDGE,
                Clock.systemUTC())) {
            Console console = app.openConsole(
                    member,
                    true,
                    new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    false);
            app.begin();
            console.run();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

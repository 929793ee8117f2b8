package danvan.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.HandClock;
import danvan.storage.StoredFile;
import danvan.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that members send are fetched from their channel; files that the bot makes stay as long as is said. */
class FilesOfTurnsTest {
    private static final Address LAN = new Address("telegram", "1");

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    private Database database;
    private Files files;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
        files = new Files(database, clock);
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void aFileIsFetchedByTheChannelItCameFromAndItsSourceIsClosed() throws Exception {
        Downloads downloads = new Downloads(files, 5);
        assertThat(downloads.most()).isEqualTo(5);
        AtomicBoolean closed = new AtomicBoolean();
        downloads.from("web", ref -> {
            throw new IOException("another channel's");
        });
        downloads.from("telegram", ref -> new ByteArrayInputStream(ref.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        StoredFile stored = downloads.fetch(LAN, file("12345", 5));
        assertThat(content(stored.id())).isEqualTo("12345");
        assertThat(closed).isTrue();
        assertThat(stored.bytes()).isEqualTo(5);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWhetherItsChannelSaysSoOrNot() {
        Downloads downloads = new Downloads(files, 5);
        AtomicBoolean opened = new AtomicBoolean();
        downloads.from("telegram", ref -> {
            opened.set(true);
            return new ByteArrayInputStream(new byte[6]);
        });
        assertThatThrownBy(() -> downloads.fetch(LAN, file("a", 6))).isInstanceOf(FileTooLarge.class);
        assertThat(opened).as("it is not even fetched").isFalse();
        assertThatThrownBy(() -> downloads.fetch(LAN, file("a", 0))).isInstanceOf(FileTooLarge.class);
        assertThatThrownBy(() -> downloads.fetch(new Address("console", "1"), file("a", 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("console");
    }

    @Test
    void aFileThatTheBotMakesIsInItsReplyAndStaysAsLongAsIsSaid() throws IOException {
        List<List<Button>> buttons = List.of(List.of(new Button("More", "work:x")));
        Reply reply = new Enclosures(files)
                .with(
                        Reply.say("here"),
                        "a table".getBytes(StandardCharsets.UTF_8),
                        "table.csv",
                        "text/csv",
                        "of today",
                        buttons,
                        Duration.ofDays(3));
        assertThat(reply.messages()).hasSize(2);
        Outgoing.File said = (Outgoing.File) reply.messages().get(1);
        assertThat(said).isEqualTo(new Outgoing.File(said.file(), "table.csv", "text/csv", "of today", buttons));
        database.change(tx -> reply.effects().forEach(effect -> effect.apply(tx)));
        clock.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(files.forgetExpired()).isZero();
        assertThat(content(said.file())).isEqualTo("a table");
        clock.advance(Duration.ofSeconds(2));
        assertThat(files.forgetExpired()).isEqualTo(1);
    }

    private String content(String id) throws IOException {
        try (InputStream content = files.open(id)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Incoming.File file(String ref, long bytes) {
        return new Incoming.File(Incoming.Medium.DOCUMENT, ref, "a.pdf", "application/pdf", bytes, "", "");
    }
}

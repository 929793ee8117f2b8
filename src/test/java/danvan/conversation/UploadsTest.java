package danvan.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Incoming;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much each member may send a day, to the file and to the byte. */
class UploadsTest {
    private static final Person LAN = new Person(1, "Lan", Role.CADRE, "xa", Optional.empty());
    private static final Person MINH = new Person(2, "Minh", Role.LEAD, "xa", Optional.empty());
    private static final Person HOA = new Person(3, "Hoa", Role.OFFICE, "tinh", Optional.empty());
    /** Half an hour before midnight in Vietnam. */
    private static final Instant NOW = Instant.parse("2024-03-25T16:30:00Z");

    @TempDir
    Path folder;

    private Database database;
    private Uploads uploads;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
        uploads = new Uploads(database, new Uploads.Limits(3, 1_000, 400), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void filesAreCountedForEachMemberUntilMidnightWhereTheyLive() {
        for (int i = 1; i <= 3; i++) {
            assertThat(uploads.arrived(LAN, "ref" + i, 10, NOW)).isTrue();
        }
        assertThat(uploads.arrived(LAN, "ref4", 10, NOW)).isFalse();
        assertThat(uploads.hasRoom(LAN, 10, NOW)).isFalse();
        assertThat(uploads.hasRoom(MINH, 10, NOW)).isTrue();
        assertThat(uploads.hasRoom(LAN, 10, NOW.plus(Duration.ofMinutes(29)))).isFalse();
        assertThat(uploads.hasRoom(LAN, 10, NOW.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void theLastByteOfADayIsTakenAndNoneMore() {
        assertThat(uploads.arrived(LAN, "a", 600, NOW)).isTrue();
        assertThat(uploads.hasRoom(LAN, 401, NOW)).isFalse();
        assertThat(uploads.hasRoom(LAN, 400, NOW)).isTrue();
        assertThat(uploads.arrived(LAN, "b", 401, NOW)).isFalse();
        assertThat(uploads.arrived(LAN, "c", 400, NOW))
                .as("what had no room was not counted")
                .isTrue();
        assertThat(uploads.hasRoom(LAN, 1, NOW)).isFalse();
    }

    /** A channel that does not say a file's size may send the largest. */
    @Test
    void aFileOfUnknownSizeCountsAsTheLargest() {
        assertThat(uploads.arrived(LAN, "a", 601, NOW)).isTrue();
        assertThat(uploads.hasRoom(LAN, 0, NOW)).isFalse();
        assertThat(uploads.arrived(MINH, "a", 600, NOW)).isTrue();
        assertThat(uploads.arrived(MINH, "b", 0, NOW)).isTrue();
        assertThat(uploads.hasRoom(MINH, 1, NOW)).isFalse();
    }

    @Test
    void theOfficeMaySendFiveTimesAsMuch() {
        assertThat(uploads.of(HOA)).isEqualTo(new Uploads.Limits(15, 5_000, 400));
        assertThat(uploads.of(MINH)).isEqualTo(new Uploads.Limits(3, 1_000, 400));
        for (int i = 1; i <= 15; i++) {
            assertThat(uploads.arrived(HOA, "ref" + i, 300, NOW)).isTrue();
        }
        assertThat(uploads.hasRoom(HOA, 1, NOW)).isFalse();
    }

    /** It was stored, and counted, before its turn; the day is over when the turn comes, or the room is used up. */
    @Test
    void aFileThatWasCountedWhenItArrivedIsTakenOnceWhateverHasBecomeOfTheRoom() {
        assertThat(uploads.arrived(LAN, "a", 1_000, NOW)).isTrue();
        assertThat(uploads.takes(LAN, file("a", 1_000), NOW)).isTrue();
        assertThat(uploads.takes(MINH, file("a", 1_001), NOW)).isFalse();
        assertThat(uploads.takes(LAN, file("b", 1), NOW)).isFalse();
        database.change(tx -> uploads.work(tx, LAN, file("a", 1_000), NOW));
        assertThat(uploads.takes(LAN, file("a", 1_000), NOW))
                .as("the same once more")
                .isFalse();
        assertThatThrownBy(() -> database.change(tx -> uploads.work(tx, LAN, file("a", 1_000), NOW)))
                .isInstanceOf(Conflict.class);
    }

    /** Of a chat the content is fetched in the turn, and counted there. */
    @Test
    void aFileThatIsCountedInItsTurnUsesUpRoom() {
        assertThat(uploads.takes(LAN, file("a", 700), NOW)).isTrue();
        database.change(tx -> uploads.work(tx, LAN, file("a", 700), NOW));
        assertThat(uploads.takes(LAN, file("b", 301), NOW)).isFalse();
        assertThatThrownBy(() -> database.change(tx -> uploads.work(tx, LAN, file("b", 301), NOW)))
                .isInstanceOf(Conflict.class);
        database.change(tx -> uploads.work(tx, LAN, file("b", 300), NOW));
        assertThat(uploads.hasRoom(LAN, 1, NOW)).isFalse();
        assertThat(uploads.takes(LAN, file("a", 1), NOW))
                .as("it was counted as processed")
                .isFalse();
    }

    @Test
    void theCountsOfDaysThatAreOverAreForgotten() {
        assertThat(uploads.arrived(LAN, "a", 10, NOW)).isTrue();
        assertThat(uploads.arrived(LAN, "b", 10, NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(uploads.forget(NOW)).isZero();
        assertThat(uploads.forget(NOW.plus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(uploads.takes(LAN, file("a", 2_000), NOW)).isFalse();
        assertThat(uploads.takes(LAN, file("b", 2_000), NOW)).isTrue();
    }

    private static Incoming.File file(String ref, long bytes) {
        return new Incoming.File(Incoming.Medium.DOCUMENT, ref, "a.pdf", "application/pdf", bytes, "", "");
    }
}

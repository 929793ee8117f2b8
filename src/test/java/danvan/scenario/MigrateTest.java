package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Role;
import danvan.config.Config;
import danvan.storage.Database;
import danvan.storage.StorageException;
import danvan.storage.TestDatabase;
import danvan.storage.move.DatabaseMove;
import danvan.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office that has outgrown SQLite goes on in PostgreSQL where it stood. */
class MigrateTest {
    private static final byte[] PHOTO = "ảnh".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private final Config.Storage target = TestDatabase.emptyPostgres();
    private Config.Storage source;

    @BeforeEach
    void name() {
        source = new Config.Storage("jdbc:sqlite:" + data.resolve("danvan.db"), Optional.empty(), Optional.empty());
    }

    @Test
    void aSentReportADraftWithAPersonalAnswerAndTheirFilesGoOnWhereTheyStood() throws IOException, SQLException {
        try (Bot bot = bot(source)) {
            Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
            fills(lan);
            lan.says("4");
            lan.taps("Không");
            lan.taps("✅ Gửi báo cáo");
            lan.sees("BC-2024-0001");
            fills(lan);
            bot.settles();
        }
        try (Database odd = Database.open(source)) {
            odd.change(tx -> tx.update("INSERT INTO setting (name, value) VALUES ('odd', ?)", "a\0b"));
        }
        byte[] before = Files.readAllBytes(data.resolve("danvan.db"));

        List<String> first = new ArrayList<>();
        assertThatThrownBy(() -> DatabaseMove.run(source, target, moved -> {
                    first.add(moved.table());
                    if (first.size() == 9) {
                        throw new StorageException("the power failed");
                    }
                }))
                .hasMessage("the power failed");
        List<DatabaseMove.Moved> moved = new ArrayList<>();
        DatabaseMove.run(source, target, moved::add);
        assertThat(moved.stream().filter(DatabaseMove.Moved::before).map(DatabaseMove.Moved::table))
                .as("not copied again")
                .containsExactlyElementsOf(first);
        assertThat(moved.stream().filter(one -> one.rows() > 0).map(DatabaseMove.Moved::table))
                .contains("member", "unit", "report", "report_file", "file_part", "inbox", "outbox", "setting");
        assertThat(Files.readAllBytes(data.resolve("danvan.db")))
                .as("only read")
                .isEqualTo(before);
        try (Rows rows = new Rows(target)) {
            assertThat(rows.dump(List.of("setting"))).contains("a\ufffdb");
            assertThat(rows.dump("report", "SELECT instance_xml FROM report"))
                    .contains("sealed1:")
                    .doesNotContain("0912");
        }

        try (Bot bot = bot(target)) {
            bot.telegram().goesOnFrom(100_000);
            // The first chat, which is Lan's.
            Member lan = bot.stranger("Lan");
            lan.says("4");
            lan.taps("Không");
            lan.sees("0912 345 678");
            lan.taps("✅ Gửi báo cáo");
            lan.sees("BC-2024-0002");
        }
        List<Boolean> again = new ArrayList<>();
        DatabaseMove.run(source, target, table -> again.add(table.before()));
        assertThat(again).as("nothing is copied over what has been done since").doesNotContain(false);
        try (Database old = Database.open(source)) {
            old.change(tx -> tx.update("INSERT INTO setting (name, value) VALUES ('b', 'c')"));
        }
        assertThatThrownBy(() -> DatabaseMove.run(source, target, any -> {}))
                .hasMessageContaining("the table setting has changed since it was moved");
    }

    @Test
    void aDatabaseThatIsInUseOrNotEmptyIsNotMovedAndNotMovedInto() {
        try (Database running = Database.open(source)) {
            assertThat(running.shared()).isFalse();
            assertThatThrownBy(() -> DatabaseMove.run(source, target, any -> {}))
                    .hasMessageContaining("in use by another bot process");
        }
        try (Database office = Database.open(target)) {
            office.change(tx -> tx.update("INSERT INTO setting (name, value) VALUES ('a', 'b')"));
        }
        assertThatThrownBy(() -> DatabaseMove.run(source, target, any -> {}))
                .hasMessageContaining("the table setting of the target is not empty");
        assertThatThrownBy(() -> DatabaseMove.run(source, source, any -> {})).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> DatabaseMove.run(target, source, any -> {}))
                .hasMessageContaining("only a SQLite database can be moved");
    }

    private static void fills(Member reporter) {
        reporter.says("/baocao");
        reporter.taps("Nắm tình hình");
        reporter.taps("Thôn 2");
        reporter.taps("Hôm nay");
        reporter.sharesPlace(20.5, 106.25);
        reporter.taps("▫️ Đường sá");
        reporter.taps("✅ Xong (1)");
        reporter.says("1250,5");
        reporter.sendsPhoto(PHOTO);
        reporter.taps("✔️ Xong (1 tệp)");
        reporter.says("0912 345 678");
    }

    private Bot bot(Config.Storage storage) {
        return Bot.withPages(data, Clock.systemUTC(), Map.of("DANVAN_STORAGE_URL", storage.url()));
    }
}

package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import danvan.storage.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's copy of everything. */
class BackupTest {
    @TempDir
    Path folder;

    private String printed = "";

    @Test
    void aCopyIsMadeBesideARunningBotAndHoldsWhatWasKeptUntilThen() throws IOException {
        Path copy = folder.resolve("safe").resolve("monday.db");
        try (Database bot = Database.open(storage(folder.resolve("data").resolve("danvan.db")))) {
            put(bot, "before");
            assertThat(backup(copy)).as(printed).isZero();
            put(bot, "after");
        }
        assertThat(printed).contains(copy.toString(), "checked");
        assertThat(copy.resolveSibling("monday.db.part")).doesNotExist();
        try (Database restored = Database.open(storage(copy))) {
            assertThat(count(restored, "before")).isEqualTo(1);
            assertThat(count(restored, "after")).isZero();
        }
    }

    @Test
    void aBackupIsNeverWrittenOver() throws IOException {
        Database.open(storage(folder.resolve("data").resolve("danvan.db"))).close();
        Path copy = Files.writeString(folder.resolve("monday.db"), "last week's");
        assertThat(backup(copy)).isEqualTo(1);
        assertThat(printed).contains("exists already");
        assertThat(Files.readString(copy)).isEqualTo("last week's");
    }

    @Test
    void withoutADatabaseNoneIsMade() throws IOException {
        assertThat(backup(folder.resolve("monday.db"))).isEqualTo(1);
        assertThat(printed).contains("there is no database", "--data");
        assertThat(folder.resolve("data").resolve("danvan.db")).doesNotExist();
    }

    @Test
    void forPostgresThereIsPgDump() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("pg.yml"), "storage: {url: 'jdbc:postgresql://127.0.0.1:1/x?password=s3cret'}\n");
        assertThat(execute("backup", folder.resolve("monday.db").toString(), "--config", settings.toString()))
                .isEqualTo(1);
        assertThat(printed).contains("pg_dump").doesNotContain("s3cret");
    }

    private int backup(Path copy) throws IOException {
        Path settings = Files.writeString(folder.resolve("empty.yml"), "");
        return execute(
                "backup",
                copy.toString(),
                "--config",
                settings.toString(),
                "--data",
                folder.resolve("data").toString());
    }

    private int execute(String... arguments) {
        PrintStream before = System.out;
        PrintStream errorsBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return BotCommand.execute(arguments);
        } finally {
            System.setOut(before);
            System.setErr(errorsBefore);
            printed = out.toString(StandardCharsets.UTF_8);
        }
    }

    private static void put(Database database, String name) {
        database.change(tx -> tx.update("INSERT INTO setting (name, value) VALUES (?, '1')", name));
    }

    private static long count(Database database, String name) {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM setting WHERE name = ?", name));
    }

    private static Config.Storage storage(Path file) {
        return new Config.Storage("jdbc:sqlite:" + file, Optional.empty(), Optional.empty());
    }
}

package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.SecretWatch;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.storage.Database;
import danvan.storage.HandClock;
import danvan.storage.StorageException;
import danvan.storage.backup.Backups;
import danvan.storage.backup.NightlyBackup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's copy of everything. */
class BackupTest {
    @TempDir
    Path folder;

    private String printed = "";

    @Test
    void aBackupIsMadeBesideARunningBotAndBringsBackWhatWasKeptUntilThen() throws IOException {
        Path file = folder.resolve("safe").resolve("monday.zip");
        try (Database bot = bot()) {
            put(bot, "before");
            assertThat(backup(file)).as(printed).isZero();
            put(bot, "after");
            assertThat(restore(file)).as("a bot is at work").isEqualTo(1);
            assertThat(printed).contains("in use by another bot process");
        }
        try (Stream<Path> made = Files.list(file.getParent())) {
            assertThat(made).as("nothing half lies beside it").containsExactly(file);
        }
        assertThat(restore(file, "--check")).as(printed).isZero();
        assertThat(restore(file)).as(printed).isZero();
        assertThat(printed).contains("start the bot", "before-restore-");
        assertThat(printed)
                .as("what it unpacks is its own from the first byte on")
                .doesNotContain("other accounts");
        try (Database restored = bot()) {
            assertThat(count(restored, "before")).isEqualTo(1);
            assertThat(count(restored, "after")).isZero();
        }
        try (Database old = Database.open(storage(keptAside().resolve("danvan.db")))) {
            assertThat(count(old, "after")).as("what was there is kept").isEqualTo(1);
        }
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            assertThat(all.filter(path -> path.getFileName().toString().startsWith("restore-")))
                    .isEmpty();
        }
    }

    /** A key beside the answers that it seals would open them to whoever finds the backup. */
    @Test
    void theKeyIsNamedAndIsNotInTheArchive() throws IOException {
        Path key = folder.resolve("data").resolve("report.key");
        bot().close();
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(key, secret + "\n");
        Path file = folder.resolve("monday.zip");
        assertThat(backup(file)).as(printed).isZero();
        assertThat(printed).contains(key.toString(), "another place");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("danvan.db", "manifest.json");
            String manifest = new String(
                    zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(manifest).doesNotContain(secret);
        }
        Files.delete(key);
        assertThat(restore(file)).as("it is in place, and something is missing").isEqualTo(1);
        assertThat(printed).contains("report.key", "before the bot is started");
    }

    @Test
    void aDamagedBackupChangesNothing() throws IOException {
        try (Database bot = bot()) {
            put(bot, "before");
        }
        Path file = folder.resolve("monday.zip");
        assertThat(backup(file)).as(printed).isZero();
        byte[] whole = Files.readAllBytes(file);
        Path bad = folder.resolve("bad.zip");
        for (int cut : List.of(0, 10, whole.length / 2, whole.length - 1)) {
            Files.write(bad, Arrays.copyOf(whole, cut));
            assertThat(restore(bad)).as("cut to %d", cut).isEqualTo(1);
            assertThat(printed).contains("bad.zip");
        }
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 1;
        Files.write(bad, flipped);
        assertThat(restore(bad)).isEqualTo(1);
        assertThat(printed).contains("damaged");
        Files.writeString(bad, "no archive at all");
        assertThat(restore(bad)).isEqualTo(1);
        try (Database bot = bot()) {
            assertThat(count(bot, "before")).isEqualTo(1);
        }
        assertThat(folder.resolve("data").toFile().list((in, name) -> name.contains("restore")))
                .as("nothing was set aside, and nothing half is left")
                .isEmpty();
    }

    /** What stands in the manifest is compared with what is in the database, and not only shown. */
    @Test
    void rowsAndVersionAreComparedAndANewerVersionIsRefused() throws IOException {
        try (Database bot = bot()) {
            put(bot, "before");
        }
        Path file = folder.resolve("monday.zip");
        assertThat(backup(file)).as(printed).isZero();
        Path other = folder.resolve("other.zip");
        rewritten(file, other, manifest -> manifest.replace("\"setting\":1", "\"setting\":2"));
        assertThat(restore(other)).isEqualTo(1);
        assertThat(printed).contains("other rows than it says");
        rewritten(file, other, manifest -> manifest.replace("\"format\":1", "\"format\":9"));
        assertThat(restore(other)).isEqualTo(1);
        assertThat(printed).contains("another version of the bot");
        rewritten(file, other, manifest -> manifest.replace("danvan.db", "../danvan.db"));
        assertThat(restore(other)).isEqualTo(1);
        assertThat(printed).contains("no backup of this bot");
        try (Database bot = bot()) {
            bot.change(tx -> tx.update("UPDATE flyway_schema_history SET version = '9999' WHERE installed_rank ="
                    + " (SELECT MAX(installed_rank) FROM flyway_schema_history)"));
        }
        Path newer = folder.resolve("newer.zip");
        assertThat(backup(newer)).as(printed).isZero();
        assertThat(restore(newer)).isEqualTo(1);
        assertThat(printed).contains("newer version of the bot");
    }

    /** The process took half a file for a database, and an empty one for a new one. */
    @Test
    void aDatabaseThatWasCutOffIsRefusedUntouchedAndRestoreBringsItBack() throws IOException {
        Path database = folder.resolve("data").resolve("danvan.db");
        try (Database bot = bot()) {
            put(bot, "before");
        }
        Path file = folder.resolve("monday.zip");
        assertThat(backup(file)).as(printed).isZero();
        byte[] whole = Files.readAllBytes(database);
        for (int cut : List.of(0, 50, 100, whole.length / 2, whole.length - 1)) {
            byte[] rest = Arrays.copyOf(whole, cut);
            Files.write(database, rest);
            assertThatThrownBy(this::bot)
                    .as("cut to %d", cut)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("was cut off")
                    .hasMessageContaining("restore");
            assertThat(Files.readAllBytes(database)).isEqualTo(rest);
        }
        assertThat(restore(file)).as(printed).isZero();
        try (Database bot = bot()) {
            assertThat(count(bot, "before")).isEqualTo(1);
        }
    }

    @Test
    void aBackupIsNeverWrittenOver() throws IOException {
        bot().close();
        Path copy = Files.writeString(folder.resolve("monday.zip"), "last week's");
        assertThat(backup(copy)).isEqualTo(1);
        assertThat(printed).contains("exists already");
        assertThat(Files.readString(copy)).isEqualTo("last week's");
    }

    @Test
    void withoutADatabaseNoneIsMade() throws IOException {
        assertThat(backup(folder.resolve("monday.zip"))).isEqualTo(1);
        assertThat(printed).contains("there is no database", "--data");
        assertThat(folder.resolve("data").resolve("danvan.db")).doesNotExist();
        assertThat(folder.resolve("monday.zip.copy")).doesNotExist();
    }

    /** The night makes one, keeps as many as it should, and leaves alone what somebody else put there. */
    @Test
    void theNightMakesOneADayAndKeepsSoMany() throws IOException {
        Config config = ConfigReader.read(
                Optional.of(Files.writeString(folder.resolve("empty.yml"), "")),
                Optional.of(folder.resolve("data")),
                Map.of("DANVAN_OPERATIONS_BACKUPS_KEPT", "2"));
        HandClock clock = new HandClock(Instant.parse("2026-03-01T19:30:00Z"));
        Backups backups = new Backups(config, clock);
        NightlyBackup night = new NightlyBackup(backups, config.operations().backupsKept(), clock);
        try (Database bot = bot()) {
            put(bot, "before");
            assertThat(backups.youngest()).isEmpty();
            night.run();
            assertThat(backups.youngest()).contains(clock.instant());
            Files.writeString(backups.folder().resolve("danvan-by-hand.zip"), "somebody's own");
            night.run();
            assertThat(backups.folder().toFile().list()).as("once a day").hasSize(2);
            for (int day = 0; day < 3; day++) {
                clock.advance(Duration.ofDays(1));
                night.run();
            }
        }
        assertThat(backups.folder().toFile().list())
                .containsExactlyInAnyOrder(
                        "danvan-20260304T193000Z.zip", "danvan-20260303T193000Z.zip", "danvan-by-hand.zip");
        assertThat(restore(backups.folder().resolve("danvan-20260304T193000Z.zip")))
                .as(printed)
                .isZero();
    }

    /** A server newer than its tool, an unreachable one, none of the tools: each is said with what to do. */
    @Test
    void forPostgresThereIsPgDumpAndWhatIsMissingIsSaid() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("pg.yml"), "storage: {url: 'jdbc:postgresql://127.0.0.1:1/x?password=s3cret'}\n");
        assertThat(execute("backup", folder.resolve("monday.zip").toString(), "--config", settings.toString()))
                .isEqualTo(1);
        assertThat(printed).contains("cannot be written").doesNotContain("s3cret");
        assertThat(folder.resolve("monday.zip")).doesNotExist();
        bot().close();
        Path file = folder.resolve("sqlite.zip");
        assertThat(backup(file)).as(printed).isZero();
        assertThat(execute("restore", file.toString(), "--config", settings.toString()))
                .isEqualTo(1);
        assertThat(printed).contains("pg_restore");
    }

    private Database bot() {
        return Database.open(storage(folder.resolve("data").resolve("danvan.db")));
    }

    private Path keptAside() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("data"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("before-restore-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void rewritten(Path from, Path to, UnaryOperator<String> manifest) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                String text = new String(content, StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals("manifest.json")
                                ? manifest.apply(text).getBytes(StandardCharsets.UTF_8)
                                : content);
                out.closeEntry();
            }
        }
    }

    private int restore(Path file, String... options) throws IOException {
        Path settings = Files.writeString(folder.resolve("empty.yml"), "");
        List<String> arguments = new ArrayList<>(List.of(
                "restore",
                file.toString(),
                "--config",
                settings.toString(),
                "--data",
                folder.resolve("data").toString()));
        arguments.addAll(List.of(options));
        return execute(arguments.toArray(new String[0]));
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
            printed = SecretWatch.clean(out.toString(StandardCharsets.UTF_8));
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
